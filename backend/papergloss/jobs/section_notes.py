"""Notes on parts of long papers, kept in the store: another language or a resumed job reuses them."""

from __future__ import annotations

from papergloss.store import section_notes
from papergloss.store.database import Database


class StoredNotes:
    """See gloss.request.Notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, paper: str, digest: str) -> str | None:
        """The kept notes or None."""
        with self._database.read() as connection:
            return section_notes.find(connection, paper, digest)

    def put(self, paper: str, digest: str, text: str) -> None:
        """Keeps notes."""
        with self._database.write() as connection:
            section_notes.save(connection, paper, digest, text)
