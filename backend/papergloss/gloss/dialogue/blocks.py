"""Paper text as a block of numbered lines that the text itself cannot end or imitate.

The boundary's code is a hash of the block's own lines: the same paper always gives the same bytes
(prompt caches), and no text can contain the hash of itself. Each text takes one line and begins with
its number, so nothing in it can stand where a boundary, a heading or another number would.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from papergloss.pdf.document import Document, Passage

UNNAMED = "(without a heading)"

_UNSEEN = re.compile("[\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def one_line(text: str) -> str:
    """The text on one line: all white space, line separators included, becomes single blanks.

    Signs that no reader sees (Unicode tags, zero-width and direction signs) go: they can carry orders.
    """
    return " ".join(_UNSEEN.sub("", text).split())


def for_model(passage: Passage) -> str:
    """What the prompt shows of a passage: its formulas as LaTeX where they are known."""
    return passage.tex or passage.text


def fenced(label: str, lines: Iterable[str]) -> str:
    """`<<<LABEL code`, the lines, `LABEL code>>>`."""
    body = "\n".join(lines)
    code = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:16]
    return f"<<<{label} {code}\n{body}\n{label} {code}>>>"


def numbered_block(label: str, sentences: Iterable[tuple[int, str]]) -> str:
    """The sentences, each as `[n] text`."""
    return fenced(label, (f"[{n}] {one_line(text)}" for n, text in sentences))


def passage_lines(document: Document, passages: Iterable[Passage]) -> Iterator[str]:
    """The passages, each as `[n] text`, under their sections' headings."""
    section: int | None = None
    for passage in passages:
        if passage.section is not None and passage.section != section:
            section = passage.section
            yield f"# {section_name(document, section)}"
        yield f"[{passage.n}] {one_line(for_model(passage))}"


def section_name(document: Document, section: int | None) -> str:
    """A section's number and title, as the prompt and the card name it."""
    if section is None:
        return UNNAMED
    heading = document.sections[section]
    return one_line(f"{heading.number or ''} {heading.title}")
