"""Papers already read, kept in the store: another language or a resumed job reuses the reading."""

from __future__ import annotations

import zlib

from pydantic import TypeAdapter, ValidationError

from papergloss.pdf.document import Document
from papergloss.store import readings
from papergloss.store.database import Database

DOCUMENT = TypeAdapter(Document)


class StoredReadings:
    """See gloss.request.Readings. A long paper of 2 MB JSON takes about 400 KB."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, paper: str) -> Document | None:
        """The stored reading; None where there is none that this version of the program can use."""
        with self._database.read() as connection:
            body = readings.find(connection, paper)
        if body is None:
            return None
        try:
            return DOCUMENT.validate_json(zlib.decompress(body))
        except (ValidationError, zlib.error):
            return None

    def put(self, paper: str, document: Document) -> None:
        """Keeps a reading."""
        body = zlib.compress(DOCUMENT.dump_json(document), 6)
        with self._database.write() as connection:
            readings.save(connection, paper, body)
