"""Notes in Markdown, and what else a reader says at a paper: selections translated, questions asked."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from datetime import UTC, datetime

from papergloss.errors import BadInput, Conflict, NotFound
from papergloss.gloss.card import Card
from papergloss.library.papers import found
from papergloss.library.undo import Done, undoable
from papergloss.store import notes, sayings, shelving
from papergloss.store.database import Connection, Database
from papergloss.store.notes import NoteRow
from papergloss.store.sayings import SayingRow


class Notes:
    """The notes of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        paper: str,
        body: str,
        *,
        passage: int | None = None,
        quote: str | None = None,
        note_id: str | None = None,
    ) -> NoteRow:
        """A new note; the one that is there where the same `note_id` was sent before.

        Raises:
            NotFound: no such paper.
            Conflict: `note_id` names a note with another text.
        """
        note_id, now = note_id or uuid.uuid4().hex, datetime.now(UTC)
        with self._database.write() as connection:
            n = found(connection, paper).n
            known = notes.find(connection, note_id)
            if known is not None:
                _same(known, body)
                return known
            values = {"passage": passage, "quote": quote, "created_at": now, "changed_at": now}
            notes.add(connection, id=note_id, paper_n=n, body=body, **values)
            shelving.refresh_notes(connection, [n])
            return _found(connection, note_id)

    def change(self, note: str, body: str, based_on: int) -> NoteRow:
        """Another text. Raises NotFound; Conflict where it has changed since revision `based_on`."""
        with self._database.write() as connection:
            row = _found(connection, note)
            if row.body == body:
                return row
            if row.revision != based_on:
                _same(row, body)
            notes.change(connection, note, body=body, changed_at=datetime.now(UTC))
            shelving.refresh_notes(connection, [row.paper_n])
            return _found(connection, note)

    def remove(self, note: str) -> Done:
        """Puts a note into the trash. Raises NotFound."""
        with self._database.write() as connection:
            row = _found(connection, note)
            with undoable(connection, "note", []) as done:
                done.extra["trashed"] = {"notes": [note]}
                done.count = 1
                notes.change(connection, note, trashed_at=datetime.now(UTC))
            shelving.refresh_notes(connection, [row.paper_n])
            return done


class Sayings:
    """Selections that were translated and questions that were asked, with their answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, card: Card) -> SayingRow:
        """Keeps the answer to a selection with its paper, which comes into the library with it.

        Raises:
            BadInput: the card is no selection, or of a page that is about no paper.
        """
        key, metadata, selection = card.key, card.metadata, card.selection
        if selection is None or metadata is None or metadata.source == "page":
            raise BadInput("This is not a selection of a paper.")
        row = SayingRow(
            id=hashlib.sha256(card.id.encode()).hexdigest()[:32],
            paper_n=0,
            kind="selection",
            text=selection.text,
            lang=key.lang,
            engine=key.engine,
            model=key.model,
            answer=selection.model_dump_json(),
            created_at=datetime.now(UTC),
        )
        with self._database.write() as connection:
            if (known := sayings.find(connection, row.id)) is not None:
                sayings.set_trashed(connection, row.id, None)
                return known
            paper = metadata.arxiv_id or key.paper
            facts = metadata.model_dump(mode="json")
            row = replace(row, paper_n=shelving.add(connection, paper, facts, row.created_at))
            sayings.add(connection, row)
        return row

    def of_paper(self, paper: str) -> list[SayingRow]:
        """A paper's, oldest first. Raises NotFound."""
        with self._database.read() as connection:
            return sayings.of_paper(connection, found(connection, paper).n)

    def remove(self, saying: str) -> Done:
        """Puts one into the trash. Raises NotFound."""
        with self._database.write() as connection:
            if sayings.find(connection, saying) is None:
                raise NotFound("This was not kept, or was deleted.")
            with undoable(connection, "saying", []) as done:
                done.extra["trashed"] = {"sayings": [saying]}
                done.count = 1
                sayings.set_trashed(connection, saying, datetime.now(UTC))
            return done


def _same(known: NoteRow, body: str) -> None:
    if known.body != body:
        raise Conflict({"id": known.id, "body": known.body, "revision": known.revision}, {"body": body})


def _found(connection: Connection, note: str) -> NoteRow:
    row = notes.find(connection, note)
    if row is None or row.trashed_at is not None:
        raise NotFound("There is no such note.")
    return row
