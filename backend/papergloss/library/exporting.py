"""Saved papers as records, a few at a time, however many are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from papergloss.errors import StoreCorrupt, StoreError
from papergloss.export.cite_keys import proposed
from papergloss.export.record import (
    Happening,
    Record,
    SavedCard,
    SavedNote,
    SavedSaying,
    SavedTag,
)
from papergloss.gloss.card import Card, Metadata
from papergloss.library.papers import found
from papergloss.store import (
    cards,
    cite_keys,
    collections,
    finding,
    history,
    notes,
    papers,
    sayings,
    tags,
)
from papergloss.store.database import Connection, Database
from papergloss.store.papers import PaperRow
from papergloss.store.query import parse

AT_ONCE = 200
"""Papers that are held in memory."""


class Exporting:
    """Hands out what is kept of papers, and the keys under which they are cited."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def records(
        self, chosen: Sequence[str] | str = "", *, collection: int | None = None, whole: bool = True
    ) -> Iterator[Record]:
        """Papers with these ids, or all that a text of the search box finds, in the order they were saved.

        What is deleted meanwhile is left out. Without `whole`, cards, answers and history are.

        Raises:
            BadInput: the text cannot be read.
            NotFound: one of the ids is not in the library.
        """
        numbers = self._numbers(chosen, collection)
        return self._read(numbers, whole=whole)

    def cite_key(self, paper: str) -> str:
        """The key under which a paper is cited, the same for ever. Raises NotFound."""
        with self._database.write() as connection:
            row = found(connection, paper)
            metadata = Metadata.model_validate_json(papers.metadata(connection, row.n))
            return _keys(connection, {row.n: metadata})[row.n]

    def _numbers(self, chosen: Sequence[str] | str, collection: int | None) -> list[int]:
        with self._database.read() as connection:
            if not isinstance(chosen, str):
                return [found(connection, paper).n for paper in dict.fromkeys(chosen)]
            numbers = finding.numbers(connection, parse(chosen))
            if collection is None:
                return numbers
            members = set(collections.members(connection, collection))
            return [n for n in numbers if n in members]

    def _read(self, numbers: list[int], *, whole: bool) -> Iterator[Record]:
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            now = datetime.now(UTC)
            try:
                with self._database.write() as connection:
                    made = _records(connection, some, whole=whole, now=now)
            except StoreCorrupt:
                raise
            except StoreError:
                # Where nothing can be written, papers must get out all the more: onto another disk.
                with self._database.read() as connection:
                    made = _records(connection, some, whole=whole, now=None)
            yield from made


def _records(
    connection: Connection, numbers: list[int], *, whole: bool, now: datetime | None
) -> list[Record]:
    """Without `now` nothing is written: papers that were never cited have no key."""
    rows = papers.by_number(connection, numbers)
    facts = {row.n: Metadata.model_validate_json(papers.metadata(connection, row.n)) for row in rows}
    keys = _keys(connection, facts) if now else cite_keys.of_papers(connection, list(facts))
    tagged = tags.of_papers(connection, numbers)
    named = [[SavedTag(name=tag.name, colour=tag.colour) for tag in tagged[row.n]] for row in rows]
    made = [
        _record(connection, row, facts[row.n], keys.get(row.n), own, whole=whole)
        for row, own in zip(rows, named, strict=True)
    ]
    if now:
        history.add_many(connection, [row.n for row in rows], "exported", now)
    return made


def _keys(connection: Connection, facts: dict[int, Metadata]) -> dict[int, str]:
    known = cite_keys.of_papers(connection, list(facts))
    fresh = {n: proposed(metadata) for n, metadata in facts.items() if n not in known}
    return known | cite_keys.give(connection, fresh)


def _record(
    connection: Connection,
    row: PaperRow,
    metadata: Metadata,
    key: str | None,
    tagged: list[SavedTag],
    *,
    whole: bool,
) -> Record:
    n = row.n
    written = [
        SavedNote.model_validate({name: getattr(note, name) for name in SavedNote.model_fields})
        for note in (notes.of_paper(connection, n) if row.note_count else [])
    ]
    record = Record(
        id=row.id,
        cite_key=key,
        metadata=metadata,
        saved_at=row.saved_at,
        opened_at=row.opened_at,
        starred=row.starred,
        state=row.state,
        tags=tagged,
        collections=[one.name for one in collections.of_paper(connection, n)],
        notes=written,
    )
    if whole:
        record.sayings = [
            SavedSaying.model_validate(
                {name: getattr(one, name) for name in SavedSaying.model_fields if name != "answer"}
                | {"answer": json.loads(one.answer)}
            )
            for one in sayings.of_paper(connection, n)
        ]
        record.cards = [
            SavedCard(saved_at=one.saved_at, card=Card.model_validate_json(one.body))
            for one in reversed(cards.of_paper(connection, n))
        ]
        record.history = [
            Happening.model_validate({"kind": one.kind, "card_id": one.card_id, "at": one.at})
            for one in reversed(history.page(connection, row.id, 0, HAPPENINGS))
        ]
    return record


HAPPENINGS = 10_000
"""Of a paper's history no more is handed out."""
