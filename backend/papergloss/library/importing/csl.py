"""Items of CSL-JSON, as Zotero and others write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

import ijson

from papergloss.library.importing.making import Fields, numbers, row
from papergloss.library.importing.rows import Row


def rows(file: IO[bytes]) -> Iterator[Row]:
    """Each item of the array, or of `items` in an object. Raises ijson.JSONError."""
    start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    file.seek(0)
    where = "item" if start == b"[" else "items.item"
    for place, item in enumerate(ijson.items(file, where, use_float=True), start=1):
        if isinstance(item, dict):
            yield _row(place, item)
        else:
            yield Row(place, "", problem="This is not an item.")


def _row(place: int, item: Mapping[str, Any]) -> Row:
    def text(name: str) -> str:
        value = item.get(name, "")
        return str(value) if isinstance(value, str | int) else ""

    key = text("citation-key") or text("id")
    journal = text("container-title")
    return row(
        place,
        key,
        Fields(
            title=re.sub(r"</?(?:i|b|sub|sup|span)\b[^>]*>", "", text("title")),
            authors=[name for one in _list(item.get("author")) if (name := _name(one))],
            abstract=text("abstract"),
            date=_date(item.get("issued")),
            ids=[text("archive_location"), text("number"), text("URL")],
            texts=[text("note"), journal, text("number")],
            doi=text("DOI"),
            journal_ref="" if "arxiv" in journal.lower() else journal,
            tags=re.split(r"[,;]", text("keyword")),
            key=key,
        ),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(author: Any) -> str:
    if not isinstance(author, dict):
        return ""
    names = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    parts = [author[name] for name in names if isinstance(author.get(name), str)]
    return " ".join(parts) or str(author.get("literal", ""))


def _date(issued: Any) -> list[int]:
    if not isinstance(issued, dict):
        return []
    parts = (_list(issued.get("date-parts")) or [[]])[0]
    said = " ".join(map(str, _list(parts))) or str(issued.get("raw") or issued.get("literal") or "")
    return numbers(said)
