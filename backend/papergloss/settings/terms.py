"""The reader's own translations of terms, a list for each language."""

from __future__ import annotations

import json
from collections.abc import Mapping

from papergloss.errors import BadInput
from papergloss.gloss.languages import language
from papergloss.store import choices
from papergloss.store.database import Database

SETTING = "terms"
MOST = 500
"""Terms of one language: only those that a paper has go into its prompt."""
LONGEST = 80
"""Characters of a term, and of its translation."""


class Terms:
    """Kept with the other settings; what is set here wins over every other translation of a term."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, lang: str) -> dict[str, str]:
        """Term to translation, in the reader's order. Raises BadInput for a language not offered."""
        return self._everything().get(language(lang).code, {})

    def replace(self, lang: str, terms: Mapping[str, str]) -> dict[str, str]:
        """Sets the whole list of a language and returns it; of two that differ in capitals the last counts.

        Raises:
            BadInput: a term or a translation is empty or too long, there are too many, or the language is
                not offered.
        """
        code = language(lang).code
        cleaned: dict[str, str] = {}
        for source, target in terms.items():
            one, other = " ".join(source.split()), " ".join(target.split())
            if not (0 < len(one) <= LONGEST and 0 < len(other) <= LONGEST):
                raise BadInput(f"A term and its translation take 1 to {LONGEST} characters each.")
            cleaned = {known: word for known, word in cleaned.items() if known.casefold() != one.casefold()}
            cleaned[one] = other
        if len(cleaned) > MOST:
            raise BadInput(f"A list takes {MOST} terms.")
        everything = {**self._everything(), code: cleaned}
        kept = {name: words for name, words in everything.items() if words}
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(kept) if kept else None)
        return cleaned

    def _everything(self) -> dict[str, dict[str, str]]:
        with self._database.read() as connection:
            stored = choices.setting(connection, SETTING)
        return json.loads(stored) if stored else {}
