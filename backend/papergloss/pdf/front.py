"""The first page's head: title, authors, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from papergloss.pdf.content import PageContent
from papergloss.pdf.geometry import share_inside
from papergloss.pdf.headings import CANONICAL, NUMBERED
from papergloss.pdf.line import Line
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile
from papergloss.pdf.sections import RUN_IN_ABSTRACT

INSTITUTION = re.compile(
    r"universi|institut|depart|school|college|laborato|\blab\b|cent(?:er|re)\b|google|microsoft|facebook|\bmeta\b|openai|"
    r"research|academy|corporation|\binc\b|facult|@|http|www|street|\bave(?:nue)?\b|\blane\b|\broad\b|\brua\b|\busa\b|china|"
    r"germany|france|e-?mail|abstract|preprint|collaboration|\bdated?\b|accepted|submitted|published|received",
    re.IGNORECASE,
)
NAME = re.compile(r"^[^\W\d_][\w.'’`\-]*(?:\s+[^\W\d_][\w.'’`\-]*){1,4}$")
MARKS = re.compile(r"[*∗†‡§¶♯♮⋆#✉]|(?<=[^\W\d_])\d+(?:,\d+)*|\b\d+(?:,\d+)*\b|\(.*?\)|\{.*?\}|\[.*?\]")
WITHIN = 0.6
"""Share of the first page in which a title stands."""
PROSE = 0.5
"""Share of words in lower case: names and addresses have fewer."""
APART = 0.7
"""Ems between two words of a line that belong to two names."""


def find_front(page: PageContent, usual: Profile) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors as printed on the first page; their paragraphs get the role `front`."""
    first_page = page.paragraphs
    begins = next((at for at, item in enumerate(first_page) if _text_begins(item)), len(first_page))
    title = _title(page, begins, usual)
    if not title:
        return None, ()
    start = first_page.index(title[-1])
    block = [item for item in first_page[start + 1 : begins] if item.role in ("other", "body")]
    for item in (*title, *block, *(item for item in first_page[:start] if item.role == "other")):
        item.role = "front"
    text = " ".join(word.text for part in title for line in part.lines for word in line.words)
    return text, _authors(block)


def _title(page: PageContent, begins: int, usual: Profile) -> list[Paragraph]:
    """The largest upright text before the abstract; pieces of one size that follow each other."""
    drawings = page.drawings()
    upper = [
        item
        for item in page.paragraphs[:begins]
        if item.rect[3] < WITHIN * page.height
        and not item.lines[0].rotated
        and sum(char.isalpha() for char in item.text) >= 8
        and not any(share_inside(item.rect, frame) > 0.5 for frame in drawings)
    ]
    if not upper:
        return []
    size = max(item.size for item in upper)
    if size < 1.05 * usual.body:
        return next(([item] for item in upper if item.lines[0].bold or _capitals(item.text)), [])
    run: list[Paragraph] = []
    for item in upper:
        if item.size >= 0.97 * size:
            run.append(item)
        elif run:
            break
    return run[:3]


def _capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char.isupper() for char in letters) > 0.7 * len(letters) and not INSTITUTION.search(text)


def _text_begins(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    numbered = NUMBERED.match(text)
    name = numbered["title"] if numbered else text
    if RUN_IN_ABSTRACT.match(text) or CANONICAL.match(name):
        return True
    words = [word for word in text.split() if word[0].isalpha()]
    return len(text) > 200 and sum(word[0].islower() for word in words) > PROSE * len(words)


def _authors(block: Sequence[Paragraph]) -> tuple[str, ...]:
    names: list[str] = []
    for line in (line for paragraph in block for line in paragraph.lines):
        if INSTITUTION.search(line.text):
            continue
        for part in re.split(r",|;|·|•|&|\b(?:and|AND)\b", MARKS.sub(" , ", _spaced(line))):
            name = re.sub(r"\s+", " ", part).strip(" .")
            if NAME.match(name) and name[0].isupper() and name not in names and len(name) < 50:
                names.append(name)
    return tuple(names)


def _spaced(line: Line) -> str:
    """The line's text with a comma where a wide gap parts two names."""
    text = line.words[0].text
    for before, word in pairwise(line.words):
        text += (" , " if word.rect[0] - before.rect[2] > APART * line.size else " ") + word.text
    return text
