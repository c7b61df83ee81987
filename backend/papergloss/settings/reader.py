"""The reader's language: what the options page set, else what the configuration says."""

from __future__ import annotations

import json

from papergloss.config import Config
from papergloss.gloss.languages import language
from papergloss.store import choices
from papergloss.store.database import Database

SETTING = "lang"


class Reader:
    """Language of a gloss where the request names none."""

    def __init__(self, database: Database, settings: Config) -> None:
        self._database = database
        self._default = settings.lang

    def lang(self) -> str:
        """The code of the language. Raises BadInput where the configured one is unknown."""
        with self._database.read() as connection:
            stored = choices.setting(connection, SETTING)
        return language(json.loads(stored) if stored else self._default).code

    def set_lang(self, code: str) -> None:
        """Keeps the reader's choice. Raises BadInput for a language that is not offered."""
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(language(code).code))
