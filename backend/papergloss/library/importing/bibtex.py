"""Entries of a BibTeX file, whoever wrote it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ParsingFailedBlock
from pybtex.database import Person
from pybtex.exceptions import PybtexError
from pylatexenc.latex2text import LatexNodes2Text

from papergloss.export.latex import balanced
from papergloss.library.importing.making import Fields, numbers, row
from papergloss.library.importing.rows import Row

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_LATEX = LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def rows(text: str) -> Iterator[Row]:
    """Each entry; what cannot be read is a row with a problem."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    place = 0
    for block in library.blocks:
        entry = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        if isinstance(entry, Entry):
            place += 1
            yield _row(place, entry)
        elif isinstance(block, ParsingFailedBlock):
            place += 1
            line = (block.start_line or 0) + 1
            yield Row(place, f"line {line}", problem=f"The entry that begins in line {line} cannot be read.")


def _row(place: int, entry: Entry) -> Row:
    raw = {field.key.lower(): str(field.value) for field in entry.fields}
    fields = {name: _text(value) for name, value in raw.items() if name != "author"}
    return row(
        place,
        entry.key,
        Fields(
            title=fields.get("title", ""),
            authors=[_name(name) for name in _AND.split(raw.get("author", "")) if name.strip()],
            abstract=fields.get("abstract", ""),
            date=_date(fields),
            ids=[raw[name] for name in ("eprint", "arxivid", "arxiv", "url", "howpublished") if name in raw],
            texts=[raw[name] for name in ("journal", "journaltitle", "note", "archiveprefix") if name in raw],
            doi=raw.get("doi", ""),
            journal_ref=_published(fields),
            comment=fields.get("comment", ""),
            category=fields.get("primaryclass", ""),
            tags=re.split(r"[,;]", fields.get("keywords", "")),
            notes=[text for name in ("annote", "annotation") if (text := fields.get(name))],
            key=entry.key,
        ),
    )


def _text(latex: str) -> str:
    if "\\" not in latex and "{" not in latex and "~" not in latex:
        return latex
    try:
        return str(_LATEX.latex_to_text(balanced(latex)))
    except (ValueError, IndexError, RecursionError):
        return latex


def _name(latex: str) -> str:
    try:
        person = Person(balanced(" ".join(latex.split())))
    except PybtexError:
        return _text(latex)
    parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names)
    return _text(" ".join(" ".join(part) for part in (*parts, person.lineage_names) if part))


def _date(fields: Mapping[str, str]) -> list[int]:
    digits = numbers(fields.get("date", ""))
    if digits:
        return digits
    year = re.search(r"\d{4}", fields.get("year", ""))
    if year is None:
        return []
    month = fields.get("month", "").strip().lower()
    if month.isascii() and month.isdigit():
        return [int(year[0]), int(month[:2])]
    return [int(year[0]), *(MONTHS.index(month[:3]) + 1 for _ in [0] if month[:3] in MONTHS)]


def _published(fields: Mapping[str, str]) -> str:
    venue = next((fields[name] for name in ("journal", "journaltitle", "booktitle") if fields.get(name)), "")
    if "arxiv" in venue.lower():
        return ""
    if not venue:
        return fields.get("note", "") if "eprint" in fields else ""
    volume, pages = fields.get("volume", ""), fields.get("pages", "")
    return " ".join(filter(None, (venue, volume, pages.replace("--", "-"))))
