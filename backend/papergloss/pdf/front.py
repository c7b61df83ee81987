"""The first page's head: title, authors, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papergloss.pdf.content import PageContent
from papergloss.pdf.geometry import grow, share_inside
from papergloss.pdf.headings import CANONICAL
from papergloss.pdf.line import Line, Word
from papergloss.pdf.numbering import NUMBERED
from papergloss.pdf.paragraphs import RAISED_ENTRY, Paragraph
from papergloss.pdf.profile import Profile
from papergloss.pdf.sections import RUN_IN_ABSTRACT

INSTITUTION = re.compile(
    r"universi|institut|depart|school|college|laborato|\blab\b|cent(?:er|re)\b|google|microsoft|facebook|\bmeta\b|openai|"
    r"research|academy|corporation|\binc\b|facult|@|http|www|street|\bave(?:nue)?\b|\blane\b|\broad\b|\brua\b|\busa\b|china|"
    r"germany|france|e-?mail|abstract|preprint|collaboration|\bdated?\b|accepted|submitted|published|received",
    re.IGNORECASE,
)
NAME = re.compile(r"^[^\W\d_][\w.'’`\-]*(?:\s+[^\W\d_][\w.'’`\-]*){1,4}$")
MARKS = re.compile(
    r"[*†‡§¶♯♮#\u2190-\u2bff]|(?<=[^\W\d_])\d+(?:,\d+)*|\b\d+(?:,\d+)*\b|\(.*?\)|\{.*?\}|\[.*?\]"
)
BETWEEN = re.compile(r",|;|·|•|&|\b(?:and|AND)\b")
COLLABORATION = re.compile(r"^(?:the )?[\w,\-]+(?: [\w,\-]+){0,5} collaborations?$", re.IGNORECASE)
WITHIN = 0.6
"""Share of the first page in which a title stands."""
LABELS = 14.0
"""Points around a drawing in which its labels stand."""
PROSE = 0.5
"""Share of words in lower case: names and addresses have fewer."""
LARGER = 1.05
"""Times the title's size: what is larger is a picture's."""
FAR = 2.0
"""Ems between a masthead and the title; the lines of a title stand nearer."""
SUBTITLE = 1.25
"""Times the body size: a bold line below a bold title that is as large belongs to it."""
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
    drawings = [grow(drawing, LABELS) for drawing in page.drawings()]
    free = [
        item for item in first_page[:begins]
        if not any(share_inside(item.rect, drawing) > 0.5 for drawing in drawings)
    ]  # fmt: skip
    above = [item for item in first_page[:start] if item in free and item.role == "other"]
    block = [
        item for item in first_page[start + 1 : begins] if item in free and item.role in ("other", "body")
    ]
    for item in (*title, *block, *above):
        item.role = "front"
    text = " ".join(word.text for part in title for line in part.lines for word in line.words)
    largest = LARGER * max(part.size for part in title)
    return text, _authors([item for item in block if item.size <= largest])


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
        if item.size >= 0.97 * size or (run and _subtitle(item, run[0], usual)):
            run.append(item)
        elif run:
            break
    return max(_apart(run), key=lambda pieces: sum(len(item.text) for item in pieces))[:3]


def _apart(run: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Pieces that stand far apart or differ in weight: a journal's masthead is as large as the title."""
    groups = [[run[0]]]
    for before, item in pairwise(run):
        far = item.rect[1] - before.rect[3] > FAR * item.size
        if far or item.lines[0].bold != before.lines[0].bold:
            groups.append([])
        groups[-1].append(item)
    return groups


def _subtitle(item: Paragraph, title: Paragraph, usual: Profile) -> bool:
    bold = item.lines[0].bold and title.lines[0].bold
    names = "," in item.text or MARKS.search(item.text)
    return bold and not names and item.size >= SUBTITLE * usual.body


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
    for paragraph in block:
        begun = ""
        for line in _before_address(paragraph):
            parts = [part.strip(" .") for part in BETWEEN.split(MARKS.sub(" , ", _spaced(line)))]
            if begun and names[-1:] == [begun] and _ends_name(line, parts[0]):
                names[-1] = f"{begun} {parts[0]}"
            for part in parts:
                name = re.sub(r"\s+", " ", part)
                if NAME.match(name) and name[0].isupper() and name not in names and len(name) < 50:
                    names.append(name)
            begun = parts[-1] if len(parts) > 1 else ""
    return tuple(names) or _collaboration(block)


def _ends_name(line: Line, first: str) -> bool:
    """Whether a line begins with the last word of the name that the line above left open: it has a mark."""
    word = line.words[0].text
    return first.isalpha() and first[0].isupper() and word.startswith(first) and bool(MARKS.search(word))


def _collaboration(block: Sequence[Paragraph]) -> tuple[str, ...]:
    """What a paper signs with that names no author on its first page."""
    lines = (MARKS.sub("", line.text).strip(" ,") for paragraph in block for line in paragraph.lines)
    return tuple(line for line in lines if COLLABORATION.match(line))[:1]


def _before_address(paragraph: Paragraph) -> Iterator[Line]:
    """The lines that may hold names: what follows an institution is its address, up to an e-mail's line."""
    first = paragraph.lines[0]
    address = first.lead_super and bool(RAISED_ENTRY.match(first.text) or INSTITUTION.search(paragraph.text))
    opening = True
    for line in paragraph.lines:
        if INSTITUTION.search(line.text):
            address = (address or opening) and "@" not in line.text
        elif not address:
            yield line
        opening = False


def _spaced(line: Line) -> str:
    """The line's text with a comma where a wide gap or a raised mark parts two names."""
    text = _unmarked(line.words[0], line)
    for before, word in pairwise(line.words):
        apart = word.rect[0] - before.rect[2] > APART * line.size
        text += (" , " if apart else " ") + _unmarked(word, line)
    return text


def _unmarked(word: Word, line: Line) -> str:
    for x, mark in line.raised:
        if mark and word.rect[0] < x < word.rect[2] and word.text.endswith(mark):
            return word.text.removesuffix(mark) + " , "
    return word.text
