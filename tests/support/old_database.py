"""A database as release 0.1 left it: `python -m support.old_database PATH` opens one, to be killed."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from papergloss.gloss.card import Card
from papergloss.store.database import Database
from papergloss.store.migrate import config
from support.library import NOW

FIRST = "0001"


def make(path: Path, cards: list[Card], schema: str = FIRST) -> None:
    """Writes a database of the first schema with these cards, a revision each; then brings it to `schema`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("PRAGMA journal_mode = WAL"))
        command.upgrade(config(connection), FIRST)
        for n, one in enumerate(cards):
            connection.execute(text(_INSERT), _row(one, n))
        command.upgrade(config(connection), schema)
    engine.dispose()


_COLUMNS = (
    "id", "key_digest", "revision", "family", "version", "paper", "lang", "engine", "model", "title",
    "title_target", "authors", "author_count", "state", "saved_at", "body",
)  # fmt: skip
_INSERT = f"INSERT INTO cards ({', '.join(_COLUMNS)}) VALUES (:{', :'.join(_COLUMNS)})"


def _row(one: Card, n: int) -> dict[str, object]:
    """The row that release 0.1 wrote; its cards had fewer fields than today's."""
    assert one.metadata is not None
    saved_at = NOW.replace(tzinfo=None) + timedelta(minutes=n)
    family = one.key.model_copy(update={"paper": one.metadata.arxiv_id or one.key.paper})
    body = one.model_copy(update={"id": f"{one.key.digest()}-1"}).model_dump(mode="json")
    old = {name: body[name] for name in OLD_FIELDS}
    return {
        "id": f"{one.key.digest()}-1", "key_digest": one.key.digest(), "revision": 1,
        "family": family.digest(), "version": one.metadata.version, "paper": one.key.paper,
        "lang": one.key.lang, "engine": one.key.engine, "model": one.key.model, "title": one.metadata.title,
        "title_target": None, "authors": json.dumps(one.metadata.authors),
        "author_count": len(one.metadata.authors), "state": one.state,
        "saved_at": f"{saved_at:%Y-%m-%d %H:%M:%S.%f}", "body": json.dumps(old),
    }  # fmt: skip


OLD_FIELDS = (
    "id", "key", "revision", "state", "metadata", "translation", "summary", "takeaways", "figures",
    "coverage", "provenance", "warnings", "problems",
)  # fmt: skip


if __name__ == "__main__":
    print("opening", flush=True)
    Database(Path(sys.argv[1])).close()
    print("opened", flush=True)
