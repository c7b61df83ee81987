"""What stored cards have settled of their papers' terms."""

from __future__ import annotations

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier
from papergloss.gloss.card import Card, Term
from papergloss.store import cards
from papergloss.store.database import Database


class StoredGlossaries:
    """The glossaries of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, paper: str, lang: str) -> tuple[Term, ...]:
        """The glossary of a paper's newest translated card in a language; empty where there is none."""
        with self._database.read() as connection:
            for body in cards.bodies_in(connection, _without_version(paper), lang):
                translation = Card.model_validate_json(body).translation
                if translation is not None and translation.glossary:
                    return tuple(translation.glossary)
        return ()


def _without_version(paper: str) -> str:
    try:
        return ArxivId.parse(paper).id
    except BadIdentifier:
        return paper
