"""The seven things that PaperGloss asks of arXiv over HTTP, and what each answer means."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO
from urllib.parse import urlencode

from papergloss.arxiv import abstract_page, atom, cited, listing, oai
from papergloss.arxiv.cited import Cited
from papergloss.arxiv.fetch import Answer, Fetcher, Order, Progress
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.arxiv.listing import Listing
from papergloss.arxiv.oai import OaiPage
from papergloss.arxiv.pacing import Cancel, Clock, Pacer
from papergloss.arxiv.record import PaperRecord
from papergloss.errors import ArxivAnswerUnusable, NoPdf, PaperNotFound, PaperWithdrawn, PdfTooLarge

_ANYTHING = "*/*;q=0.1"
"""So that a strict server can still send its HTML page with a 404 instead of a 406."""
MOST_PARTS = 5000
"""Of one list of records; arXiv gives 2,000 records in a part and has three million."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where arXiv is: the site, the Atom API, the feeds of the categories, the OAI-PMH server."""

    base: str
    api: str
    feed: str
    oai: str


class ArxivSite:
    """Asks, checks and parses; stores nothing. Every call may also raise what `Fetcher.fetch` does."""

    def __init__(self, addresses: Addresses, user_agent: str, *, limits: Limits, clock: Clock) -> None:
        self._base = addresses.base.rstrip("/")
        self._api = addresses.api
        self._feed = addresses.feed.rstrip("/")
        self._oai = addresses.oai
        self._limits = limits
        self._fetcher = Fetcher([self._base, self._api, self._feed, self._oai], user_agent, limits, clock)
        self._page_pacer = Pacer(limits.page_interval, clock)
        self._api_pacer = Pacer(limits.api_interval, clock)

    def close(self) -> None:
        """Gives the connections back."""
        self._fetcher.close()

    def abstract_page(self, paper: ArxivId, cancelled: Cancel) -> PaperRecord:
        """The record on the abstract page.

        Raises:
            PaperNotFound: arXiv knows no such id or version.
            ArxivAnswerUnusable: not an abstract page, or that of another paper.
        """
        url, patience = f"{self._base}/abs/{paper}", self._limits.before_second_way
        answer, body = self._read(url, "text/html", self._page_pacer, patience, cancelled)
        if answer.status == 404:
            raise PaperNotFound(f"arXiv knows no paper {paper}.")
        return abstract_page.parse(body, paper)

    def query(self, papers: list[ArxivId], cancelled: Cancel) -> dict[ArxivId, PaperRecord]:
        """One request to the Atom API; papers that arXiv does not know are absent.

        Raises:
            ArxivAnswerUnusable: not a feed of papers.
        """
        asked = f"id_list={','.join(map(str, papers))}&max_results={len(papers)}"
        return atom.parse(self._ask_api(asked, cancelled), frozenset(papers))

    def search(self, query: str, most: int, cancelled: Cancel) -> list[PaperRecord]:
        """The newest papers that fit a query in the API's own language.

        Raises:
            ArxivAnswerUnusable: not a feed of papers.
        """
        order = {"sortBy": "submittedDate", "sortOrder": "descending", "max_results": most}
        return atom.all_records(self._ask_api(urlencode({"search_query": query, **order}), cancelled))

    def cited(self, wanted: list[Cited], most: int, cancelled: Cancel) -> list[PaperRecord]:
        """Papers with titles like those that are cited, the likest first; of old and new ones alike.

        Raises:
            ArxivAnswerUnusable: not a feed of papers.
        """
        asked = {"search_query": cited.query(wanted), "sortBy": "relevance", "max_results": most}
        return atom.all_records(self._ask_api(urlencode(asked), cancelled))

    def listing(self, category: str, cancelled: Cancel) -> Listing:
        """What the newest feed of a category announces.

        Raises:
            BadInput: there is no such category.
            ArxivAnswerUnusable: not a feed of papers.
        """
        listing.require_category(category)
        url, patience = f"{self._feed}/{category}", self._limits.longest_wait
        answer, body = self._read(url, "application/rss+xml", self._page_pacer, patience, cancelled)
        if answer.status == 404:
            raise ArxivAnswerUnusable("There are no feeds at arXiv's configured address.")
        return listing.parse(body, category)

    def records(self, category: str, since: date, cancelled: Cancel) -> Iterator[OaiPage]:
        """Every record of a category that was changed since a day, part by part.

        Raises:
            BadInput: there is no such category.
            ArxivAnswerUnusable: not a list of records, or one without end.
        """
        listing.require_category(category)
        asked, seen = oai.question(category, since), set[str]()
        while asked not in seen and len(seen) < MOST_PARTS:
            seen.add(asked)
            url, patience = f"{self._oai}?{asked}", self._limits.longest_wait
            order = self._page(url, "text/xml", self._api_pacer, patience, cancelled)
            answer, body = self._fetched(
                replace(order, most_bytes=self._limits.oai_bytes, seconds=self._limits.oai_seconds)
            )
            if answer.status == 404:
                raise ArxivAnswerUnusable("There is no OAI-PMH server at its configured address.")
            page = oai.parse(body)
            yield page
            if page.token is None:
                return
            asked = oai.next_question(page.token)
        raise ArxivAnswerUnusable("arXiv's list of records does not end.")

    def pdf(self, paper: ArxivId, file: BinaryIO, cancelled: Cancel, progress: Progress | None) -> None:
        """Writes the PDF into `file`.

        Raises:
            PaperWithdrawn: arXiv says that this version is withdrawn.
            NoPdf: arXiv has nothing at this address.
            PdfTooLarge: over `limits.pdf_bytes`.
            ArxivAnswerUnusable: an HTML page or something else instead of a PDF.
        """
        most = self._limits.pdf_bytes
        order = Order(
            url=f"{self._base}/pdf/{paper}",
            accept=f"application/pdf, {_ANYTHING}",
            most_bytes=most,
            seconds=self._limits.pdf_seconds,
            longest_wait=self._limits.longest_wait,
            too_large=lambda: PdfTooLarge(f"The PDF of {paper} is larger than {most / 1e6:g} MB."),
            pacer=self._page_pacer,
            cancelled=cancelled,
            progress=progress,
        )
        answer = self._fetcher.fetch(order, file)
        file.seek(0)
        if answer.status == 404:
            gone = b"has been withdrawn" in file.read()
            raise (
                PaperWithdrawn(f"{paper} was withdrawn.") if gone else NoPdf(f"arXiv has no PDF of {paper}.")
            )
        if b"%PDF-" not in file.read(1024):
            kind = "an HTML page" if "html" in answer.content_type else "something else"
            raise ArxivAnswerUnusable(
                f"arXiv sent {kind} instead of the PDF of {paper}.", "Open the PDF in the browser to see why."
            )

    def html(self, paper: ArxivId, cancelled: Cancel) -> bytes:
        """The page of the paper's HTML; empty where arXiv has none."""
        url, patience = f"{self._base}/html/{paper}", self._limits.before_second_way
        answer, body = self._read(url, "text/html", self._page_pacer, patience, cancelled)
        return b"" if answer.status == 404 else body

    def _ask_api(self, asked: str, cancelled: Cancel) -> bytes:
        url, patience = f"{self._api}?{asked}", self._limits.longest_wait
        answer, body = self._read(url, "application/atom+xml", self._api_pacer, patience, cancelled)
        if answer.status == 404:
            raise ArxivAnswerUnusable("There is no Atom API at its configured address.")
        return body

    def _read(
        self, url: str, accept: str, pacer: Pacer, longest_wait: float, cancelled: Cancel
    ) -> tuple[Answer, bytes]:
        return self._fetched(self._page(url, accept, pacer, longest_wait, cancelled))

    def _page(self, url: str, accept: str, pacer: Pacer, longest_wait: float, cancelled: Cancel) -> Order:
        return Order(
            url=url,
            accept=f"{accept}, {_ANYTHING}",
            most_bytes=self._limits.page_bytes,
            seconds=self._limits.page_seconds,
            longest_wait=longest_wait,
            too_large=lambda: ArxivAnswerUnusable("arXiv's page is larger than any real one."),
            pacer=pacer,
            cancelled=cancelled,
        )

    def _fetched(self, order: Order) -> tuple[Answer, bytes]:
        sink = io.BytesIO()
        return self._fetcher.fetch(order, sink), sink.getvalue()
