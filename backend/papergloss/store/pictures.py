"""Rows of drawn pictures: which picture has which content."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.library_tables import pictures


def picture_file(folder: Path, digest: str) -> Path:
    """Where the picture with this content is."""
    return folder / digest[:2] / f"{digest}.webp"


def find(connection: Connection, paper: str, name: str) -> str | None:
    """The hash of a picture's content; None where it was not drawn yet."""
    wanted = (pictures.c.paper == paper) & (pictures.c.name == name)
    return connection.execute(select(pictures.c.digest).where(wanted)).scalar_one_or_none()


def save(connection: Connection, paper: str, name: str, digest: str) -> None:
    """Notes the content of a picture."""
    statement = insert(pictures).values(paper=paper, name=name, digest=digest)
    statement = statement.on_conflict_do_update(index_elements=["paper", "name"], set_={"digest": digest})
    connection.execute(statement)


def remove(connection: Connection, paper: str) -> list[str]:
    """Forgets the pictures of a paper (any version); returns the contents that nothing shows any more."""
    mine = or_(pictures.c.paper == paper, func.substr(pictures.c.paper, 1, len(paper) + 1) == f"{paper}v")
    digests = set(connection.execute(delete(pictures).where(mine).returning(pictures.c.digest)).scalars())
    used = select(pictures.c.digest).where(pictures.c.digest.in_(digests))
    return sorted(digests - set(connection.execute(used).scalars()))
