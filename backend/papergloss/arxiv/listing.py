"""What arXiv announces in a category on a day, from its RSS or Atom feed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal, cast, get_args
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.text import join, names, without_tex
from papergloss.errors import ArxivAnswerUnusable, BadIdentifier, BadInput

Announced = Literal["new", "cross", "replace", "replace-cross"]
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)*)?")
_HEAD = re.compile(r"\s*arXiv:\S+ Announce Type: \S+\s*(?:Abstract:)?\s*")


@dataclass(frozen=True, slots=True)
class Announcement:
    """One line of a listing; texts keep their TeX. `paper` has the version that is announced."""

    paper: ArxivId
    announced: Announced
    title: str
    authors: tuple[str, ...]
    abstract: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The papers in arXiv's order; none on a day without announcements."""

    category: str
    date: date
    papers: tuple[Announcement, ...]


def require_category(name: str) -> None:
    """Raises BadInput where `name` cannot be a category such as `cs.CV` or `hep-lat`."""
    if not _CATEGORY.fullmatch(name):
        raise BadInput(f"“{name}” is no category of arXiv.", "Write it as cs.CV or hep-lat.")


def parse(feed: bytes, category: str) -> Listing:
    """The listing in a feed of either form.

    Raises:
        BadInput: arXiv says that there is no such category.
        ArxivAnswerUnusable: not a feed of papers.
    """
    try:
        root = fromstring(feed)
    except (ParseError, DefusedXmlException, ValueError):
        raise ArxivAnswerUnusable("arXiv's feed is not well-formed XML.") from None
    channel = root.find("channel")
    if root.tag == f"{_ATOM}feed":
        space, head, entries = _ATOM, root, root.findall(f"{_ATOM}entry")
    elif root.tag == "rss" and channel is not None:
        space, head, entries = "", channel, channel.findall("item")
    else:
        raise ArxivAnswerUnusable("arXiv's feed is neither RSS nor Atom.")
    if join(head.findtext(f"{space}title")).startswith("Feed error"):
        raise BadInput(join(head.findtext("description") or head.findtext(f"{_ATOM}subtitle")))
    papers = {paper.paper: paper for paper in (_announcement(entry, space) for entry in entries)}
    return Listing(category, _day(head, space), tuple(papers.values()))


def _announcement(entry: Element, space: str) -> Announcement:
    announced = join(entry.findtext(f"{_ARXIV}announce_type"))
    try:
        paper = ArxivId.parse(join(entry.findtext(f"{_ATOM}id" if space else "guid")))
    except BadIdentifier:
        raise ArxivAnswerUnusable("An entry of arXiv's feed has no id.") from None
    title = join(entry.findtext(f"{space}title"))
    authors = names(map(without_tex, join(entry.findtext(_CREATOR)).split(", ")))
    if announced not in get_args(Announced) or paper.version is None or not (title and authors):
        raise ArxivAnswerUnusable("An entry of arXiv's feed lacks its kind, version, title or authors.")
    terms = (node.get("term") or node.text for node in entry.iterfind(f"{space}category"))
    text = entry.findtext(f"{_ATOM}summary" if space else "description")
    return Announcement(
        paper=paper,
        announced=cast(Announced, announced),
        title=title,
        authors=authors,
        abstract=join(_HEAD.sub("", text or "", count=1)),
        categories=tuple(term for term in terms if term),
    )


def _day(head: Element, space: str) -> date:
    try:
        if space:
            return datetime.fromisoformat(join(head.findtext(f"{_ATOM}updated"))).date()
        return parsedate_to_datetime(join(head.findtext("pubDate"))).date()
    except ValueError:
        raise ArxivAnswerUnusable("arXiv's feed has no date.") from None
