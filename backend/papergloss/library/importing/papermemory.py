"""PaperMemory's export: an object of papers by its own ids, with authors as `First Last and First Last`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

import ijson

from papergloss.library.importing.making import Fields, row
from papergloss.library.importing.rows import Row

MARK = "__dataVersion"


def rows(file: IO[bytes]) -> Iterator[Row]:
    """Each paper. Raises ijson.JSONError."""
    papers = ((key, value) for key, value in ijson.kvitems(file, "", use_float=True) if key[:2] != "__")
    for place, (key, value) in enumerate(papers, start=1):
        if isinstance(value, dict):
            yield _row(place, key, value)
        else:
            yield Row(place, key[:120], problem="This is not a paper.")


def _row(place: int, key: str, paper: Mapping[str, Any]) -> Row:
    def text(name: str) -> str:
        value = paper.get(name)
        return value if isinstance(value, str) else ""

    tags = paper.get("tags")
    arxiv = key.partition("-")[2] if key.lower().startswith("arxiv-") else ""
    return row(
        place,
        key,
        Fields(
            title=text("title"),
            authors=re.split(r"\s+and\s+", text("author")),
            date=[int(year) for year in re.findall(r"\d{4}", text("year"))[:1]],
            ids=[arxiv.partition("_")[0], text("pdfLink")],
            doi=text("doi"),
            journal_ref=text("venue"),
            comment=text("codeLink"),
            tags=[tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
            notes=[text("note")],
            key=text("key"),
            starred=paper.get("favorite") is True,
        ),
    )
