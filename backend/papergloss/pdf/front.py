"""The first page's head: title, authors, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile
from papergloss.pdf.sections import RUN_IN_ABSTRACT

INSTITUTION = re.compile(
    r"universit|institut|depart|school|college|laborator|\blab\b|center|centre|google|microsoft|facebook|\bmeta\b|openai|research|"
    r"academy|corporation|\binc\b|faculty|@|http|www|street|avenue|\busa\b|china|germany|france|email|abstract|draft|dated?\b",
    re.IGNORECASE,
)
NAME = re.compile(r"^[^\W\d_][\w.'’`\-]*(?:\s+[^\W\d_][\w.'’`\-]*){1,4}$")
MARKS = re.compile(r"[*∗†‡§¶♯♮⋆#✉]|(?<=[^\W\d_])\d+(?:,\d+)*|\b\d+(?:,\d+)*\b|\(.*?\)|\{.*?\}|\[.*?\]")
WITHIN = 0.6
"""Share of the first page in which a title stands."""


def find_front(
    first_page: Sequence[Paragraph], height: float, usual: Profile
) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors as printed; their paragraphs get the role `front`."""
    title = _title(first_page, height, usual)
    if not title:
        return None, ()
    start = max(first_page.index(part) for part in title)
    stop = next((at for at, item in enumerate(first_page) if at > start and _text_begins(item)), start + 1)
    block = [item for item in first_page[start + 1 : stop] if item.role in ("other", "body")]
    for item in (*title, *block, *(item for item in first_page[:start] if item.role == "other")):
        item.role = "front"
    text = " ".join(word.text for part in title for line in part.lines for word in line.words)
    return text, _authors(block)


def _title(first_page: Sequence[Paragraph], height: float, usual: Profile) -> list[Paragraph]:
    """The largest upright text in the page's upper part; pieces of one size that follow each other."""
    upper = [
        item for item in first_page
        if item.rect[3] < WITHIN * height
        and not item.lines[0].rotated
        and sum(char.isalpha() for char in item.text) >= 8
    ]  # fmt: skip
    if not upper:
        return []
    size = max(item.size for item in upper)
    if size < 1.05 * usual.body:
        bold = [item for item in upper if item.lines[0].bold or item.text.isupper()]
        return bold[:1] if bold and not _text_begins(bold[0]) else []
    run: list[Paragraph] = []
    for item in upper:
        if item.size >= 0.97 * size:
            run.append(item)
        elif run:
            break
    return run[:3]


def _text_begins(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.role in ("heading", "caption") or RUN_IN_ABSTRACT.match(text):
        return True
    return paragraph.role == "body" and len(paragraph.lines) >= 3 and len(text) > 300


def _authors(block: Sequence[Paragraph]) -> tuple[str, ...]:
    names: list[str] = []
    for paragraph in block:
        for line in paragraph.lines:
            if INSTITUTION.search(line.text):
                continue
            text = MARKS.sub(" , ", " ".join(word.text for word in line.words))
            for part in re.split(r",|;|·|•|&|\band\b|\s{2,}", text):
                name = re.sub(r"\s+", " ", part).strip(" .")
                if NAME.match(name) and name[0].isupper() and name not in names and len(name) < 50:
                    names.append(name)
    return tuple(names[:3000])
