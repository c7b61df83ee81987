"""Keeping and dropping papers that are only listed: the reader has their title and abstract, no card yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, cast

from papergloss.gloss.card import Metadata
from papergloss.library.changes import State
from papergloss.library.undo import Done, undoable
from papergloss.store import papers, shelving
from papergloss.store.database import Database

Decision = Literal["keep", "drop"]


class SortingOut:
    """Decides on papers of a listing; what was decided is the paper's state in the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def decide(self, metadata: Metadata, decision: Decision) -> Done:
        """Keeps a paper as one to read, or drops it. A paper that was kept and read before stays read.

        Undone, a paper that was not there before is gone again.
        """
        paper = metadata.arxiv_id or ""
        with self._database.write() as connection:
            known = papers.find(connection, paper)
            with undoable(connection, decision, [known.n] if known else []) as done:
                facts = metadata.model_dump(mode="json")
                n = shelving.add(connection, paper, facts, datetime.now(UTC))
                papers.revise(connection, [n], state=_state(decision, known.state if known else None))
                if known is None:
                    done.extra["added"] = [n]
                done.count = 1
            return done

    def states(self, ids: Sequence[str]) -> dict[str, State]:
        """The states of those of these papers that are in the library, outside the trash."""
        with self._database.read() as connection:
            return cast(dict[str, State], papers.states(connection, ids))


def _state(decision: Decision, before: str | None) -> str:
    if decision == "drop":
        return "dropped"
    return shelving.TO_READ if before in (None, "dropped") else before
