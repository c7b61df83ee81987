"""Questions that were asked about papers: kept with their answers, and taken up by the ones that follow."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier, BadInput, NotFound
from papergloss.gloss.card import Card, Coverage, Metadata, Wire
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import MOST_TURNS, AskedPaper, Told, Turn, turn_of
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

    def compared(self, papers: Sequence[str], lang: str) -> list[AskedPaper]:
        """Papers of the library as a question about several has them, each with what its card tells.

        Raises:
            NotFound: one of them is not in the library.
        """
        with self._database.read() as connection:
            return [_compared(connection, paper, lang) for paper in dict.fromkeys(papers)]

    def keep(self, card: Card) -> None:
        """Keeps an answered question, also one that was put into the trash; see the function of this name."""
        with self._database.write() as connection:
            keep(connection, card)

    def of_papers(self, *ids: str) -> list[Kept]:
        """Those about exactly these papers, oldest first; none of a paper that is not in the library."""
        with self._database.read() as connection:
            row = papers.find(connection, ids[0])
            rows = sayings.of_paper(connection, row.n) if row is not None else []
        asked = [Kept(row, Answer.model_validate_json(row.answer)) for row in rows if row.kind == "question"]
        wanted = set(ids) if len(ids) > 1 else set()
        return [one for one in asked if {library_id(p.paper) for p in one.answer.question.papers} == wanted]

    def earlier(self, card_id: str, papers: Collection[str]) -> list[Turn]:
        """The conversation up to the question on a card, oldest first.

        Raises:
            NotFound: no such card.
            BadInput: it holds no answered question, or one about other papers.
        """
        turns: list[Turn] = []
        before: str | None = card_id
        with self._database.read() as connection:
            while before is not None and len(turns) < MOST_TURNS:
                card = _card(connection, before, required=not turns)
                if card is None:
                    break
                if card.question is None or card.question.answered == "pending":
                    raise BadInput("This does not go on from a question that was answered.")
                if papers_of(card) != set(papers):
                    raise BadInput("This does not go on from a question about the same papers.")
                turns.append(turn_of(card.question))
                before = card.question.follows
        return turns[::-1]


def keep(connection: Connection, card: Card) -> None:
    """Keeps an answered question with its paper, or with each of its papers, which are then in the library.

    One that was asked again, or was in the trash, takes the place that it had.
    """
    question, metadata = card.question, card.metadata
    if question is None or metadata is None or question.answered == "pending":
        return
    now, key = datetime.now(UTC), card.key
    answer = Answer(card_id=card.id, question=question, coverage=card.coverage).model_dump_json()
    for paper in sorted(papers_of(card)):
        saying = hashlib.sha256(f"{key.digest()} {paper}".encode()).hexdigest()[:32]
        if sayings.find(connection, saying) is not None:
            sayings.renew(connection, saying, answer)
            continue
        known = papers.find(connection, paper) if question.papers else None
        n = known.n if known else shelving.add(connection, paper, metadata.model_dump(mode="json"), now)
        row = SayingRow(
            id=saying,
            paper_n=n,
            kind="question",
            text=question.text,
            lang=key.lang,
            engine=key.engine,
            model=key.model,
            answer=answer,
            created_at=now,
        )
        sayings.add(connection, row)


def papers_of(card: Card) -> set[str]:
    """What the library calls the papers that a card is about."""
    if card.question and card.question.papers:
        return {library_id(one.paper) for one in card.question.papers}
    return {(card.metadata.arxiv_id if card.metadata else None) or card.key.paper}


def library_id(paper: str) -> str:
    """A paper's key without its version."""
    try:
        return ArxivId.parse(paper).id
    except BadIdentifier:
        return paper


def _compared(connection: Connection, paper: str, lang: str) -> AskedPaper:
    row = papers.find(connection, paper)
    if row is None:
        raise NotFound(f"The library has no paper {paper}.")
    own = next(cards.bodies_in(connection, paper, lang), None)
    others = (card.body for card in cards.of_paper(connection, row.n))
    if body := own or next(others, None):
        card = Card.model_validate_json(body)
        claims = [*(card.summary or ()), *(card.takeaways or ())]
        told = [Told(text=c.text, passages=[e.passage for e in c.evidence]) for c in claims]
        name, metadata = card.key.paper, card.metadata
    else:
        told, name, metadata = [], paper, None
    metadata = metadata or Metadata.model_validate_json(papers.metadata(connection, row.n))
    return AskedPaper(paper=name, title=metadata.title, abstract=metadata.abstract, claims=told)


def _card(connection: Connection, card_id: str, *, required: bool) -> Card | None:
    body = cards.body(connection, card_id)
    if body is None and required:
        raise NotFound("The question before this one is not kept any more.")
    return None if body is None else Card.model_validate(json.loads(body))
