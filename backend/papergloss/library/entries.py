"""Papers as the library shows them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from papergloss.store import papers, search, tags
from papergloss.store.database import Connection
from papergloss.store.marking import Marker, Piece
from papergloss.store.papers import PaperRow
from papergloss.store.query import Query
from papergloss.store.search import Texts
from papergloss.store.tags import TagRow

__all__ = ["Entry", "Marks", "PaperRow", "Piece", "TagRow", "entries"]

SnippetOf = Literal["abstract", "card", "notes", "tags"]
SNIPPETS: tuple[SnippetOf, ...] = ("notes", "abstract", "card", "tags")
"""Where a snippet is taken from, the reader's own words first."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where a search found its words."""

    title: list[Piece]
    title_target: list[Piece] | None
    authors: list[Piece]
    snippet: list[Piece] | None
    snippet_of: SnippetOf | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the library."""

    row: PaperRow
    tags: list[TagRow]
    marks: Marks | None = None

    @property
    def authors(self) -> list[str]:
        """The first three."""
        return list(json.loads(self.row.authors))

    @property
    def newer_version(self) -> bool:
        """Whether arXiv has a newer version than the newest card's."""
        return self.row.latest_version > self.row.version > 0


def entries(connection: Connection, numbers: Sequence[int], query: Query | None = None) -> list[Entry]:
    """Lines in the order of the numbers; marked where a query has words."""
    rows = {row.n: row for row in papers.by_number(connection, list(dict.fromkeys(numbers)))}
    tagged = tags.of_papers(connection, list(rows))
    if query is None or not query.words:
        return [Entry(rows[n], tagged[n]) for n in numbers if n in rows]
    marker, texts = Marker(query), search.many(connection, list(rows))
    return [Entry(rows[n], tagged[n], _marks(marker, rows[n], texts[n])) for n in numbers if n in rows]


def _marks(marker: Marker, row: PaperRow, texts: Texts) -> Marks:
    snippet, snippet_of = None, None
    for name in SNIPPETS:
        if text := getattr(texts, name):
            snippet = marker.snippet(name, text)
            if snippet is not None:
                snippet_of = name
                break
    return Marks(
        title=marker.pieces("title", row.title),
        title_target=marker.pieces("title", row.title_target) if row.title_target else None,
        authors=marker.pieces("authors", ", ".join(json.loads(row.authors))),
        snippet=snippet,
        snippet_of=snippet_of,
    )
