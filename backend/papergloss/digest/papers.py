"""The papers of one digest, their order, and what became of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Literal

from papergloss.arxiv import links
from papergloss.arxiv.listing import Announced, Announcement, Listing
from papergloss.digest.ranking import Likeness, ordered
from papergloss.gloss.card import Card, Links, Metadata, Problem

State = Literal["done", "partial", "failed"]
Section = Literal["new", "cross", "replaced"]
SECTIONS: dict[Announced, Section] = {
    "new": "new", "cross": "cross", "replace": "replaced", "replace-cross": "replaced",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the gloss of one paper ended: its card and when that was made, or the problem that says why not."""

    state: State
    card_id: str | None
    problem: Problem | None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """One page: the papers of a topic and a day in their order.

    By id and version: each paper's outcome, and its likeness to the library where that made the order.
    """

    topic: str
    date: date
    lang: str
    papers: tuple[Announcement, ...]
    outcomes: dict[str, Outcome]
    likeness: Mapping[str, Likeness] = field(default_factory=dict)

    def made_at(self) -> datetime:
        """When the newest card was made: what is written again from the same cards is the same."""
        made = [outcome.made_at for outcome in self.outcomes.values() if outcome.made_at]
        return max(made, default=datetime.combine(self.date, time(), UTC))


def chosen(
    listing: Listing, announced: Collection[str], most: int | None, likeness: Mapping[str, Likeness]
) -> tuple[Announcement, ...]:
    """The papers of these kinds, section by section, each in the order of likeness.

    At most so many: those most like the library, or, where that says nothing, the new ones first.
    """
    order = list(dict.fromkeys(SECTIONS.values()))
    wanted = [paper for paper in listing.papers if paper.announced in announced]
    wanted.sort(key=lambda paper: order.index(SECTIONS[paper.announced]))
    best = ordered(wanted, likeness)[:most]
    return tuple(sorted(best, key=lambda paper: order.index(SECTIONS[paper.announced])))


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
