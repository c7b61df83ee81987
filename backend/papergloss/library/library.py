"""The library as one thing: what the routes and the command line work with."""

from __future__ import annotations

from contextlib import suppress

from papergloss.arxiv.client import ArxivClient
from papergloss.config import Config
from papergloss.errors import NotFound, StoreError
from papergloss.gloss.card import Card
from papergloss.library.backups import Backups
from papergloss.library.collections import Collections
from papergloss.library.compare import Comparison, compare
from papergloss.library.erasing import Erasing
from papergloss.library.exporting import Exporting
from papergloss.library.importing.service import Importing
from papergloss.library.interests import Interests
from papergloss.library.notes import Notes, Sayings
from papergloss.library.papers import Papers
from papergloss.library.questions import Questions
from papergloss.library.sorting_out import SortingOut
from papergloss.library.tags import Tags
from papergloss.library.undo import Undo
from papergloss.library.versions import Versions
from papergloss.store.backup import check
from papergloss.store.database import Database


class Library:
    """Everything that is kept of papers on one data folder."""

    def __init__(self, database: Database, config: Config, arxiv: ArxivClient) -> None:
        self._database = database
        self.papers = Papers(database)
        self.sorting_out = SortingOut(database)
        self.tags = Tags(database)
        self.notes = Notes(database)
        self.sayings = Sayings(database)
        self.questions = Questions(database)
        self.collections = Collections(database)
        self.changes = Undo(database)
        self.versions = Versions(database, arxiv)
        self.backups = Backups(database.path)
        self.erasing = Erasing(database, config, self.backups)
        self.exporting = Exporting(database)
        self.importing = Importing(database, arxiv)
        self.interests = Interests(database)

    def seen(self, card: Card) -> None:
        """Notes that a stored card is shown; a disk that is full must not keep it from being read."""
        paper = (card.metadata.arxiv_id if card.metadata else None) or card.key.paper
        with suppress(StoreError, NotFound):
            self.papers.opened(paper)

    def check(self) -> None:
        """Reads the whole database and its index. Raises StoreCorrupt."""
        check(self._database.path)

    def compare(self, left: str, right: str) -> Comparison:
        """Two cards of one paper. Raises NotFound, BadInput."""
        return compare(self._database, left, right)
