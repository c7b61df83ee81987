"""Where the papers of a digest come from: a category's listing, an author, a query; and which are wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.listing import Announcement, Listing
from papergloss.arxiv.record import PaperRecord
from papergloss.errors import BadInput

FOUND = 50
"""Papers of an author or a query, where nobody says how many."""


def listing(
    arxiv: ArxivClient, category: str | None, author: str | None, query: str | None, most: int | None
) -> Listing:
    """The papers of the one source that is given; those of an author or a query are the newest.

    Raises:
        BadInput: none is given or several, or there is no such category.
        ArxivError: arXiv does not answer.
    """
    given = [source for source in (category, author, query) if source]
    if len(given) != 1:
        raise BadInput("A digest is of a category, an author or a query.", "Give exactly one of them.")
    if category:
        return arxiv.listing(category)
    if author and '"' in author:
        raise BadInput("An author's name has no quotation marks.")
    found = arxiv.search(f'au:"{author}"' if author else given[0], most or FOUND)
    return Listing(given[0], datetime.now(UTC).date(), tuple(map(announcement, found)))


def topic_of(name: str) -> str:
    """A name as the folder of its pages: letters, digits, dots and dashes. Raises BadInput."""
    topic = re.sub(r"[^\w.]+", "-", name).strip("-.")
    if not topic:
        raise BadInput(f"“{name}” cannot name a folder.")
    return topic[:80]


def wanted(found: Listing, keywords: Sequence[str], authors: Sequence[str]) -> Listing:
    """The papers with one of the keywords in title or abstract and by one of the authors; none given: all."""
    papers = (
        paper
        for paper in found.papers
        if (not keywords or words_in(f"{paper.title} {paper.abstract}", keywords))
        and (not authors or words_in("\n".join(paper.authors), authors))
    )
    return replace(found, papers=tuple(papers))


def words_in(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that stand in the text as words, whatever their case."""
    return tuple(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def announcement(record: PaperRecord) -> Announcement:
    """A record as a listing would announce it."""
    return Announcement(record.id, "new", record.title, record.authors, record.abstract, record.categories)
