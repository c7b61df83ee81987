"""Lines of words as they stand in the page's content stream."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

import pymupdf

from papergloss.pdf.document import Rect
from papergloss.pdf.line import Line, Word, union
from papergloss.pdf.wording import compose

FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_CLIP
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
)
"""Without TEXT_PRESERVE_LIGATURES MuPDF writes `fi` for the ligature. ActualText may say anything."""

MATH_FONT = re.compile(
    r"CMMI|CMSY|CMEX|CMBSY|MSAM|MSBM|EUFM|RSFS|LASY|StandardSymL|Symbol|MathematicalPi|MTSY|MTMI|rtxmi|txsy|"
    r"NewTXMI|txmia|ntxsy|Math|stmary|wasy|esint|bbm|dsrom",
    re.IGNORECASE,
)
"""Font names of TeX's, STIX' and Office's mathematics."""
BOLD_FONT = re.compile(r"bold|black|heavy|demi|medi\b|CMBX|CMB\d|SFBX|-Bd|\.B\b|BX\d|Semibold", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\ufeff\ufffd\ue000-\uf8ff]+")
"""Glyphs that no font tells the meaning of."""
POWER = re.compile(r"\s*[-−–+]?\d[\d.]*\s*$")
"""What raised digits look like."""
PIECE_GAP = 1.6
"""In ems: "1" and "Introduction" stand 1 em apart (LaTeX's \\quad), table cells 2 and more."""

NUMBERING = 0.8
"""Times a line's size: a smaller number on its baseline counts the lines and is no part of it."""


@cache
def is_bold(font: str) -> bool:
    """Whether the font's name says bold."""
    return bool(BOLD_FONT.search(font))


@cache
def is_math(font: str) -> bool:
    """Whether the font's name says mathematics."""
    return bool(MATH_FONT.search(font))


@dataclass(slots=True)
class _Style:
    """What a line's spans have in common, weighted by characters."""

    chars: int = 0
    bold: int = 0
    italic: int = 0
    math: int = 0
    sizes: dict[float, int] = field(default_factory=lambda: defaultdict(int))
    fonts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, span: dict[str, Any], count: int) -> None:
        font, flags = span["font"], span["flags"]
        self.chars += count
        self.sizes[round(span["size"], 1)] += count
        self.fonts[font] += count
        self.bold += count if flags & 16 or is_bold(font) else 0
        self.italic += count if flags & 2 else 0
        self.math += count if is_math(font) else 0


SpanKey = tuple[int, int, int]
"""Block, line and span of the text page."""
RawWord = tuple[float, float, float, float, str, int, int, int]
"""A word as PyMuPDF extracts it: box, text, and the numbers of its block, its line and itself."""


def read_lines(
    extracted: Iterable[RawWord],
    blocks: Iterable[dict[str, Any]],
    number: int,
    drop: Container[SpanKey] = frozenset(),
) -> list[Line]:
    """The page's lines in stream order, without the spans in `drop`."""
    words: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for x0, y0, x1, y1, text, at, row, _ in extracted:
        clean = text if text.isascii() and text.isprintable() else compose(CONTROL.sub("", text))
        if clean:
            box = (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))
            words[at, row].append(Word(clean, box))
    lines: list[Line] = []
    for block in blocks:
        for index, raw in enumerate(block.get("lines", ())):
            key = (block["number"], index)
            kept: list[dict[str, Any]] = []
            gone: list[dict[str, Any]] = []
            for place, span in enumerate(raw["spans"]):
                (gone if (*key, place) in drop else kept).append(span)
            found = words.get(key, [])
            if gone:
                found = [word for word in found if not any(_inside(word.rect, span["bbox"]) for span in gone)]
            if found and kept:
                found = _with_powers(found, kept)
                _append(lines, _line(raw["dir"], kept, found, number, key[0]))
    return lines


def _with_powers(words: list[Word], spans: list[dict[str, Any]]) -> list[Word]:
    """The words with `^` before raised digits: the page's 10 to the power of 6.6 must not read as 106.6."""
    powers: list[tuple[str, Rect]] = []
    for before, span in pairwise(spans):
        if not span["flags"] & 1 or not span["text"].strip():
            continue
        if before["flags"] & 1 and powers and powers[-1][1][2] > span["bbox"][0] - 1:
            text, box = powers[-1]
            powers[-1] = (text + span["text"].strip(), union((box, span["bbox"])))
        elif before["text"][-1:].isdigit() and before["size"] > span["size"]:
            powers.append((span["text"].strip(), span["bbox"]))
    powers = [(text, box) for text, box in powers if POWER.match(text)]
    return [_with_power(word, powers) for word in words] if powers else words


def _with_power(word: Word, powers: list[tuple[str, Rect]]) -> Word:
    for power, box in powers:
        start = word.text.rfind(power, 1)
        if start > 0 and word.text[start - 1].isdigit() and _inside(box, word.rect):
            return Word(f"{word.text[:start]}^{word.text[start:]}", word.rect)
    return word


def _inside(rect: Rect, span: Rect) -> bool:
    x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return span[0] <= x <= span[2] and span[1] <= y <= span[3]


def _append(lines: list[Line], line: Line) -> None:
    """Add `line`, or lengthen the last one where both are pieces of one printed line."""
    last = lines[-1] if lines else None
    if last and _continues(last, line):
        last.words.extend(line.words)
        last.text = f"{last.text} {line.text}"
        last.raised += line.raised
        last.rect = union((last.rect, line.rect))
        last.bold = last.bold and line.bold
        last.math = max(last.math, line.math) if len(line.text) < 4 else (last.math + line.math) / 2
    else:
        lines.append(line)


def _continues(last: Line, line: Line) -> bool:
    gap = line.rect[0] - last.rect[2]
    near = -0.5 * line.size < gap < PIECE_GAP * line.size
    small, large = sorted((last, line), key=lambda piece: piece.size)
    if small.size < NUMBERING * large.size and small.text.isdigit():
        return False
    return near and not line.rotated and abs(line.baseline - last.baseline) < 0.15 * line.size


def _line(
    direction: tuple[float, float], spans: list[dict[str, Any]], words: list[Word], page: int, block: int
) -> Line:
    style = _Style()
    for span in spans:
        count = len(span["text"].replace(" ", ""))
        if count:
            style.add(span, count)
    first = next((span for span in spans if span["text"].strip()), spans[0])
    main = max(spans, key=lambda span: len(span["text"]) * span["size"])
    size = max(style.sizes, key=style.sizes.__getitem__) if style.sizes else round(first["size"], 1)
    chars = style.chars or 1
    return Line(
        page=page,
        rect=union(word.rect for word in words),
        words=words,
        size=size,
        font=max(style.fonts, key=style.fonts.__getitem__) if style.fonts else first["font"],
        bold=style.bold > 0.6 * chars,
        italic=style.italic > 0.6 * chars,
        math=style.math / chars,
        rotated=abs(direction[0]) < 0.9,
        block=block,
        baseline=main["origin"][1],
        lead_bold=bool(first["flags"] & 16) or is_bold(first["font"]),
        lead_super=bool(first["flags"] & 1) or first["size"] < 0.8 * size,
        raised=_raised(spans) if page == 1 else (),
    )


def _raised(spans: Iterable[dict[str, Any]]) -> tuple[tuple[float, str], ...]:
    return tuple((span["bbox"][0], span["text"].strip()) for span in spans if span["flags"] & 1)
