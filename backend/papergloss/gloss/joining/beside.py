"""arXiv's HTML, fetched while the PDF comes and is read; nothing waits for it but a moment."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Self

from papergloss.arxiv.html_paper import HtmlPaper
from papergloss.arxiv.identifier import ArxivId
from papergloss.gloss.context import Context
from papergloss.gloss.joining.document import join_html
from papergloss.pdf.document import Document

PATIENCE = 2.0
"""Seconds that a document already read waits for the HTML."""
CANCEL_CHECK = 0.1
"""Seconds between two looks at whether the job was cancelled."""

_log = logging.getLogger(__name__)


class HtmlBeside:
    """One fetch in a thread of its own; whatever goes wrong with it leaves the document as it is."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._given_up = Event()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="html")
        self._answer: Future[HtmlPaper | None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._given_up.set()
        self._pool.shutdown(wait=False)

    def start(self, version: ArxivId) -> None:
        """Asks arXiv, once; called when the PDF's first bytes are there, so that it never waits for this."""
        if self._answer is None:
            self._answer = self._pool.submit(self._fetch, version)

    def added_to(self, document: Document) -> Document:
        """The document with what the HTML knows better, if that comes in time."""
        if self._answer is None:
            return document
        for _ in range(round(PATIENCE / CANCEL_CHECK)):
            self._context.check()
            if wait([self._answer], timeout=CANCEL_CHECK).done:
                html = self._answer.result()
                return join_html(document, html) if html else document
        _log.info("arXiv's HTML of %s did not come in time.", self._context.paper)
        return document

    def _fetch(self, version: ArxivId) -> HtmlPaper | None:
        try:
            return self._context.tools.arxiv.html(version, cancelled=self._stopped)
        except Exception as error:
            # A second source is never worth a failure; the message may hold the paper's text.
            _log.info("The HTML of %s is not used: %s", version, type(error).__name__)
            return None

    def _stopped(self) -> bool:
        return self._given_up.is_set() or self._context.job.cancelled()
