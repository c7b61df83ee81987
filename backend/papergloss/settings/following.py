"""What the reader follows: categories of arXiv, and words and names that bring a paper to the front."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from papergloss.arxiv.listing import require_category
from papergloss.errors import BadInput
from papergloss.store import choices
from papergloss.store.database import Database

SETTING = "following"
MOST_CATEGORIES = 12
"""Each is a feed of its own, with up to 1,500 papers a day."""
MOST_WORDS = 100
LONGEST = 80
"""Characters of a word or a name."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Categories such as `cs.CV`; words of titles and abstracts; names of authors, whole or in part."""

    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class Following:
    """Kept with the other settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> Followed:
        """What is followed; nothing at first."""
        with self._database.read() as connection:
            stored = choices.setting(connection, SETTING)
        if stored is None:
            return Followed()
        return Followed(**{name: tuple(words) for name, words in json.loads(stored).items()})

    def set(self, categories: Sequence[str], keywords: Sequence[str], authors: Sequence[str]) -> Followed:
        """Replaces what is followed and returns it, without twins and needless blanks.

        Raises:
            BadInput: something that is no category, too long a word, or too many of them.
        """
        followed = Followed(_cleaned(categories, MOST_CATEGORIES), _cleaned(keywords), _cleaned(authors))
        for category in followed.categories:
            require_category(category)
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(asdict(followed)))
        return followed


def _cleaned(words: Sequence[str], most: int = MOST_WORDS) -> tuple[str, ...]:
    by_fold = {word.casefold(): word for one in words if (word := " ".join(one.split()))}
    if len(by_fold) > most:
        raise BadInput(f"A list takes {most} entries.")
    if any(len(word) > LONGEST for word in by_fold.values()):
        raise BadInput(f"An entry takes {LONGEST} characters.")
    return tuple(by_fold.values())
