"""arXiv as the pipeline sees it: metadata of one paper, of many, PDFs and HTML."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from papergloss import __version__
from papergloss.arxiv import announcing, html_paper
from papergloss.arxiv.cache import Cache
from papergloss.arxiv.cited import Cited
from papergloss.arxiv.fetch import Progress
from papergloss.arxiv.html_paper import HtmlPaper
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.arxiv.listing import Listing
from papergloss.arxiv.oai import OaiPage, OaiRecord
from papergloss.arxiv.pacing import Cancel, Clock, KeyedLocks, never
from papergloss.arxiv.record import PaperRecord
from papergloss.arxiv.site import Addresses, ArxivSite
from papergloss.errors import (
    ArxivBusy,
    ArxivError,
    ArxivUnreachable,
    NoPdf,
    PaperNotFound,
    PaperWithdrawn,
)

USER_AGENT = f"PaperGloss/{__version__} (a reader's tool; asks for single papers)"
FEEDS = "https://rss.arxiv.org/rss"
OAI = "https://oaipmh.arxiv.org/oai"
FIRST_PAPER = ArxivId("0704.0001")
"""The first of the new-style ids: it will not go away."""
CANDIDATES = 10
"""Papers with a similar title that are looked at for each one that is cited."""
_log = logging.getLogger(__name__)


class ArxivClient:
    """Fetches from arXiv politely and keeps what it got; safe to share between threads.

    One per process: the pace that arXiv asks for is kept by the instance.

    Args:
        base_url: address of the site (`https://arxiv.org`).
        api_url: address of the Atom API (`https://export.arxiv.org/api/query`).
        feed_url: where the feeds of the categories are.
        oai_url: address of the OAI-PMH server.
        cache_dir: folder of what arXiv answered; made when needed.
        user_agent: how the client names itself.
        limits: sizes, waits and intervals.
        clock: time; tests give one that does not sleep.
    """

    def __init__(
        self,
        base_url: str,
        api_url: str,
        cache_dir: Path,
        *,
        feed_url: str = FEEDS,
        oai_url: str = OAI,
        user_agent: str = USER_AGENT,
        limits: Limits | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._limits = limits or Limits()
        addresses = Addresses(base_url, api_url, feed_url, oai_url)
        self._site = ArxivSite(addresses, user_agent, limits=self._limits, clock=clock or Clock())
        fresh, missing = (timedelta(hours=h) for h in (self._limits.fresh_hours, self._limits.missing_hours))
        self._cache = Cache(cache_dir, fresh, missing)
        self._locks = KeyedLocks()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connections back."""
        self._site.close()

    def check(self) -> None:
        """Asks arXiv for one page, whatever is stored.

        Raises:
            ArxivError: what a reader would meet now.
        """
        self._site.abstract_page(FIRST_PAPER, never)

    def metadata(self, paper: ArxivId, *, cancelled: Cancel = never) -> PaperRecord:
        """The record of a version; without a version, of the newest.

        The abstract page is read first, the Atom API where the page cannot be used. When arXiv is
        busy or cannot be reached, an older stored answer is given (see its `fetched_at`).

        Raises:
            PaperNotFound: arXiv knows no such id or version.
            ArxivError: both ways failed; the error is that of the page.
            Cancelled: the reader cancelled.
        """
        with self._locks.holding(f"record {paper}", cancelled):
            if record := self._cache.record("abstract_page", paper):
                return self._with_newest(record)
            try:
                record = self._site.abstract_page(paper, cancelled)
            except PaperNotFound:
                raise
            except ArxivError as error:
                return self._second_way(paper, error, cancelled)
            self._cache.keep(paper, record)
            return record

    def record(self, paper: ArxivId, *, cancelled: Cancel = never) -> PaperRecord:
        """The stored record, wherever it came from; else as `metadata`, with the same errors."""
        return self._stored(paper) or self.metadata(paper, cancelled=cancelled)

    def metadata_many(
        self, papers: Iterable[ArxivId], *, cancelled: Cancel = never
    ) -> dict[ArxivId, PaperRecord]:
        """Records of many papers through the Atom API, in batches; unknown papers are absent.

        Stored records are used first. Batches that succeeded are stored even if a later one fails.

        Raises:
            ArxivError: a batch failed.
            Cancelled: the reader cancelled.
        """
        wanted = list(dict.fromkeys(papers))
        found = {paper: record for paper in wanted if (record := self._stored(paper))}
        missing = [paper for paper in wanted if paper not in found]
        for start in range(0, len(missing), self._limits.batch):
            found |= self._ask_api(missing[start : start + self._limits.batch], cancelled)
        return {paper: found[paper] for paper in wanted if paper in found}

    def listing(self, category: str, *, cancelled: Cancel = never) -> Listing:
        """What arXiv announced last in a category: new papers, cross-lists, replacements.

        Raises:
            BadInput: there is no such category.
            ArxivError: the feed cannot be had.
            Cancelled: the reader cancelled.
        """
        return self._site.listing(category, cancelled)

    def announced(
        self,
        category: str,
        first: date,
        last: date,
        *,
        cancelled: Cancel = never,
        told: Callable[[int], None] = lambda _: None,
    ) -> list[Listing]:
        """What was announced in a category on each day from `first` to `last`, from OAI-PMH.

        Cross-lists that were added later than the paper itself cannot be told from other changes of a record
        there, and are absent. `told` hears how many records have been looked at, after each part of the list.

        Raises:
            BadInput: there is no such category.
            ArxivError: the list cannot be had.
            Cancelled: the reader cancelled.
        """

        def records() -> Iterator[OaiRecord]:
            count = 0
            for page in self.records(category, first, cancelled=cancelled):
                yield from page.records
                told(count := count + len(page.records))

        return announcing.listings(records(), category, first, last)

    def records(self, category: str, since: date, *, cancelled: Cancel = never) -> Iterator[OaiPage]:
        """What `announced` is worked out from, part by part: arXiv is asked for each when it is taken.

        Raises:
            BadInput, ArxivError, Cancelled: as `announced`, when a part is taken.
        """
        return self._site.records(category, since, cancelled)

    def search(self, query: str, most: int, *, cancelled: Cancel = never) -> list[PaperRecord]:
        """The newest papers that fit a query of the Atom API (`au:"…"`, `ti:…`, `cat:…`, joined by AND).

        Raises:
            ArxivError: arXiv does not answer, or does not understand the query.
            Cancelled: the reader cancelled.
        """
        found = self._site.search(query, most, cancelled)
        for record in found:
            self._cache.keep(record.id, record)
        return found

    def cited(self, wanted: Sequence[Cited], *, cancelled: Cancel = never) -> dict[Cited, ArxivId]:
        """The papers that are cited, in one request; those that arXiv does not have for certain are absent.

        Raises:
            ArxivError: arXiv does not answer.
            Cancelled: the reader cancelled.
        """
        records = self._site.cited(list(wanted), CANDIDATES * len(wanted), cancelled)
        found: dict[Cited, ArxivId] = {}
        for one in wanted:
            papers = {record.id.id for record in records if one.is_of(record)}
            if len(papers) == 1:
                found[one] = ArxivId(papers.pop())
        return found

    def pdf(self, paper: ArxivId, *, cancelled: Cancel = never, progress: Progress | None = None) -> Path:
        """The PDF as a file in the cache; without a version, of the newest. Do not change the file.

        Raises:
            PaperNotFound: arXiv knows no such id or version.
            PaperWithdrawn: this version is withdrawn.
            NoPdf: arXiv has the paper but no PDF of it.
            PdfTooLarge: over `limits.pdf_bytes`.
            ArxivError: arXiv is busy, refuses, cannot be reached, or sent something that is no PDF.
            Cancelled: the reader cancelled.
        """
        if paper.version is None:
            record = self.metadata(paper, cancelled=cancelled)
            paper = record.id
            if not self._cache.pdf(paper).exists() and (error := _no_pdf(record)):
                raise error
        path = self._cache.pdf(paper)
        with self._locks.holding(f"pdf {paper}", cancelled):
            if not path.exists():
                self._download(paper, path, cancelled, progress)
        return path

    def html(self, paper: ArxivId, *, cancelled: Cancel = never) -> HtmlPaper | None:
        """The paper's HTML as data; None where arXiv has none of this version, or only a stub.

        arXiv is asked once; that there is none is kept too, for a day.

        Raises:
            ArxivError: arXiv is busy, refuses, cannot be reached, or sent another paper's page.
            Cancelled: the reader cancelled.
        """
        with self._locks.holding(f"html {paper}", cancelled):
            stored = self._cache.html(paper)
            page = self._site.html(paper, cancelled) if stored is None else stored
            found = html_paper.parse(page, paper) if page else None
            if stored is None:
                self._cache.keep_html(paper, page if found else b"")
        return found

    def _second_way(self, paper: ArxivId, first: ArxivError, cancelled: Cancel) -> PaperRecord:
        _log.warning("Abstract page of %s: %s Asking the Atom API.", paper, first.detail)
        try:
            record = self.metadata_many([paper], cancelled=cancelled).get(paper)
        except ArxivError:
            stale = self._stored(paper, stale=True)
            if stale is None or not isinstance(first, ArxivBusy | ArxivUnreachable):
                raise first from None
            _log.warning("Using the record of %s stored on %s.", paper, stale.fetched_at.date())
            return stale
        if record is None:
            raise PaperNotFound(f"arXiv knows no paper {paper}.")
        return record

    def _stored(self, paper: ArxivId, *, stale: bool = False) -> PaperRecord | None:
        page = self._cache.record("abstract_page", paper, stale=stale)
        return page or self._cache.record("atom", paper, stale=stale)

    def _with_newest(self, record: PaperRecord) -> PaperRecord:
        """A version kept for good learns from a later answer that there is a newer one."""
        newest = self._stored(ArxivId(record.id.id), stale=True)
        known = max(record.latest_version or 0, newest.latest_version or 0 if newest else 0)
        return replace(record, latest_version=known or None)

    def _ask_api(self, papers: list[ArxivId], cancelled: Cancel) -> dict[ArxivId, PaperRecord]:
        records = self._site.query(papers, cancelled)
        for asked, record in records.items():
            self._cache.keep(asked, record)
        return records

    def _download(self, paper: ArxivId, path: Path, cancelled: Cancel, progress: Progress | None) -> None:
        try:
            with self._cache.writing(path) as file:
                self._site.pdf(paper, file, cancelled, progress)
        except NoPdf as error:
            # A 404 alone does not say whether the paper, the version or only its PDF is missing.
            record = self.metadata(paper, cancelled=cancelled)
            raise _no_pdf(record) or error from None


def _no_pdf(record: PaperRecord) -> ArxivError | None:
    if record.withdrawn:
        return PaperWithdrawn(f"{record.id} was withdrawn.")
    return None if record.has_pdf else NoPdf(f"arXiv has no PDF of {record.id}.")
