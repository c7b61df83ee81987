"""Puts a record into the library: what is there stays, what is missing is added, never twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from papergloss.export.cite_keys import proposed
from papergloss.export.record import Record, SavedNote
from papergloss.jobs import saving
from papergloss.store import cards, cite_keys, collections, history, notes, papers, sayings, shelving, tags
from papergloss.store.database import Connection
from papergloss.store.index_text import fold
from papergloss.store.papers import PaperRow
from papergloss.store.sayings import SayingRow


def missing(connection: Connection, row: PaperRow, record: Record) -> Record | None:
    """What of a record its paper does not have yet; None where it has all."""
    tagged = {fold(tag.name) for tag in tags.of_papers(connection, [row.n])[row.n]}
    member = {fold(one.name) for one in collections.of_paper(connection, row.n)}
    held = notes.of_paper(connection, row.n)
    written = {note.id for note in held} | {note.body for note in held}
    rest = record.model_copy(
        update={
            "starred": record.starred and not row.starred,
            "tags": [tag for tag in record.tags if fold(tag.name) not in tagged],
            "collections": [name for name in record.collections if fold(name) not in member],
            "notes": [note for note in record.notes if not written & {note.id, note.body}],
            "sayings": [one for one in record.sayings if sayings.find(connection, one.id) is None],
            "cards": [one for one in record.cards if not cards.is_there(connection, one.card.id)],
            "history": [],
        }
    )
    more = (rest.starred, rest.tags, rest.collections, rest.notes, rest.sayings, rest.cards)
    return rest if any(more) or row.trashed_at is not None else None


def add(connection: Connection, record: Record, now: datetime) -> None:
    """A paper that is not there yet, with all that hangs on it."""
    saved_at = record.saved_at or now
    n = shelving.add(connection, record.id, record.metadata.model_dump(mode="json"), saved_at)
    papers.change(connection, n, state=record.state, opened_at=record.opened_at)
    for happening in record.history:
        history.add(connection, n, happening.kind, happening.at, happening.card_id)
    cite_keys.give(connection, {n: record.cite_key or proposed(record.metadata)})
    _hang_on(connection, n, record, now)


def merge(connection: Connection, row: PaperRow, rest: Record, now: datetime) -> None:
    """Adds to a paper what is missing of a record, and takes it out of the trash."""
    shelving.untrash(connection, row.n)
    _hang_on(connection, row.n, rest, now)


def _hang_on(connection: Connection, n: int, record: Record, now: datetime) -> None:
    if record.starred:
        papers.revise(connection, [n], starred=True)
    for tag in record.tags:
        known = tags.find(connection, name=tag.name)
        tags.put_on(connection, known.id if known else tags.add(connection, tag.name, tag.colour), [n])
    for name in record.collections:
        known_one = collections.find(connection, name=name)
        collections.put_in(connection, known_one.id if known_one else collections.add(connection, name), [n])
    for note in record.notes:
        _note(connection, n, note, now)
    for one in record.sayings:
        if sayings.find(connection, one.id) is not None:
            continue
        values = one.model_dump(exclude={"answer"})
        answer = json.dumps(one.answer, ensure_ascii=False)
        sayings.add(connection, SayingRow(paper_n=n, answer=answer, **values))
    for saved in record.cards:
        if cards.is_there(connection, saved.card.id):
            continue
        cards.save(connection, replace(saving.row_of(saved.card), saved_at=saved.saved_at))
        shelving.put_under(connection, n, saved.card.id, saved.saved_at)
    refreshers: list[tuple[bool, Callable[[Connection, list[int]], None]]] = [
        (bool(record.notes), shelving.refresh_notes),
        (bool(record.tags), shelving.refresh_tags),
    ]
    for wanted, refresh in refreshers:
        if wanted:
            refresh(connection, [n])
    history.add(connection, n, "imported", now)


def _note(connection: Connection, n: int, note: SavedNote, now: datetime) -> None:
    note_id = note.id or hashlib.sha256(f"{n}\n{note.body}".encode()).hexdigest()[:32]
    while (known := notes.find(connection, note_id)) is not None:
        if (known.paper_n, known.body) == (n, note.body) and known.trashed_at is None:
            return
        note_id = hashlib.sha256(f"{n}\n{note_id}".encode()).hexdigest()[:32]
    written = note.created_at or now
    values = {"passage": note.passage, "quote": note.quote, "created_at": written}
    changed = note.changed_at or written
    notes.add(connection, id=note_id, paper_n=n, body=note.body, changed_at=changed, **values)
