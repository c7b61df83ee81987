"""Tags: making, renaming, colouring, merging and removing them."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.errors import BadInput, NotFound
from papergloss.library.changes import cleaned
from papergloss.library.undo import Done, undoable
from papergloss.store import shelving, tags
from papergloss.store.database import Connection, Database
from papergloss.store.tags import TagRow

__all__ = ["TagRow", "Tags"]


class Tags:
    """The tags of one data folder. Names that differ in case, width or accents only are one tag."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everyone(self) -> list[tuple[TagRow, int]]:
        """Every tag by name, with how many papers have it."""
        with self._database.read() as connection:
            return tags.everyone(connection)

    def add(self, name: str, colour: str | None = None) -> TagRow:
        """A new tag, or the one that has this name already. Raises BadInput."""
        with self._database.write() as connection:
            known = tags.find(connection, name=cleaned(name))
            number = tags.add(connection, cleaned(name), colour) if known is None else known.id
            return _found(connection, number)

    def rename(self, tag: int, name: str) -> TagRow:
        """Gives a tag another name.

        Raises:
            NotFound: no such tag.
            BadInput: another tag has this name: they can be merged.
        """
        name = cleaned(name)
        with self._database.write() as connection:
            _found(connection, tag)
            other = tags.find(connection, name=name)
            if other is not None and other.id != tag:
                raise BadInput("Another tag has this name.", "Merge the two tags instead.")
            tags.change(connection, tag, name=name)
            shelving.refresh_tags(connection, tags.papers_with(connection, tag))
            return _found(connection, tag)

    def colour(self, tag: int, colour: str | None) -> TagRow:
        """Gives a tag a colour (`#rrggbb`) or takes it off. Raises NotFound."""
        with self._database.write() as connection:
            _found(connection, tag)
            tags.change(connection, tag, colour=colour)
            return _found(connection, tag)

    def merge(self, sources: Sequence[int], into: int) -> Done:
        """Puts `into` on every paper of the other tags, which are then removed. Raises NotFound."""
        with self._database.write() as connection:
            _found(connection, into)
            rows = [_found(connection, tag) for tag in dict.fromkeys(sources) if tag != into]
            numbers = sorted({n for row in rows for n in tags.papers_with(connection, row.id)})
            with undoable(connection, "merge", numbers) as done:
                tags.put_on(connection, into, numbers)
                _drop(connection, rows, done)
            shelving.refresh_tags(connection, numbers)
            return done

    def remove(self, tag: int) -> Done:
        """Removes a tag, off its papers too. Raises NotFound."""
        with self._database.write() as connection:
            row = _found(connection, tag)
            numbers = tags.papers_with(connection, tag)
            with undoable(connection, "tag", numbers) as done:
                _drop(connection, [row], done)
            shelving.refresh_tags(connection, numbers)
            return done


def _drop(connection: Connection, rows: Sequence[TagRow], done: Done) -> None:
    done.extra["tag_rows"] = [[row.id, row.name, row.colour] for row in rows]
    done.count = len(rows)
    for row in rows:
        tags.remove(connection, row.id)


def _found(connection: Connection, tag: int) -> TagRow:
    row = tags.find(connection, id=tag)
    if row is None:
        raise NotFound("There is no such tag.")
    return row
