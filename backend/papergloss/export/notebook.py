"""Papers as Markdown files, one each, in one ZIP: for Obsidian, or with the names that Zotero uses."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, cast

from papergloss.export.cite_keys import year
from papergloss.export.csl import item
from papergloss.export.escape import escape
from papergloss.export.file_names import file_name
from papergloss.export.latex import tidy
from papergloss.export.markdown import card_to_markdown
from papergloss.export.record import Record

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP can name: the same papers make the same bytes."""


def obsidian(records: Iterable[Record]) -> Iterator[bytes]:
    """Each file called by its title, with properties that Obsidian shows and searches."""
    yield from _zipped((record, record.metadata.title, _properties(record)) for record in records)


def zotero(records: Iterable[Record]) -> Iterator[bytes]:
    """Each file called `@key`, with Zotero's own names of fields, as its plug-ins for notes expect."""
    yield from _zipped((record, f"@{record.key}", _zotero_fields(record)) for record in records)


def page(record: Record, properties: Mapping[str, Any]) -> str:
    """One file: the properties, the newest card or else title and abstract, and the reader's notes."""
    lines = [f"{name}: {_yaml(value)}" for name, value in properties.items() if value not in ("", [], None)]
    metadata = record.metadata
    if record.cards:
        body = card_to_markdown(record.cards[-1].card).rstrip()
    else:
        authors = escape(", ".join(metadata.authors))
        body = f"# {escape(metadata.title)}\n\n{authors}\n\n{escape(metadata.abstract)}"
    notes = "\n\n---\n\n".join(note.body.strip() for note in record.notes)
    parts = ["---\n" + "\n".join(lines) + "\n---", body, *([f"## Notes\n\n{notes}"] if notes else [])]
    return "\n\n".join(parts) + "\n"


def _properties(record: Record) -> dict[str, Any]:
    metadata, titles = record.metadata, [saved.card.translation for saved in record.cards[-1:]]
    return {
        "title": metadata.title,
        "aliases": [one.title.target for one in titles if one and one.title.target],
        "authors": metadata.authors,
        "year": int(year(metadata)) if year(metadata) else None,
        "arxiv": metadata.arxiv_id,
        "doi": metadata.doi,
        "url": metadata.links.abs or metadata.links.doi,
        "citekey": record.key,
        "state": record.state,
        "starred": record.starred,
        "tags": [_tag(tag.name) for tag in record.tags],
        "collections": record.collections,
    }


def _zotero_fields(record: Record) -> dict[str, Any]:
    metadata, made = record.metadata, item(record)
    return {
        "citekey": record.key,
        "itemType": "preprint" if metadata.arxiv_id else "journalArticle",
        "title": metadata.title,
        "creators": metadata.authors,
        "date": metadata.submitted.date().isoformat() if metadata.submitted else None,
        "DOI": metadata.doi,
        "url": made.get("URL"),
        "repository": "arXiv" if metadata.arxiv_id else None,
        "archiveID": f"arXiv:{metadata.arxiv_id}" if metadata.arxiv_id else None,
        "publicationTitle": metadata.journal_ref,
        "tags": [_tag(tag.name) for tag in record.tags],
    }


def _tag(name: str) -> str:
    """A tag of Markdown has no blanks."""
    return "-".join(name.split())


def _yaml(value: Any) -> str:
    """JSON, which YAML 1.2 contains; letters that YAML wants escaped are."""
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if not isinstance(value, str):
        return json.dumps(value)
    text = json.dumps(tidy(value), ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08X}" for letter in text)


class _Outlet:
    """Takes what `zipfile` writes and hands it on; cannot tell or seek, so nothing is written twice."""

    def __init__(self) -> None:
        self._made: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._made.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        made, self._made = b"".join(self._made), []
        return made


def _zipped(pages: Iterable[tuple[Record, str, dict[str, Any]]]) -> Iterator[bytes]:
    outlet, taken = _Outlet(), set[str]()
    with zipfile.ZipFile(cast(IO[bytes], outlet), "w", zipfile.ZIP_DEFLATED) as archive:
        for record, title, properties in pages:
            info = zipfile.ZipInfo(file_name(title, "md", taken), EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, page(record, properties))
            yield outlet.taken()
    yield outlet.taken()
