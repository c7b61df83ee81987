"""A paper as CSL-JSON, which Zotero, Pandoc and every citeproc read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pybtex.database import Person

from papergloss.export.bibtex import ONE_NAME
from papergloss.export.latex import balanced, tidy
from papergloss.export.record import Record


def csl_json(records: Iterable[Record]) -> Iterator[str]:
    """One array, an item a line."""
    gap = "[\n"
    for record in records:
        yield gap + json.dumps(item(record), ensure_ascii=False)
        gap = ",\n"
    yield "[]\n" if gap == "[\n" else "\n]\n"


def item(record: Record) -> dict[str, Any]:
    """One item; types and names of variables are those of the CSL 1.0.2 data schema."""
    metadata = record.metadata
    made: dict[str, Any] = {
        "id": record.key,
        "citation-key": record.key,
        "type": "article-journal" if metadata.journal_ref and not metadata.arxiv_id else "article",
        "title": tidy(metadata.title),
        "author": [name(author) for author in metadata.authors if tidy(author)],
        "abstract": tidy(metadata.abstract),
        "DOI": metadata.doi or "",
        "keyword": ", ".join(tag.name for tag in record.tags),
        "URL": metadata.links.doi or "",
    }
    if metadata.submitted:
        date = metadata.submitted
        made["issued"] = {"date-parts": [[date.year, date.month, date.day]]}
    if metadata.arxiv_id:
        made |= {
            "publisher": "arXiv",
            "number": f"arXiv:{metadata.arxiv_id}",
            "archive": "arXiv",
            "archive_location": metadata.arxiv_id,
            "URL": f"https://arxiv.org/abs/{metadata.arxiv_id}",
            "note": f"arXiv:{metadata.arxiv_id} [{metadata.categories[0]}]" if metadata.categories else "",
        }
    elif metadata.journal_ref:
        made["container-title"] = metadata.journal_ref
    return {key: value for key, value in made.items() if value not in ("", [])}


def name(author: str) -> dict[str, str]:
    """A name in its parts; a group's is one."""
    author = balanced(tidy(author)).replace(",", " ")
    if ONE_NAME.search(author):
        return {"literal": author}
    person = Person(author)
    given = " ".join((*person.first_names, *person.middle_names))
    particle, family = " ".join(person.prelast_names), " ".join(person.last_names)
    parts = {"given": given, "non-dropping-particle": particle, "family": family}
    return {part: value for part, value in parts.items() if value}
