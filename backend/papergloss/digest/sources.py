"""Where the papers of a digest come from: a category's listing, an author, a query; and which are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.listing import Announcement, Listing
from papergloss.arxiv.record import PaperRecord
from papergloss.errors import BadInput

FOUND = 50
"""Papers of an author or a query, where nobody says how many."""


@dataclass(frozen=True, slots=True)
class Source:
    """A category, or a query in the language of arXiv's API; `name` is what the reader asked for."""

    name: str
    category: str | None
    query: str = ""

    @classmethod
    def of(cls, category: str | None, author: str | None, query: str | None) -> Source:
        """The one that is given. Raises BadInput where none is, or several."""
        given = [source for source in (category, author, query) if source]
        if len(given) != 1:
            raise BadInput("A digest is of a category, an author or a query.", "Give exactly one of them.")
        if author and '"' in author:
            raise BadInput("An author's name has no quotation marks.")
        return cls(given[0], category or None, f'au:"{author}"' if author else query or "")


@dataclass(frozen=True, slots=True)
class Days:
    """Days of announcements: none, one, or all since the first."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, source: Source, day: datetime | None, since: datetime | None) -> Days:
        """One day, or the days since one. Raises BadInput where both are given, or for no category."""
        if not (day or since):
            return cls()
        if (day and since) or not source.category:
            raise BadInput("A day goes with a category.", "Give --date or --since, and --category.")
        return cls(since.date(), date.max) if since else cls(day.date() if day else None)


def listings(
    arxiv: ArxivClient, source: Source, days: Days, most: int | None, told: Callable[[int], None]
) -> list[Listing]:
    """The papers of a source, a listing a day; those of an author or a query are the newest.

    Args:
        arxiv: where they are asked for.
        source: which.
        days: of a category: which days; none given: what was announced last.
        most: of an author or a query: at most so many.
        told: hears how many records arXiv has given so far, where it is asked for earlier days.

    Raises:
        BadInput: there is no such category, or a day that is not yet.
        ArxivError: arXiv does not answer.
    """
    if source.category and days.first is not None:
        last = min(days.last or days.first, datetime.now(UTC).date())
        if days.first > last:
            raise BadInput(f"{days.first} is not over yet.")
        found = arxiv.announced(source.category, days.first, last, told=told)
        return found if days.last is None else [day for day in found if day.papers]
    if source.category:
        return [arxiv.listing(source.category)]
    records = arxiv.search(source.query, most or FOUND)
    return [Listing(source.name, datetime.now(UTC).date(), tuple(map(announcement, records)))]


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
