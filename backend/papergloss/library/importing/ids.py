"""A list of arXiv ids and addresses, one a line or with blanks or commas between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier
from papergloss.library.importing.making import LABEL
from papergloss.library.importing.rows import Row

_BETWEEN = re.compile(r"[\s,;，；、]+")


def rows(text: str) -> Iterator[Row]:
    """Each id; a line that begins with `#` is left out."""
    lines = (line for line in text.split("\n") if not line.lstrip().startswith("#"))
    words = (word for line in lines for word in _BETWEEN.split(line) if word)
    for place, word in enumerate(words, start=1):
        try:
            yield Row(place, word[:LABEL], asked=ArxivId.parse(word))
        except BadIdentifier:
            yield Row(place, word[:LABEL], problem="This is not an arXiv id or address.")
