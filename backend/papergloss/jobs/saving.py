"""Puts finished cards into the library, and finds the one that answers a request."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier
from papergloss.gloss.card import Card, CardKey
from papergloss.gloss.corrections import holding
from papergloss.library import questions
from papergloss.store import cards, shelving
from papergloss.store.cards import CardRow
from papergloss.store.database import Connection
from papergloss.store.jobs import JobRow

AUTHORS_SHOWN = 3


def stored(connection: Connection, key: CardKey) -> CardRow | None:
    """The card for a key, its newest revision.

    Without a version in the key: of the newest version, unless arXiv had a newer one even then.
    """
    if not _is_unversioned(key.paper):
        return cards.newest(connection, key_digest=key.digest())
    row = cards.newest(connection, family=key.digest())
    if row is None:
        return None
    metadata = Card.model_validate_json(row.body).metadata
    outdated = metadata is not None and (metadata.latest_version or 0) > row.version
    return None if outdated else row


def take_back(connection: Connection, key: CardKey) -> None:
    """Who asks for a paper that is in the trash gets it back."""
    for n in cards.papers_of_family(connection, key.digest()):
        shelving.untrash(connection, n)


def save(connection: Connection, job: JobRow, card: Card) -> Card | None:
    """Saves what a job made, under its final id.

    A stage that ran again replaces the job's own card; "regenerate" makes a new revision; anything else
    replaces the newest one, but never a whole card by one with holes.

    Returns:
        The card as saved; None where nothing was.
    """
    if card.metadata is None:
        return None
    digest = card.key.digest()
    newest = cards.newest(connection, key_digest=digest)
    if job.card_id is not None and job.card_id.startswith(f"{digest}-"):
        revision = int(job.card_id.rpartition("-")[2])
    elif newest is None or job.regenerate:
        revision = cards.last_revision(connection, digest) + 1
    elif newest.state == "done" and card.state != "done":
        return None
    else:
        revision = newest.revision
    card_id = f"{digest}-{revision}"
    before = cards.body(connection, card_id)
    kept = holding(card, Card.model_validate_json(before).corrections) if before else []
    saved = card.model_copy(update={"id": card_id, "revision": revision, "corrections": kept})
    cards.save(connection, row_of(saved))
    if saved.key.kind in cards.SHELVED:
        shelving.shelve(connection, saved.id)
    elif saved.state == "done":
        questions.keep(connection, saved)
    return saved


def row_of(card: Card) -> CardRow:
    """A card as it is stored. Raises ValueError for a card without metadata."""
    if card.metadata is None:
        raise ValueError("a card without metadata has no title to list")
    family = card.key.model_copy(update={"paper": card.metadata.arxiv_id or card.key.paper})
    return CardRow(
        id=card.id,
        key_digest=card.key.digest(),
        revision=card.revision,
        family=family.digest(),
        version=card.metadata.version or 0,
        paper=card.key.paper,
        kind=card.key.kind,
        lang=card.key.lang,
        engine=card.key.engine,
        model=card.key.model,
        title=card.metadata.title,
        title_target=card.translation.title.target if card.translation else None,
        authors=json.dumps(card.metadata.authors[:AUTHORS_SHOWN]),
        author_count=len(card.metadata.authors),
        state=card.state,
        saved_at=datetime.now(UTC),
        body=card.model_dump_json(),
    )


def _is_unversioned(paper: str) -> bool:
    try:
        return ArxivId.parse(paper).version is None
    except BadIdentifier:
        return False
