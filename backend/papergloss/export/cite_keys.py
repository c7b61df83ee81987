"""The keys under which papers are cited."""

from __future__ import annotations

import re
import unicodedata

from papergloss.gloss.card import Metadata

LITTLE = frozenset({"and", "are", "for", "from", "the", "toward", "towards", "via", "with"})
"""Words that tell nothing at the end of a key."""
ALLOWED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:./+-]{0,78}")
"""What BibTeX, LaTeX and Pandoc all take."""


def proposed(metadata: Metadata) -> str:
    """Family name of the first author, year, first word of the title: `vaswani2017attention`."""
    names = metadata.authors[0].split() if metadata.authors else []
    words = (_plain(word) for word in metadata.title.split())
    word = next((word for word in words if len(word) > 2 and word not in LITTLE), "")
    return (_plain(names[-1] if names else "") + year(metadata) + word)[:60] or "paper"


def year(metadata: Metadata) -> str:
    """The year of the first version; empty where no date is known."""
    date = metadata.submitted or metadata.updated
    return str(date.year) if date else ""


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", bare.lower())
