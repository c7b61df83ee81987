"""How much the client asks of arXiv, and how long it waits. Sizes in bytes, times in seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The defaults are arXiv's terms of use (https://info.arxiv.org/help/api/tou.html) and common sense."""

    api_interval: float = 3.0
    """Between two requests to the Atom API, over all threads: arXiv's terms."""
    page_interval: float = 0.25
    """Between two requests for pages or PDFs, over all threads: the four in a second of
    https://info.arxiv.org/help/bulk_data.html."""
    page_bytes: int = 10_000_000
    """An abstract page with 2,800 authors has 0.6 MB; a feed of 100 entries 0.4 MB."""
    pdf_bytes: int = 50_000_000
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    """Without a byte."""
    page_seconds: float = 60.0
    """For one whole page or feed, per try."""
    pdf_seconds: float = 300.0
    """For one whole PDF, per try."""
    oai_bytes: int = 50_000_000
    """A part of 2,000 records has 5 MB."""
    oai_seconds: float = 300.0
    """For one part of a list of records, per try."""
    tries: int = 4
    """When arXiv says it is busy (429, 503); other faults are tried twice."""
    first_wait: float = 2.0
    """Before the second try; doubled each time. A Retry-After is obeyed instead."""
    longest_wait: float = 60.0
    """In all, between the tries for one answer; a longer Retry-After is told to the reader instead."""
    before_second_way: float = 10.0
    """As `longest_wait`, for the abstract page: after this the Atom API is asked instead."""
    fresh_hours: float = 6.0
    """How long the answer to "which version is the newest" holds."""
    missing_hours: float = 24.0
    """How long "there is no HTML of this version" holds: arXiv makes it some time after the PDF."""
    batch: int = 50
    """Ids in one API request."""
