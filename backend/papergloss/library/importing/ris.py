"""Entries of an RIS file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import rispy

from papergloss.library.importing.making import Fields, row
from papergloss.library.importing.rows import Row

AUTHORS = ("authors", "first_authors")
JOURNALS = ("journal_name", "secondary_title", "alternate_title3", "alternate_title2")
IDS = ("accession_number", "call_number")


def rows(text: str) -> Iterator[Row]:
    """Each entry; one that does not end takes in the next, as the form has it."""
    for place, entry in enumerate(rispy.loads(text, skip_unknown_tags=True), start=1):
        yield _row(place, entry)


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
            date=[int(part) for part in re.findall(r"\d+", first("date", "publication_year", "year"))[:3]],
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
