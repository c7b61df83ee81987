"""Answers of arXiv's Atom API as records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.record import PaperRecord, PaperVersion
from papergloss.arxiv.text import join, join_or_none, names
from papergloss.errors import ArxivAnswerUnusable, BadIdentifier

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_ERRORS = "arxiv.org/api/errors"
_WITHDRAWN = re.compile(
    r"(?:this|the) (?:\w+ ){1,2}(?:has been|have been|is|was) (?:\w+ )?withdrawn\b|withdrawn\b", re.IGNORECASE
)
"""How the comment of a withdrawn version begins; the API has no flag for it."""


def parse(feed: bytes, asked: frozenset[ArxivId]) -> dict[ArxivId, PaperRecord]:
    """The records of a feed, by the id that was asked; ids that arXiv does not know are absent.

    Raises:
        ArxivAnswerUnusable: not a feed of papers.
    """
    records: dict[ArxivId, PaperRecord] = {}
    for record in all_records(feed):
        for wanted in (record.id, ArxivId(record.id.id)):
            if wanted in asked:
                latest = record.id.version if wanted.version is None else None
                records[wanted] = replace(record, latest_version=latest)
    return records


def all_records(feed: bytes) -> list[PaperRecord]:
    """Every record of a feed, in its order.

    Raises:
        ArxivAnswerUnusable: not a feed of papers.
    """
    try:
        root = fromstring(feed)
    except (ParseError, DefusedXmlException, ValueError):
        raise ArxivAnswerUnusable("The Atom API's answer is not well-formed XML.") from None
    if root.tag != f"{_ATOM}feed":
        raise ArxivAnswerUnusable("The Atom API's answer is not an Atom feed.")
    return [_record(entry) for entry in root.iterfind(f"{_ATOM}entry")]


def _record(entry: Element) -> PaperRecord:
    address = _text(entry, f"{_ATOM}id")
    if _ERRORS in address:
        raise ArxivAnswerUnusable("The Atom API answered with an error entry.")
    try:
        paper = ArxivId.parse(address)
        first, this = (_date(entry, name) for name in ("published", "updated"))
    except (BadIdentifier, ValueError):
        raise ArxivAnswerUnusable("An entry of the Atom API lacks its id or dates.") from None
    title = _text(entry, f"{_ATOM}title")
    authors = names(name.text for name in entry.iterfind(f"{_ATOM}author/{_ATOM}name"))
    if not (title and authors and paper.version):
        raise ArxivAnswerUnusable("An entry of the Atom API lacks its title, authors or version.")
    comment = join_or_none(entry.findtext(f"{_ARXIV}comment"))
    return PaperRecord(
        id=paper,
        source="atom",
        title=title,
        authors=authors,
        abstract=_text(entry, f"{_ATOM}summary"),
        categories=_categories(entry),
        versions=_versions(paper.version, first, this),
        latest_version=None,
        withdrawn=bool(comment and _WITHDRAWN.match(comment)),
        comment=comment,
        journal_ref=join_or_none(entry.findtext(f"{_ARXIV}journal_ref")),
        doi=join_or_none(entry.findtext(f"{_ARXIV}doi")),
        has_pdf=any(link.get("title") == "pdf" for link in entry.iterfind(f"{_ATOM}link")),
    )


def _text(entry: Element, path: str) -> str:
    return join(entry.findtext(path))


def _date(entry: Element, name: str) -> datetime:
    date = datetime.fromisoformat(_text(entry, f"{_ATOM}{name}"))
    if date.tzinfo is None:
        raise ValueError(name)
    return date


def _versions(number: int, first: datetime, this: datetime) -> tuple[PaperVersion, ...]:
    oldest = PaperVersion(1, first)
    return (oldest,) if number == 1 else (oldest, PaperVersion(number, this))


def _categories(entry: Element) -> tuple[str, ...]:
    primary = entry.find(f"{_ARXIV}primary_category")
    named = [primary, *entry.iterfind(f"{_ATOM}category")]
    terms = (node.get("term") for node in named if node is not None)
    return tuple(dict.fromkeys(term for term in terms if term))
