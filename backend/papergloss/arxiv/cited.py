"""Papers as others cite them, by title and first author, beside arXiv's own records."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from papergloss.arxiv.record import PaperRecord

LEAST_LETTERS = 10
"""Of a title: shorter ones are too many papers'."""
_WORD = re.compile(r"\w+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
NAME_WORDS = 4
"""Of a name as it is printed; what comes after them is no longer the first author."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference says of a paper: where its title can be, and how its first author begins.

    `titles` are readings of the same text, the likeliest first: styles of references differ.
    """

    titles: tuple[str, ...]
    author: str

    def is_of(self, record: PaperRecord) -> bool:
        """Whether the record has one of the titles, letter by letter, and this first author's family name."""
        if bare(record.title) not in map(bare, self.titles):
            return False
        *_, family = [word for word in _words(record.authors[0]) if word not in _SUFFIXES] or [""]
        return bool(family) and family in _words(self.author)[:NAME_WORDS]


def query(cited: list[Cited]) -> str:
    """For arXiv's API: papers with any of the titles."""
    titles = (" ".join(_words(title)) for one in cited for title in one.titles)
    return " OR ".join(f'ti:"{title}"' for title in dict.fromkeys(titles))


def bare(text: str) -> str:
    """Its letters and digits alone: hyphens of a line's end, capitals, accents and stops tell nothing."""
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c) and c != "_").casefold())
