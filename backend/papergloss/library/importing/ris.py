"""Entries of an RIS file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import rispy
from rispy.parser import ParseError

from papergloss.library.importing.making import Fields, numbers, row
from papergloss.library.importing.rows import Row

AUTHORS = ("authors", "first_authors")
JOURNALS = ("journal_name", "secondary_title", "alternate_title3", "alternate_title2")
IDS = ("accession_number", "call_number")
_BEGIN = re.compile(r"^TY  ?- ", re.MULTILINE)
_END = re.compile(r"^ER  ?-", re.MULTILINE)
_NARROW = re.compile(r"^([A-Z][A-Z0-9]) -", re.MULTILINE)
"""What some programs write where the form has two blanks."""


def rows(text: str) -> Iterator[Row]:
    """Each entry, read by itself: one that cannot be read is a row with a problem, the others stay."""
    begins = [match.start() for match in _BEGIN.finditer(text)]
    line = 1 + text.count("\n", 0, begins[0]) if begins else 0
    for place, (start, end) in enumerate(pairwise([*begins, len(text)]), start=1):
        entry = text[start:end]
        read = _read(entry)
        if read is None:
            problem = f"The entry that begins in line {line} cannot be read, or is cut off."
            yield Row(place, f"line {line}", problem=problem)
        else:
            yield _row(place, read)
        line += entry.count("\n")


def _read(entry: str) -> Mapping[str, Any] | None:
    if _NARROW.match(entry):
        entry = _NARROW.sub(r"\1  -", entry)
    end = _END.search(entry)
    if end is None and not entry.endswith("\n"):
        return None
    body = entry if end is None else entry[: end.start()]
    try:
        found = rispy.loads(f"{body}ER  - \n", skip_unknown_tags=True)
    except (ParseError, LookupError):  # after a stray line it looks for a field that is not there
        return None
    return found[0] if found else None


def _row(place: int, entry: Mapping[str, Any]) -> Row:
    def first(*names: str) -> str:
        return next((str(entry[name]) for name in names if entry.get(name)), "")

    urls = [str(url) for url in entry.get("urls", [])]
    authors = [name for field in AUTHORS for name in entry.get(field, [])]
    journal = first(*JOURNALS)
    return row(
        place,
        first("id", "label"),
        Fields(
            title=first("title", "primary_title"),
            authors=[turned(name) for name in authors],
            abstract=first("abstract", "notes_abstract"),
            date=numbers(first("date", "publication_year", "year")),
            ids=[*urls, *(first(name) for name in IDS)],
            texts=[journal, first("accession_number"), first("number"), *map(str, entry.get("notes", []))],
            doi=first("doi") or next((url for url in urls if "doi.org/" in url), ""),
            journal_ref="" if "arxiv" in journal.lower() else journal,
            category=first("type_of_work"),
            tags=[str(tag) for tag in entry.get("keywords", [])],
            notes=[str(note) for note in entry.get("notes", [])],
            key=first("id"),
        ),
    )


def turned(name: str) -> str:
    """`Last, First, Jr` as `First Last Jr`."""
    family, *given = (part.strip() for part in str(name).split(","))
    return " ".join(filter(None, (*given[:1], family, *given[1:])))
