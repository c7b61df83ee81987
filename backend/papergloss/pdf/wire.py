"""What crosses the border between parent and child, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from papergloss import errors
from papergloss.pdf.document import Document, Figure, HiddenText, Rect
from papergloss.pdf.limits import Limits


@dataclass(frozen=True, slots=True)
class Task:
    """What the child is to do with the file; `page`, `rects` and `dpi` are for drawing."""

    name: Literal["read", "figure", "passage"]
    limits: Limits
    page: int = 1
    rects: tuple[Rect, ...] = ()
    dpi: int = 150
    skip: tuple[int, ...] = ()
    """Pages that ended a reader before."""


@dataclass(frozen=True, slots=True)
class Update:
    """What looking at the pages changed in a Document whose text stood."""

    figures: tuple[Figure, ...]
    hidden: tuple[HiddenText, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the pages to read are read."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failure:
    """An error of ours, by its slug."""

    type: str
    detail: str
    hint: str

    def error(self) -> errors.PdfError:
        """The error to raise on the parent's side; slugs that are no PDF error are unreadable files."""
        kinds = {kind.type: kind for kind in errors.PdfError.__subclasses__()}
        return kinds.get(self.type, errors.PdfUnreadable)(self.detail, self.hint)


TASK = TypeAdapter(Task)
DOCUMENT = TypeAdapter(Document)
UPDATE = TypeAdapter(Update)
PROGRESS = TypeAdapter(Progress)
FAILURE = TypeAdapter(Failure)
