"""Questions that were asked about papers: kept with their answers, and taken up by the ones that follow."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from papergloss.errors import BadInput, NotFound
from papergloss.gloss.card import Card, Coverage, Wire
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import MOST_TURNS, Turn, turn_of
from papergloss.store import cards, papers, sayings, shelving
from papergloss.store.database import Connection, Database
from papergloss.store.sayings import SayingRow


class Answer(Wire):
    """What is stored of an answer. `card_id` names the card that its passages are shown from."""

    card_id: str
    question: Question
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A question in the library."""

    row: SayingRow
    answer: Answer


class Questions:
    """The questions of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, card: Card) -> None:
        """Keeps an answered question, also one that was put into the trash; see the function of this name."""
        with self._database.write() as connection:
            keep(connection, card)

    def of_paper(self, paper: str) -> list[Kept]:
        """A paper's, oldest first; none of a paper that is not in the library."""
        with self._database.read() as connection:
            row = papers.find(connection, paper)
            rows = sayings.of_paper(connection, row.n) if row is not None else []
        asked = [row for row in rows if row.kind == "question"]
        return [Kept(row, Answer.model_validate_json(row.answer)) for row in asked]

    def earlier(self, card_id: str, paper: str) -> list[Turn]:
        """The conversation up to the question on a card, oldest first.

        Raises:
            NotFound: no such card.
            BadInput: it holds no answered question, or one about another paper.
        """
        turns: list[Turn] = []
        before: str | None = card_id
        with self._database.read() as connection:
            while before is not None and len(turns) < MOST_TURNS:
                card = _card(connection, before, required=not turns)
                if card is None:
                    break
                if card.question is None or card.question.answered == "pending" or paper_of(card) != paper:
                    raise BadInput("This does not go on from a question about the same paper.")
                turns.append(turn_of(card.question))
                before = card.question.follows
        return turns[::-1]


def keep(connection: Connection, card: Card) -> None:
    """Keeps an answered question with its paper, which comes into the library with it.

    One that was asked again, or was in the trash, takes the place that it had.
    """
    question, metadata = card.question, card.metadata
    if question is None or metadata is None or question.answered == "pending":
        return
    answer = Answer(card_id=card.id, question=question, coverage=card.coverage).model_dump_json()
    saying, now = hashlib.sha256(card.key.digest().encode()).hexdigest()[:32], datetime.now(UTC)
    n = shelving.add(connection, paper_of(card), metadata.model_dump(mode="json"), now)
    if sayings.find(connection, saying) is not None:
        sayings.renew(connection, saying, answer)
        return
    key = card.key
    sayings.add(
        connection,
        SayingRow(
            id=saying,
            paper_n=n,
            kind="question",
            text=question.text,
            lang=key.lang,
            engine=key.engine,
            model=key.model,
            answer=answer,
            created_at=now,
        ),
    )


def paper_of(card: Card) -> str:
    """What the library calls a card's paper."""
    return (card.metadata.arxiv_id if card.metadata else None) or card.key.paper


def _card(connection: Connection, card_id: str, *, required: bool) -> Card | None:
    body = cards.body(connection, card_id)
    if body is None and required:
        raise NotFound("The question before this one is not kept any more.")
    return None if body is None else Card.model_validate(json.loads(body))
