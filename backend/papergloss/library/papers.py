"""Finding, showing and changing saved papers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from papergloss.errors import BadInput, Conflict, NotFound
from papergloss.gloss.card import Metadata
from papergloss.library import changes
from papergloss.library.changes import Change
from papergloss.library.entries import Entry, entries
from papergloss.library.undo import Done, undoable
from papergloss.store import cards, collections, finding, history, matching, notes, papers, sayings
from papergloss.store.cards import CardRow
from papergloss.store.collections import CollectionRow
from papergloss.store.database import Connection, Database
from papergloss.store.finding import Found
from papergloss.store.history import HistoryRow
from papergloss.store.matching import Condition
from papergloss.store.notes import NoteRow
from papergloss.store.papers import PaperRow
from papergloss.store.query import Query, parse
from papergloss.store.sayings import SayingRow

__all__ = ["CardRow", "CollectionRow", "HistoryRow", "NoteRow", "Page", "Papers", "SayingRow", "View"]

Sort = Literal["relevance", "saved", "opened", "glossed", "title", "author", "year"]
Group = Literal["day", "tag", "category"]
OPENED_AGAIN = timedelta(minutes=10)
"""Opening a paper again within this time is the same visit."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a list."""

    entries: list[Entry]
    total: int
    more: bool
    groups: list[tuple[str, int]] | None


@dataclass(frozen=True, slots=True)
class View:
    """A paper with all that hangs on it."""

    entry: Entry
    metadata: Metadata
    cards: list[CardRow]
    notes: list[NoteRow]
    collections: list[CollectionRow]
    sayings: list[SayingRow]


class Papers:
    """The saved papers of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self,
        text: str = "",
        *,
        offset: int = 0,
        limit: int = 50,
        sort: Sort | None = None,
        group: Group | None = None,
        collection: int | None = None,
        trash: bool = False,
        utc_offset: int = 0,
    ) -> Page:
        """Some of the papers that the search box's text finds; without a text, all but the dropped ones.

        `utc_offset`: see `finding.listed`.

        Raises:
            BadInput: the text cannot be read.
        """
        query = parse(text)
        within = () if trash else _within(query)
        if collection is not None:
            within = (finding.in_collection(collection),)
        by_rank = sort in (None, "relevance") and group is None and bool(matching.match(query))
        with self._database.read() as connection:
            if by_rank:
                found = finding.ranked(connection, query, trashed=trash, within=within)
                numbers = found.numbers[offset : offset + limit]
            else:
                order = "saved" if sort in (None, "relevance") else sort
                found = finding.listed(
                    connection, query, trashed=trash, sort=order, group=group,
                    offset=offset, limit=limit, utc_offset=utc_offset, within=within,
                )  # fmt: skip
                numbers = found.numbers
            return _page(connection, found, numbers, query)

    def view(self, paper: str) -> View:
        """One paper. Raises NotFound."""
        with self._database.read() as connection:
            row = found(connection, paper)
            return View(
                entry=entries(connection, [row.n])[0],
                metadata=Metadata.model_validate_json(papers.metadata(connection, row.n)),
                cards=cards.of_paper(connection, row.n),
                notes=notes.of_paper(connection, row.n),
                collections=collections.of_paper(connection, row.n),
                sayings=sayings.of_paper(connection, row.n),
            )

    def change(self, paper: str, change: Change, based_on: int | None = None) -> Entry:
        """Changes one paper.

        Raises:
            NotFound: no such paper.
            Conflict: star or state were to be set, and the paper has changed since `based_on`.
        """
        with self._database.write() as connection:
            row = found(connection, paper)
            wanted = change.columns
            current = {"starred": row.starred, "state": row.state, "revision": row.revision}
            if based_on not in (None, row.revision) and any(current[name] != wanted[name] for name in wanted):
                raise Conflict(current, wanted)
            changes.apply(connection, [row.n], change)
            return entries(connection, [row.n])[0]

    def change_many(self, chosen: Sequence[str] | str, change: Change, *, trash: bool = False) -> Done:
        """Changes papers: those with these ids, or all that a text of the search box finds."""
        with self._database.write() as connection:
            numbers = _numbers(connection, chosen)
            with undoable(connection, "trash" if trash else "change", numbers) as done:
                changes.apply(connection, numbers, change)
                if trash:
                    papers.revise(connection, numbers, trashed_at=datetime.now(UTC))
            return done

    def trash(self, paper: str) -> Done:
        """Puts a paper into the trash, where it stays for 30 days. Raises NotFound."""
        with self._database.read() as connection:
            found(connection, paper)
        return self.change_many([paper], Change(), trash=True)

    def restore(self, paper: str) -> Entry:
        """Takes a paper out of the trash. Raises NotFound."""
        with self._database.write() as connection:
            row = found(connection, paper)
            papers.revise(connection, [row.n], trashed_at=None)
            return entries(connection, [row.n])[0]

    def opened(self, paper: str) -> None:
        """Notes that the reader has opened a paper. Raises NotFound."""
        now = datetime.now(UTC)
        with self._database.write() as connection:
            row = found(connection, paper)
            if row.opened_at is None or now - row.opened_at > OPENED_AGAIN:
                history.add(connection, row.n, "opened", now, row.card_id)
            papers.change(connection, row.n, opened_at=now)

    def history(self, paper: str | None, offset: int, limit: int) -> list[HistoryRow]:
        """What happened, the latest first."""
        with self._database.read() as connection:
            return history.page(connection, paper, offset, limit)


def found(connection: Connection, paper: str) -> PaperRow:
    """The paper. Raises NotFound."""
    row = papers.find(connection, paper)
    if row is None:
        raise NotFound("This paper is not in the library.")
    return row


def answer_of(saying: SayingRow) -> dict[str, object]:
    """What was answered."""
    return dict(json.loads(saying.answer))


def _page(connection: Connection, found: Found, numbers: list[int], query: Query) -> Page:
    return Page(entries(connection, numbers, query), found.total, found.more, found.groups)


def _within(query: Query) -> tuple[Condition, ...]:
    """What is dropped is there for who asks for it, and out of the way of who asks for nothing."""
    return () if query.words or query.filters else (finding.not_dropped(),)


def _numbers(connection: Connection, chosen: Sequence[str] | str) -> list[int]:
    if isinstance(chosen, str):
        query = parse(chosen)
        return finding.numbers(connection, query, _within(query))
    rows = [papers.find(connection, paper) for paper in dict.fromkeys(chosen)]
    missing = sum(row is None for row in rows)
    if missing:
        raise BadInput(f"{missing} of these papers are not in the library.")
    return [row.n for row in rows if row is not None]
