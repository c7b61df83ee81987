"""What of a paper is sent to the model: everything where it fits, else the parts that matter most.

References and boilerplate never go. Where the rest does not fit, whole sections go, appendices first, then
what a summary needs least; the last one that stays may lose its end. Nothing is dropped without its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papergloss.gloss.dialogue.blocks import for_model, one_line
from papergloss.llm.budget import estimate_tokens
from papergloss.pdf.document import Document, Passage

LINE_OVERHEAD = 6
"""Tokens of `[123] ` and the line's end, with the section's heading shared among its passages."""
UNNAMED = "(without a heading)"

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
class Selection:
    """The passages to send, in the paper's order, and what was left out."""

    passages: tuple[Passage, ...]
    left_out: int
    sections_left_out: tuple[str, ...]

    @property
    def tokens(self) -> int:
        """What the passages take in a prompt, estimated."""
        return sum(map(_tokens, self.passages))


def readable(document: Document) -> list[Passage]:
    """What a reader would read: no references, no boilerplate."""
    return [passage for passage in document.passages if passage.kind not in ("reference", "boilerplate")]


def select(document: Document, room: int) -> Selection:
    """The passages that fit into `room` tokens; the first one always does."""
    passages = readable(document)
    spare = room - sum(map(_tokens, passages))
    dropped: set[int] = set()
    for passage in _least_needed_first(document, passages):
        if spare >= 0 or len(dropped) == len(passages) - 1:
            break
        dropped.add(passage.n)
        spare += _tokens(passage)
    gone = [passage for passage in passages if passage.n in dropped]
    names = dict.fromkeys(_section_name(document, passage) for passage in gone)
    kept = tuple(passage for passage in passages if passage.n not in dropped)
    return Selection(kept, len(gone), tuple(names))


def _least_needed_first(document: Document, passages: list[Passage]) -> Iterator[Passage]:
    """Section by section, each from its end; within one rank later sections go first."""
    by_section: dict[int | None, list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    order = list(by_section)
    for section in sorted(order, key=lambda s: (_need(document, s), -order.index(s))):
        yield from reversed(by_section[section])


def _need(document: Document, section: int | None) -> int:
    if section is None:
        return 4
    heading = document.sections[section]
    if heading.role in ("appendix", "references"):
        return 0
    if heading.role == "abstract":
        return 5
    if _LEAST_NEEDED.search(heading.title):
        return 1
    return 3 if _MOST_NEEDED.search(heading.title) else 2


def _tokens(passage: Passage) -> int:
    return estimate_tokens(for_model(passage)) + LINE_OVERHEAD


def _section_name(document: Document, passage: Passage) -> str:
    if passage.section is None:
        return UNNAMED
    heading = document.sections[passage.section]
    return one_line(f"{heading.number or ''} {heading.title}")
