"""The paper's list of references: entries with the addresses that they print, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.llm.budget import estimate_tokens
from papergloss.pdf.document import Document

LONGEST_LINE = 240
"""Characters of an entry in the prompt: authors, title and year stand in them."""
MOST_TOKENS = 6000
"""Of all entries together in the prompt."""

_ID = r"(?:\d{4}\.\d{4,5}|(?:[a-z-]+(?:\.[A-Z]{2})?)/\d{7})(?:v\d{1,2})?"
_ARXIV = re.compile(
    rf"(?:arXiv\s*(?:e-?prints?)?\s*(?:preprint)?\s*(?:arXiv)?\s*[:,/]?\s*(?:abs/)?|arxiv\.org/(?:abs|pdf)/"
    rf"|CoRR,?\s*(?:vol\.\s*)?abs/)\s*({_ID})",
    re.IGNORECASE,
)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]+)")
_WEB = re.compile(r"https?://[^\s\"<>]+")
_AUTHORS = re.compile(r"^(.{80,}?(?:\w{3,}|al)\.)\s+(?=[A-Z0-9“\"])")
"""A long list of names, to the first full stop that ends no initial."""
_CUT = re.compile(r"(?:arXiv|abs)\s*[:/]\s*$", re.IGNORECASE)
_STARTS_WITH_ID = re.compile(rf"^\s*({_ID})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, a long list of authors cut to the first three.

    `address` is on arXiv where it has an id there, else its DOI's or the one it prints.
    """

    passage: int
    text: str
    arxiv_id: str | None
    address: str | None
    by_title: bool = False
    """The entry prints no id: arXiv has a paper with its title and first author."""


def abstract_page(arxiv_id: str) -> str:
    """A paper's address on arXiv."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def entries(document: Document) -> list[Entry]:
    """The list of references, in its order."""
    return list(_entries(document))


def lines(found: list[Entry]) -> Iterator[str]:
    """The entries for the prompt, as many as fit."""
    left = MOST_TOKENS
    for entry in found:
        line = f"[{entry.passage}] {entry.text[:LONGEST_LINE]}"
        left -= estimate_tokens(line)
        if left < 0:
            return
        yield line


def _entries(document: Document) -> Iterator[Entry]:
    references = [passage for passage in document.passages if passage.kind == "reference"]
    for index, passage in enumerate(references):
        text = one_line(passage.text)
        # An entry that the page's end cuts goes on in the next passage.
        following = references[index + 1].text if index + 1 < len(references) else ""
        if _CUT.search(text) and (rest := _STARTS_WITH_ID.match(following)):
            text += rest[1]
        arxiv_id = _arxiv_id(text)
        yield Entry(passage.n, _short(text), arxiv_id, _address(text, arxiv_id))


def _short(text: str) -> str:
    authors = _AUTHORS.match(text)
    names = authors[1].split(", ") if authors else []
    return f"{', '.join(names[:3])}, et al. {text[authors.end() :]}" if authors and len(names) > 4 else text


def _arxiv_id(text: str) -> str | None:
    found = _ARXIV.search(text)
    if not found:
        return None
    try:
        return ArxivId.parse(found[1]).id
    except BadIdentifier:
        return None


def _address(text: str, arxiv_id: str | None) -> str | None:
    if arxiv_id:
        return abstract_page(arxiv_id)
    if doi := _DOI.search(text):
        return f"https://doi.org/{doi[1].rstrip('.,;)')}"
    web = _WEB.search(text)
    return web.group().rstrip(".,;)") if web else None
