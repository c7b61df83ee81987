"""The forms in which papers leave the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from papergloss.export.bibtex import bibtex
from papergloss.export.csl import csl_json
from papergloss.export.document import document
from papergloss.export.notebook import obsidian, zotero
from papergloss.export.record import Record
from papergloss.export.ris import ris
from papergloss.export.table import table

Name = Literal["bibtex", "ris", "csl", "csv", "obsidian", "zotero", "json"]


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
    "ris": Format(ris, "application/x-research-info-systems", "ris"),
    "csl": Format(csl_json, "application/vnd.citationstyles.csl+json", "csl.json"),
    "csv": Format(table, "text/csv", "csv"),
    "obsidian": Format(obsidian, "application/zip", "zip", whole=True),
    "zotero": Format(zotero, "application/zip", "zip", whole=True),
    "json": Format(document, "application/json", "json", whole=True),
}


def pieces(form: Format, records: Iterable[Record]) -> Iterator[bytes]:
    """The file's bytes as they are made."""
    for piece in form.write(records):
        yield piece.encode() if isinstance(piece, str) else piece
