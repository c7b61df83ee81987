"""What a reader can set on papers: star, state, tags, collections, trash. One place for one and for many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from papergloss.errors import BadInput, NotFound
from papergloss.store import collections, papers, shelving, tags
from papergloss.store.database import Connection

State = Literal["to_read", "skimmed", "read", "dropped"]
MAX_TAG = 60


@dataclass(frozen=True, slots=True)
class Change:
    """What to set; what is None or empty stays."""

    starred: bool | None = None
    state: State | None = None
    add_tags: Sequence[str] = ()
    remove_tags: Sequence[str] = ()
    add_to: int | None = None
    remove_from: int | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The columns to set."""
        wanted = {"starred": self.starred, "state": self.state}
        return {name: value for name, value in wanted.items() if value is not None}


def apply(connection: Connection, numbers: Sequence[int], change: Change) -> None:
    """Changes papers. Raises NotFound for an unknown collection, BadInput for a name that is no tag's."""
    papers.revise(connection, numbers, **change.columns)
    for name in change.add_tags:
        tags.put_on(connection, ensured(connection, name), numbers)
    for name in change.remove_tags:
        if (tag := tags.find(connection, name=name)) is not None:
            tags.take_off(connection, tag.id, numbers)
    if change.add_tags or change.remove_tags:
        shelving.refresh_tags(connection, numbers)
    for collection, move in ((change.add_to, collections.put_in), (change.remove_from, collections.take_out)):
        if collection is not None:
            if collections.find(connection, id=collection) is None:
                raise NotFound("There is no such collection.")
            move(connection, collection, numbers)


def ensured(connection: Connection, name: str) -> int:
    """The number of the tag with this name, which is made where there is none. Raises BadInput."""
    name = cleaned(name)
    known = tags.find(connection, name=name)
    return tags.add(connection, name) if known is None else known.id


def cleaned(name: str) -> str:
    """A name without needless blanks. Raises BadInput where nothing is left, or too much."""
    name = " ".join(name.split())
    if not name or len(name) > MAX_TAG:
        raise BadInput(f"A tag has 1 to {MAX_TAG} characters.")
    return name
