"""The list of saved cards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from papergloss.errors import NotFound
from papergloss.gloss import corrections
from papergloss.gloss.card import Card
from papergloss.library.undo import Done, undoable
from papergloss.store import cards, papers, shelving
from papergloss.store.cards import CardRow
from papergloss.store.database import Database


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    id: str
    paper: str
    lang: str
    title: str
    title_target: str | None
    authors: list[str]
    author_count: int
    state: str
    engine: str
    model: str
    saved_at: datetime


class Shelf:
    """Every card that was finished on this data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, offset: int, limit: int) -> tuple[list[Entry], int]:
        """Saved cards, newest first, and how many there are in all."""
        with self._database.read() as connection:
            rows = cards.page(connection, offset, limit)
            return [_entry(row) for row in rows], cards.total(connection)

    def json(self, card_id: str) -> str:
        """The card as JSON, as it was saved. Raises NotFound."""
        with self._database.read() as connection:
            body = cards.body(connection, card_id)
        if body is None:
            raise NotFound("There is no such card.")
        return body

    def card(self, card_id: str) -> Card:
        """The card. Raises NotFound."""
        return Card.model_validate_json(self.json(card_id))

    def correct(self, card_id: str, part: str, text: str | None, wrong_evidence: Sequence[int]) -> Card:
        """Keeps what the reader has put right at a place; with nothing to say there, takes it back.

        Raises:
            NotFound: no such card, or nothing at that place.
        """
        with self._database.write() as connection:
            row = cards.find(connection, card_id)
            n = cards.number_of_paper(connection, card_id)
            if row is None or n is None:
                raise NotFound("There is no such card.")
            card = corrections.correct(Card.model_validate_json(row.body), part, text, wrong_evidence)
            translation = corrections.corrected(card).translation
            title_target = translation.title.target if translation else None
            cards.save(connection, replace(row, body=card.model_dump_json(), title_target=title_target))
            shelving.refresh(connection, n)
            return card

    def remove(self, card_id: str) -> Done:
        """Puts a card into the trash, and its paper where nothing else is kept of it. Raises NotFound."""
        with self._database.write() as connection:
            row = cards.find(connection, card_id)
            n = cards.number_of_paper(connection, card_id)
            if row is None or n is None:
                raise NotFound("There is no such card.")
            with undoable(connection, "card", [n]) as done:
                done.extra["trashed"] = {"cards": [card_id]}
                done.count = 1
                cards.trash(connection, card_id, datetime.now(UTC))
                if not cards.of_paper(connection, n) and not papers.is_kept_otherwise(connection, n):
                    papers.revise(connection, [n], trashed_at=datetime.now(UTC))
            shelving.refresh(connection, n)
            return done


def _entry(row: CardRow) -> Entry:
    return Entry(
        id=row.id,
        paper=row.paper,
        lang=row.lang,
        title=row.title,
        title_target=row.title_target,
        authors=json.loads(row.authors),
        author_count=row.author_count,
        state=row.state,
        engine=row.engine,
        model=row.model,
        saved_at=row.saved_at,
    )
