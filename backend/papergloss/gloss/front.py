"""The abstract as a file prints it, marked by a heading, by a first word, or only by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papergloss.gloss.dialogue.blocks import one_line
from papergloss.pdf.document import Document

ENOUGH = 500
"""Characters after which a further paragraph is the introduction's; most abstracts are one paragraph."""
LONGEST = 3000
"""Characters; arXiv itself takes no more than 1,920."""
SHORTEST = 80
LAST_PAGE = 2

_HEADING = re.compile(r"\bA(?:BSTRACT|bstract)\b\s*[.:—–-]*\s*|^Summary[.:]\s*")
_END = re.compile(
    r"\s*\b(?:PACS(?: numbers?)?|Key ?words|Key words and phrases|Subject headings|Index Terms|CCS Concepts"
    r"|(?:\d{4} )?Mathematics Subject Classification|MSC)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def abstract_of(document: Document) -> str:
    """The abstract on one line; empty where the file has nothing like one."""
    text = ""
    for paragraph in _candidates(document):
        heading = _HEADING.search(paragraph)
        if heading:
            text = ""
        body = paragraph[heading.end() :] if heading else paragraph
        text = f"{text} {_END.sub('', body)}".strip()
        if len(text) >= ENOUGH or _END.search(body):
            break
    return text if SHORTEST <= len(text) <= LONGEST else ""


def _candidates(document: Document) -> Iterator[str]:
    """Paragraphs under a heading that says so; without one, those before the first heading."""
    marked = {index for index, section in enumerate(document.sections) if section.role == "abstract"}
    for passage in document.passages:
        if passage.kind != "body" or passage.page > LAST_PAGE:
            continue
        if passage.section in marked or (not marked and passage.section is None):
            yield one_line(passage.text)
        elif passage.section is not None:
            return
