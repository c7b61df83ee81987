"""Keeps papers and the full-text index in step with the cards, notes and tags under them.

Called in the transaction that changes these, so that no half-saved paper can be seen. Cards are read as
plain JSON: what an earlier release saved must be shelved too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from papergloss.store import history, papers, search
from papergloss.store.columns import among
from papergloss.store.library_tables import notes, paper_tags, tags
from papergloss.store.library_tables import papers as paper_table
from papergloss.store.search import Texts
from papergloss.store.tables import cards

AUTHORS_SHOWN = 3
TO_READ = "to_read"


def add(connection: Connection, paper: str, metadata: dict[str, Any], now: datetime) -> int:
    """The number of a paper; makes it where it is new, takes it out of the trash where it was there."""
    n, is_new = _find_or_make(connection, paper, metadata, now)
    if is_new:
        papers.set_categories(connection, n, metadata.get("categories") or [])
        _index(connection, n, metadata, [])
    return n


def untrash(connection: Connection, n: int) -> None:
    """Takes a paper out of the trash where it is there."""
    connection.execute(
        update(paper_table)
        .where(paper_table.c.n == n, paper_table.c.trashed_at.is_not(None))
        .values(trashed_at=None, revision=paper_table.c.revision + 1)
    )


def shelve(connection: Connection, card_id: str) -> int:
    """Puts a saved card under its paper, which it makes or brings up to date; returns the paper's number."""
    query = select(cards.c.paper, cards.c.body, cards.c.saved_at).where(cards.c.id == card_id)
    key_paper, body, saved_at = connection.execute(query).one()
    metadata = json.loads(body)["metadata"]
    n, _ = _find_or_make(connection, metadata.get("arxiv_id") or key_paper, metadata, saved_at)
    put_under(connection, n, card_id, saved_at)
    return n


def put_under(connection: Connection, n: int, card_id: str, saved_at: datetime) -> None:
    """Puts a saved card under this paper, and brings the paper up to date."""
    statement = update(cards).where(cards.c.id == card_id).values(paper_n=n, trashed_at=None)
    connection.execute(statement)
    history.glossed(connection, n, card_id, saved_at)
    refresh(connection, n)


def refresh(connection: Connection, n: int) -> None:
    """Makes a paper's columns and index anew from its cards."""
    query = select(cards.c.id, cards.c.body, cards.c.key_digest, cards.c.saved_at).where(
        cards.c.paper_n == n, cards.c.trashed_at.is_(None)
    )
    # A deep read stands for its paper only where there is no card.
    order = (cards.c.kind == "card", cards.c.version, cards.c.saved_at, cards.c.revision)
    rows = connection.execute(query.order_by(*order)).all()
    if not rows:
        papers.change(connection, n, card_id=None, title_target=None, glossed_at=None)
        search.change(connection, "card", {n: ""})
        return
    bodies = {row.key_digest: json.loads(row.body) for row in rows}
    newest = json.loads(rows[-1].body)
    metadata = newest["metadata"]
    facts = _facts(metadata)
    latest = max((body["metadata"].get("latest_version") or 0) for body in bodies.values())
    facts["latest_version"] = func.max(paper_table.c.latest_version, latest)
    papers.change(
        connection,
        n,
        card_id=rows[-1].id,
        glossed_at=max(row.saved_at for row in rows),
        title_target=((newest.get("translation") or {}).get("title") or {}).get("target"),
        **facts,
    )
    papers.set_categories(connection, n, metadata.get("categories") or [])
    _index(connection, n, metadata, list(bodies.values()))


def refresh_notes(connection: Connection, numbers: Sequence[int]) -> None:
    """Indexes the notes of papers anew and counts them."""
    bodies = _notes(connection, numbers)
    if bodies:
        counted = update(paper_table).where(paper_table.c.n == bindparam("paper"))
        counts = [{"paper": n, "count": len(found)} for n, found in bodies.items()]
        connection.execute(counted.values(note_count=bindparam("count")), counts)
    search.change(connection, "notes", _lines(bodies))


def refresh_tags(connection: Connection, numbers: Sequence[int]) -> None:
    """Indexes the tags of papers anew."""
    search.change(connection, "tags", _lines(_tags(connection, numbers)))


def _find_or_make(
    connection: Connection, paper: str, metadata: dict[str, Any], now: datetime
) -> tuple[int, bool]:
    known = papers.find(connection, paper)
    if known is not None:
        untrash(connection, known.n)
        return known.n, False
    fresh = {"starred": False, "state": TO_READ, "note_count": 0, "revision": 1, "saved_at": now}
    return papers.add(connection, id=paper, **fresh, **_facts(metadata)), True


def _index(connection: Connection, n: int, metadata: dict[str, Any], bodies: list[dict[str, Any]]) -> None:
    texts = Texts(
        title=metadata["title"],
        authors="\n".join(metadata["authors"]),
        abstract=metadata["abstract"],
        card="\n".join(_card_text(body) for body in bodies),
        notes=_lines(_notes(connection, [n]))[n],
        tags=_lines(_tags(connection, [n]))[n],
    )
    search.put(connection, n, texts)


def _facts(metadata: dict[str, Any]) -> dict[str, Any]:
    authors, categories = metadata["authors"], metadata.get("categories") or []
    submitted = metadata.get("submitted")
    moment = datetime.fromisoformat(submitted) if submitted else None
    return {
        "title": metadata["title"],
        "authors": json.dumps(authors[:AUTHORS_SHOWN], ensure_ascii=False),
        "author_count": len(authors),
        "first_author": authors[0] if authors else "",
        "category": categories[0] if categories else "",
        "submitted": moment,
        "year": moment.year if moment else None,
        "version": metadata.get("version") or 0,
        "latest_version": metadata.get("latest_version") or 0,
        "metadata": json.dumps(metadata, ensure_ascii=False),
    }


def _card_text(card: dict[str, Any]) -> str:
    """What a card says beyond the paper's own title and abstract."""
    translation = card.get("translation") or {}
    sentences = [translation.get("title") or {}, *translation.get("sentences", [])]
    parts = [sentence.get("target") for sentence in sentences]
    parts += [claim["text"] for part in ("summary", "takeaways") for claim in card.get(part) or []]
    for section in (card.get("deep") or {}).get("sections", []):
        parts += [claim["text"] for block in section["blocks"] for claim in block.get("claims", [])]
    parts += [figure.get("caption_target") for figure in card.get("figures") or []]
    parts += [correction["text"] for correction in card.get("corrections") or []]
    return "\n".join(part for part in parts if part)


def _notes(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    wanted = among(notes.c.paper_n, numbers), notes.c.trashed_at.is_(None)
    query = select(notes.c.paper_n, notes.c.body).where(*wanted).order_by(notes.c.created_at)
    return _by_paper(numbers, connection.execute(query))


def _tags(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    query = select(paper_tags.c.paper_n, tags.c.name).join(tags).where(among(paper_tags.c.paper_n, numbers))
    return _by_paper(numbers, connection.execute(query.order_by(tags.c.folded)))


def _by_paper(numbers: Sequence[int], rows: Iterable[Row[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {n: [] for n in numbers}
    for n, text in rows:
        found[n].append(text)
    return found


def _lines(found: dict[int, list[str]]) -> dict[int, str]:
    return {n: "\n".join(texts) for n, texts in found.items()}
