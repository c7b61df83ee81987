"""What was read from a PDF: pure data, JSON-serialisable.

Pages are counted from 1. Lengths are PDF points, origin at the page's top left, y downwards.
Plain dataclasses, not pydantic: a paper has tens of thousands of words and reading must stay cheap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Rect = tuple[float, float, float, float]
PassageKind = Literal["body", "caption", "table", "footnote", "reference", "boilerplate"]
FigureKind = Literal["figure", "table", "algorithm"]
HiddenMethod = Literal[
    "low_contrast", "tiny", "invisible_mode", "transparent", "covered", "off_page", "clipped", "layer_off",
    "actual_text",
]  # fmt: skip
NoteKind = Literal["partial_pdf", "scan", "no_text", "page_cap", "reader_died"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page and its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it, up to the next."""

    title: str
    level: int
    page: int
    number: str | None = None
    role: Literal["body", "abstract", "references", "appendix"] = "body"


@dataclass(frozen=True, slots=True)
class Part:
    """Where (a part of) a passage stands: the rectangles of its lines on one page."""

    page: int
    rects: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """About a paragraph, in reading order. `n` counts from 1 and is what a model cites.

    `text` is what the page prints: quotes, checks and places go by it. `tex` is for the prompt, and for
    checks beside `text`: the same words with the formulas as LaTeX between `$`, None where no better
    source than the page is known.
    """

    n: int
    kind: PassageKind
    text: str
    parts: tuple[Part, ...]
    section: int | None = None
    has_math: bool = False
    tex: str | None = None

    @property
    def page(self) -> int:
        """The page on which the passage begins."""
        return self.parts[0].page


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's rows, of equal length; `head` names the columns."""

    head: list[list[str]]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, table or algorithm: its printed number, its caption and its region on the page."""

    kind: FigureKind
    number: str
    caption: str
    page: int
    rect: Rect
    passage: int | None = None
    rules: tuple[Rect, ...] = ()
    """The straight lines of a table, from the top down: what rows and columns they part."""
    cells: Cells | None = field(default=None, compare=False)
    """A table's cells where the author's source tells them; `pdf.tabular` works out all others."""


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text that a reader could not see. It is in no passage."""

    page: int
    method: HiddenMethod
    text: str
    reads_like_instructions: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something that went less than well while reading."""

    kind: NoteKind
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Every visible word in reading order, as columns of equal length."""

    text: tuple[str, ...] = ()
    page: tuple[int, ...] = ()
    rect: tuple[Rect, ...] = ()
    passage: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `page_count` is the file's; `pages` holds those that were read."""

    sha256: str
    page_count: int
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    words: Words = field(default_factory=Words)
    hidden: tuple[HiddenText, ...] = ()
    notes: tuple[Note, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    with_html: bool = False
    """Whether formulas or headings were taken from arXiv's HTML."""

    @property
    def pages_read(self) -> int:
        """Pages whose text was read: none of a scan, whose pages are pictures."""
        return len(self.pages) if self.words.text else 0

    def passage(self, n: int) -> Passage | None:
        """The passage that a model cites as `[n]`, or None."""
        return self.passages[n - 1] if 1 <= n <= len(self.passages) else None
