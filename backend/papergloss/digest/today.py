"""The papers that a reader may want to decide on today: of the categories they follow, or those of a page."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.listing import Announcement, Listing
from papergloss.digest.earlier import Earlier, require_recent, today
from papergloss.digest.papers import SECTIONS, Section, metadata_of
from papergloss.digest.ranking import Likeness, likenesses, ordered
from papergloss.digest.sources import announcement, words_in
from papergloss.errors import ArxivAnswerUnusable, ArxivError, BadInput, PaperGlossError
from papergloss.gloss.card import Card, CardKey, Metadata
from papergloss.gloss.stages.metadata import from_record
from papergloss.jobs.assembly import Backend
from papergloss.library.changes import State
from papergloss.library.sorting_out import Decision
from papergloss.library.undo import Done
from papergloss.settings.following import Followed

FRESH_SECONDS = 1800.0
"""So long a feed is not asked for again: arXiv makes it once a day."""
_ORDER: tuple[Section, ...] = ("new", "cross", "replaced")


@dataclass(frozen=True, slots=True)
class Line:
    """One paper; `card` is a brief gloss.

    Why it stands where it stands: `followed` are the reader's words and names that it has, `shared` words
    that it has in common with what the reader liked.
    """

    paper: ArxivId
    section: Section | None
    metadata: Metadata
    followed: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    state: State | None = None
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """Papers in the order in which they are shown, and the feeds that could not be had."""

    date: date
    lines: tuple[Line, ...] = ()
    missing: tuple[tuple[str, PaperGlossError], ...] = ()
    looked_at: int | None = None
    """Records of arXiv's, where it has told of some of the papers only; there are no lines yet."""


class Today:
    """Reads feeds at most every half an hour, and remembers what arXiv said of the papers it has shown."""

    def __init__(self, backend: Backend, clock: Callable[[], float] = time.monotonic) -> None:
        self._backend = backend
        self._clock = clock
        self._guard = threading.Lock()
        self._feeds: dict[str, tuple[float, Listing]] = {}
        self._earlier = Earlier(backend.arxiv, clock)
        self._known: dict[str, Metadata] = {}

    def followed(self, key: CardKey, day: date | None = None) -> Day:
        """The announcements in the followed categories: the newest, or those of a day.

        An earlier day comes bit by bit: while `looked_at` is not None, more is there when asked again.

        Args:
            key: that of each brief gloss, but for the paper.
            day: which.

        Raises:
            BadInput, ArxivError: not one of the categories can be had, or not this day.
        """
        if day is not None:
            require_recent(day)
        listings: list[Listing] = []
        missing: list[tuple[str, PaperGlossError]] = []
        for category in self._backend.following.get().categories:
            try:
                found = self._listing(category) if day is None else self._of_day(category, day)
            except (BadInput, ArxivError) as error:
                missing.append((category, error))
                continue
            if isinstance(found, int):
                return Day(day or today(), looked_at=found)
            listings.append(found)
        self._earlier.forget_failures()
        if missing and not listings:
            raise missing[0][1]
        latest = day or max((one.date for one in listings), default=today())
        current = [one for one in listings if one.date == latest]
        missing += [(one.category, self._late(one)) for one in listings if one.papers and one.date < latest]
        return Day(latest, self._lines(_merged(current), key), tuple(missing))

    def chosen(self, papers: Sequence[ArxivId], key: CardKey) -> Day:
        """These papers, as arXiv knows them now; unknown ones are left out.

        Raises:
            ArxivError: arXiv does not answer.
        """
        records = self._backend.arxiv.metadata_many(papers).values()
        for record in records:
            self._known[record.id.id_with_version] = from_record(record)
        lines = self._lines([announcement(record) for record in records], key)
        return Day(today(), tuple(replace(line, section=None) for line in lines))

    def decide(self, paper: ArxivId, decision: Decision) -> Done:
        """Keeps or drops a paper, with what arXiv says of it.

        Raises:
            ArxivError: it was not shown by this process, and arXiv does not answer.
        """
        known = self._known.get(paper.id_with_version) or from_record(self._backend.arxiv.record(paper))
        return self._backend.library.sorting_out.decide(known, decision)

    def _listing(self, category: str) -> Listing:
        with self._guard:
            read = self._feeds.get(category)
            if read is None or self._clock() - read[0] > FRESH_SECONDS:
                read = self._clock(), self._backend.arxiv.listing(category)
                self._feeds[category] = read
            return read[1]

    def _late(self, listing: Listing) -> ArxivError:
        """That a category's feed is older than those of others; the next look asks for it again."""
        with self._guard:
            self._feeds.pop(listing.category, None)
        return ArxivAnswerUnusable(f"arXiv's newest feed of this category is still that of {listing.date}.")

    def _of_day(self, category: str, day: date) -> Listing | int:
        with self._guard:
            _, newest = self._feeds.get(category, (0.0, None))
        return newest if newest and newest.date == day else self._earlier.look(category, day)

    def _lines(self, papers: Sequence[Announcement], key: CardKey) -> tuple[Line, ...]:
        """What is followed first; both halves with what is most like the library in front."""
        found = likenesses(papers, self._backend.library.interests.papers())
        order = sorted(papers, key=lambda paper: _ORDER.index(SECTIONS[paper.announced]))
        followed, cards = self._backend.following.get(), self._cards(papers, key)
        states = self._backend.library.sorting_out.states([paper.paper.id for paper in papers])
        lines = []
        for paper in ordered(order, found):
            name = paper.paper.id_with_version
            line = _line(paper, followed, found.get(name), cards.get(name))
            if line.card is not None or name not in self._known:
                self._known[name] = line.metadata
            lines.append(replace(line, state=states.get(paper.paper.id)))
        return tuple(sorted(lines, key=lambda line: not line.followed))

    def _cards(self, papers: Sequence[Announcement], key: CardKey) -> dict[str, Card]:
        """The stored brief glosses, by id and version."""
        keys = [key.model_copy(update={"paper": paper.paper.id_with_version}) for paper in papers]
        known = self._backend.jobs.known(keys)
        answers = ((one.paper, self._backend.jobs.find(one)) for one in keys if one.paper in known)
        return {paper: answer.card for paper, answer in answers if answer and answer.card}


def _line(paper: Announcement, followed: Followed, likeness: Likeness | None, card: Card | None) -> Line:
    words = words_in(f"{paper.title} {paper.abstract}", followed.keywords)
    words += words_in("\n".join(paper.authors), followed.authors)
    shared = likeness.shared if likeness and likeness.score > 0 else ()
    section, metadata = SECTIONS[paper.announced], metadata_of(paper, card)
    return Line(paper.paper, section, metadata, words, shared, card=card)


def _merged(listings: Sequence[Listing]) -> list[Announcement]:
    """Every paper once: in the section that tells the most where several categories announce it."""
    kinds = list(SECTIONS)
    found: dict[ArxivId, Announcement] = {}
    for paper in (paper for listing in listings for paper in listing.papers):
        before = found.get(paper.paper)
        if before is None or kinds.index(paper.announced) < kinds.index(before.announced):
            found[paper.paper] = paper
    return list(found.values())
