"""The forms in which papers leave the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from papergloss.export.bibtex import bibtex
from papergloss.export.document import document
from papergloss.export.record import Record

Name = Literal["bibtex", "json"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form: what writes it piece by piece, and how its files are called."""

    write: Callable[[Iterable[Record]], Iterator[str]] | Callable[[Iterable[Record]], Iterator[bytes]]
    media_type: str
    suffix: str
    whole: bool = False
    """Whether cards, answers and history are wanted too."""


FORMATS: dict[Name, Format] = {
    "bibtex": Format(bibtex, "application/x-bibtex", "bib"),
    "json": Format(document, "application/json", "json", whole=True),
}


def pieces(form: Format, records: Iterable[Record]) -> Iterator[bytes]:
    """The file's bytes as they are made."""
    for piece in form.write(records):
        yield piece.encode() if isinstance(piece, str) else piece
