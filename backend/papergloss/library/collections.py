"""Collections: named sets of papers."""

from __future__ import annotations

from papergloss.errors import BadInput, NotFound
from papergloss.library.undo import Done, undoable
from papergloss.store import collections
from papergloss.store.collections import CollectionRow
from papergloss.store.database import Connection, Database

__all__ = ["CollectionRow", "Collections"]

MAX_NAME = 120


class Collections:
    """The collections of one data folder. Papers are put in and taken out by `Papers.change_many`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everyone(self) -> list[CollectionRow]:
        """Every collection by name."""
        with self._database.read() as connection:
            return collections.everyone(connection)

    def add(self, name: str) -> CollectionRow:
        """A new collection, or the one that has this name already. Raises BadInput."""
        name = _cleaned(name)
        with self._database.write() as connection:
            known = collections.find(connection, name=name)
            return _found(connection, collections.add(connection, name) if known is None else known.id)

    def rename(self, collection: int, name: str) -> CollectionRow:
        """Gives a collection another name. Raises NotFound; BadInput where another one has it."""
        name = _cleaned(name)
        with self._database.write() as connection:
            _found(connection, collection)
            other = collections.find(connection, name=name)
            if other is not None and other.id != collection:
                raise BadInput("Another collection has this name.", "Choose another name.")
            collections.rename(connection, collection, name)
            return _found(connection, collection)

    def remove(self, collection: int) -> Done:
        """Removes a collection; its papers stay in the library. Raises NotFound."""
        with self._database.write() as connection:
            row = _found(connection, collection)
            with undoable(connection, "collection", collections.members(connection, collection)) as done:
                done.extra["collection_rows"] = [[row.id, row.name]]
                done.count = 1
                collections.remove(connection, collection)
            return done


def _found(connection: Connection, collection: int) -> CollectionRow:
    row = collections.find(connection, id=collection)
    if row is None:
        raise NotFound("There is no such collection.")
    return row


def _cleaned(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > MAX_NAME:
        raise BadInput(f"A collection's name has 1 to {MAX_NAME} characters.")
    return name
