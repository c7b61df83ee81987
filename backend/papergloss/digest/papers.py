"""The papers of one digest and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from papergloss.arxiv import links
from papergloss.arxiv.listing import Announced, Announcement, Listing
from papergloss.gloss.card import Card, Links, Metadata, Problem

State = Literal["done", "partial", "failed"]
Section = Literal["new", "cross", "replaced"]
SECTIONS: dict[Announced, Section] = {
    "new": "new", "cross": "cross", "replace": "replaced", "replace-cross": "replaced",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the gloss of one paper ended; without a card, `problem` says why."""

    state: State
    card_id: str | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Digest:
    """One page: the papers of a topic and a day in their order, each with its outcome by id and version."""

    topic: str
    date: date
    lang: str
    papers: tuple[Announcement, ...]
    outcomes: dict[str, Outcome]

    def counts(self) -> Counter[Section]:
        """Papers by section."""
        return Counter(SECTIONS[paper.announced] for paper in self.papers)


def chosen(listing: Listing, announced: Collection[str], most: int | None) -> tuple[Announcement, ...]:
    """The papers of these kinds, section by section, at most so many."""
    order = list(dict.fromkeys(SECTIONS.values()))
    wanted = [paper for paper in listing.papers if paper.announced in announced]
    wanted.sort(key=lambda paper: order.index(SECTIONS[paper.announced]))
    return tuple(wanted[:most])


def metadata_of(paper: Announcement, card: Card | None) -> Metadata:
    """The card's; of a paper without one, what the listing says."""
    if card is not None and card.metadata is not None:
        return card.metadata
    return Metadata(
        source="arxiv",
        arxiv_id=paper.paper.id,
        version=paper.paper.version,
        title=paper.title,
        authors=list(paper.authors),
        abstract=paper.abstract,
        categories=list(paper.categories),
        links=Links(abs=links.abstract_page(paper.paper)),
    )
