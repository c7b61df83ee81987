"""Rows of saved cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.library_tables import papers
from papergloss.store.tables import cards, jobs


@dataclass(frozen=True, slots=True)
class CardRow:
    """A saved card. `family` names the key without the paper's version; `authors` is JSON."""

    id: str
    key_digest: str
    revision: int
    family: str
    version: int
    paper: str
    kind: str
    lang: str
    engine: str
    model: str
    title: str
    title_target: str | None
    authors: str
    author_count: int
    state: str
    saved_at: datetime
    body: str


SHELVED = ("card", "deep")
"""Kinds of cards that make a paper one of the library; the others are kept, and asked for by their key."""
AT_ONCE = 500
"""Digests in one query."""
COLUMNS = [cards.c[field.name] for field in fields(CardRow)]
_KEPT = cards.c.trashed_at.is_(None)
_LISTED = _KEPT & cards.c.paper_n.in_(select(papers.c.n).where(papers.c.trashed_at.is_(None)))
"""Neither the card is in the trash nor its paper."""
_SHOWN = _LISTED | (_KEPT & cards.c.kind.not_in(SHELVED))
_newest = select(cards.c.key_digest, func.max(cards.c.revision)).where(_KEPT).group_by(cards.c.key_digest)
_LATEST = _LISTED & tuple_(cards.c.key_digest, cards.c.revision).in_(_newest)
# Built once, since every request for a gloss asks it.
_PAPERS_OF_FAMILY = (
    select(cards.c.paper_n)
    .where((cards.c.family == bindparam("digest")) | (cards.c.key_digest == bindparam("digest")), _KEPT)
    .distinct()
)


def save(connection: Connection, row: CardRow) -> None:
    """Inserts the card, or replaces the one with the same key and revision."""
    values = {field.name: getattr(row, field.name) for field in fields(CardRow)}
    statement = insert(cards).values(values)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key_digest", "revision"], set_=values)
    )


def body(connection: Connection, card_id: str) -> str | None:
    """The card's JSON; None where there is none outside the trash."""
    query = select(cards.c.body).where(cards.c.id == card_id, _KEPT)
    return connection.execute(query).scalar_one_or_none()


def find(connection: Connection, card_id: str) -> CardRow | None:
    """The card with this id, outside the trash."""
    row = connection.execute(select(*COLUMNS).where(cards.c.id == card_id, _KEPT)).one_or_none()
    return None if row is None else CardRow(*row)


def is_there(connection: Connection, card_id: str) -> bool:
    """Whether there is a card with this id, in the trash or not."""
    return connection.execute(select(exists().where(cards.c.id == card_id))).scalar_one()


def bodies_in(connection: Connection, paper: str, lang: str) -> Iterator[str]:
    """A paper's listed cards in a language as JSON, the newest version first; `paper` is without version."""
    query = select(cards.c.body).join(papers, papers.c.n == cards.c.paper_n)
    query = query.where(papers.c.id == paper, cards.c.lang == lang, _LISTED)
    query = query.order_by(cards.c.version.desc(), cards.c.saved_at.desc())
    yield from connection.execute(query).scalars()


def number_of_paper(connection: Connection, card_id: str) -> int | None:
    """The number of a card's paper; None for an unknown card."""
    return connection.execute(select(cards.c.paper_n).where(cards.c.id == card_id)).scalar_one_or_none()


def newest(connection: Connection, *, family: str = "", key_digest: str = "") -> CardRow | None:
    """The newest version's newest revision of a family, or the newest revision of a key."""
    wanted = cards.c.family == family if family else cards.c.key_digest == key_digest
    query = (
        select(*COLUMNS)
        .where(wanted, _SHOWN)
        .order_by(cards.c.version.desc(), cards.c.revision.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else CardRow(*row)


def whole(connection: Connection, digests: Sequence[str]) -> set[str]:
    """Of these digests of keys, with a version or without, those that a whole card answers."""
    found: set[str] = set()
    for start in range(0, len(digests), AT_ONCE):
        some = digests[start : start + AT_ONCE]
        for column in (cards.c.key_digest, cards.c.family):
            query = select(column).where(column.in_(some), cards.c.state == "done", _SHOWN)
            found.update(connection.execute(query).scalars())
    return found


def page(connection: Connection, offset: int, limit: int) -> list[CardRow]:
    """Saved cards, newest first; of each key only the newest revision."""
    query = select(*COLUMNS).where(_LATEST).order_by(cards.c.saved_at.desc(), cards.c.id)
    query = query.offset(offset).limit(limit)
    return [CardRow(*row) for row in connection.execute(query)]


def of_paper(connection: Connection, n: int) -> list[CardRow]:
    """All cards of a paper, newest first."""
    query = select(*COLUMNS).where(cards.c.paper_n == n, _KEPT)
    query = query.order_by(cards.c.version.desc(), cards.c.saved_at.desc(), cards.c.revision.desc())
    return [CardRow(*row) for row in connection.execute(query)]


def total(connection: Connection) -> int:
    """How many cards `page` goes through."""
    return int(connection.execute(select(func.count()).select_from(cards).where(_LATEST)).scalar_one())


def last_revision(connection: Connection, key_digest: str) -> int:
    """The highest revision that a key has had, in the trash or not; 0 for none."""
    query = select(func.max(cards.c.revision)).where(cards.c.key_digest == key_digest)
    return connection.execute(query).scalar_one() or 0


def trash(connection: Connection, card_id: str, at: datetime) -> None:
    """Puts a card into the trash and deletes the ended jobs that made it, events included."""
    connection.execute(delete(jobs).where(jobs.c.card_id == card_id))
    connection.execute(update(cards).where(cards.c.id == card_id).values(trashed_at=at))


def remove(connection: Connection, ids: Sequence[str]) -> None:
    """Deletes cards for ever, and the ended jobs that made them."""
    connection.execute(delete(jobs).where(jobs.c.card_id.in_(ids)))
    connection.execute(delete(cards).where(cards.c.id.in_(ids)))


def papers_of_family(connection: Connection, family: str) -> list[int]:
    """Numbers of the papers whose cards answer a key without version."""
    return list(connection.execute(_PAPERS_OF_FAMILY, {"digest": family}).scalars())
