"""A paper cut into portions: neighbouring passages of one section, small enough for one request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papergloss.gloss.dialogue.blocks import for_model
from papergloss.llm.budget import estimate_tokens
from papergloss.pdf.document import Document, Passage

LINE_OVERHEAD = 6
"""Tokens of `[123] ` and the line's end, with the section's heading shared among its passages."""
APPENDIX = 0
"""The need of an appendix, the lowest."""

_LEAST_NEEDED = re.compile(
    r"related work|prior work|previous work|literature|acknowledg|funding|ethic|impact statement|checklist"
    r"|proof|notation|preliminar|background|implementation detail|hyperparameter|setup|supplement",
    re.IGNORECASE,
)
_MOST_NEEDED = re.compile(
    r"abstract|introduction|conclusion|discussion|limitation|result|experiment|evaluation|finding|summary|future",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Portion:
    """Passages that are sent whole, or condensed together. `need` ranks how much a summary needs them."""

    passages: tuple[Passage, ...]
    need: int
    tokens: int


def readable(document: Document) -> list[Passage]:
    """What a reader would read: no references, no boilerplate."""
    return [passage for passage in document.passages if passage.kind not in ("reference", "boilerplate")]


def portions(document: Document, largest: int) -> list[Portion]:
    """The readable passages in the paper's order, at most `largest` tokens to a portion.

    A passage that is larger is a portion of its own.
    """
    found: list[Portion] = []
    current: list[Passage] = []
    for passage in readable(document):
        size = sum(map(passage_tokens, current))
        elsewhere = current and _chapter(document, passage) != _chapter(document, current[0])
        if elsewhere or (current and size + passage_tokens(passage) > largest):
            found.append(portion(document, current))
            current = []
        current.append(passage)
    return [*found, portion(document, current)] if current else found


def portion(document: Document, passages: Sequence[Passage]) -> Portion:
    """A portion of these passages, needed as much as its most needed section."""
    need = max(_need(document, passage.section) for passage in passages)
    return Portion(tuple(passages), need, sum(map(passage_tokens, passages)))


def passage_tokens(passage: Passage) -> int:
    """What a passage takes in a prompt, estimated."""
    return estimate_tokens(for_model(passage)) + LINE_OVERHEAD


def sections_of(portion: Portion) -> Iterator[int | None]:
    """The sections that a portion has passages of, in order."""
    return iter(dict.fromkeys(passage.section for passage in portion.passages))


def _chapter(document: Document, passage: Passage) -> int | None:
    """The section of the first level that a passage belongs to; all appendices are one."""
    section = passage.section
    if section is None:
        return None
    if document.sections[section].role == "appendix":
        return -1
    while section and document.sections[section].level > 1:
        section -= 1
    return section


def _need(document: Document, section: int | None) -> int:
    if section is None:
        return 4
    heading = document.sections[section]
    if heading.role in ("appendix", "references"):
        return APPENDIX
    if heading.role == "abstract":
        return 5
    if _LEAST_NEEDED.search(heading.title):
        return 1
    return 3 if _MOST_NEEDED.search(heading.title) else 2
