"""Answers of arXiv's OAI-PMH server in its form `arXivRaw`, which tells when each version was submitted.

https://info.arxiv.org/help/oa/index.html; the protocol: https://www.openarchives.org/OAI/openarchivesprotocol.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.record import PaperVersion
from papergloss.arxiv.text import join, names, without_tex
from papergloss.errors import ArxivAnswerUnusable, BadIdentifier, BadInput

FORM = "arXivRaw"
PHYSICS = frozenset(
    {"astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex",
     "nucl-th", "physics", "quant-ph"}
)  # fmt: skip
"""Archives of the group physics; every other archive is a group of its own name (its ListSets)."""

DEEPEST_BRACKETS = 5

_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_RAW = "{http://arxiv.org/OAI/arXivRaw/}"
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"\s*[,;:]\s*|\s+(?:and|&)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OaiRecord:
    """What arXiv has of a paper now; texts keep their TeX."""

    id: str
    changed: date
    """The day, in UTC, on which anything of the record was changed last."""
    versions: tuple[PaperVersion, ...]
    """Oldest first."""
    title: str
    authors: tuple[str, ...]
    abstract: str
    categories: tuple[str, ...]
    """Primary category first."""


@dataclass(frozen=True, slots=True)
class OaiPage:
    """A part of a list; `token` asks for the next."""

    records: tuple[OaiRecord, ...]
    token: str | None


def question(category: str, since: date) -> str:
    """The query for a category's records that were changed since a day."""
    archive, _, field = category.partition(".")
    group = "physics" if archive in PHYSICS else archive
    places = ":".join(name for name in (group, archive, field) if name)
    asked = {"verb": "ListRecords", "metadataPrefix": FORM, "set": places, "from": since.isoformat()}
    return urlencode(asked, safe=":")


def next_question(token: str) -> str:
    """The query for the next part."""
    return urlencode({"verb": "ListRecords", "resumptionToken": token})


def parse(answer: bytes) -> OaiPage:
    """The records of an answer; those that arXiv has deleted are absent.

    Raises:
        BadInput: arXiv says that the question is wrong, such as a category that it does not have.
        ArxivAnswerUnusable: not a list of records.
    """
    try:
        root = fromstring(answer)
    except (ParseError, DefusedXmlException, ValueError):
        raise ArxivAnswerUnusable("arXiv's list of records is not well-formed XML.") from None
    if root.tag != f"{_OAI}OAI-PMH":
        raise ArxivAnswerUnusable("arXiv's list of records is no answer of OAI-PMH.")
    if (error := root.find(f"{_OAI}error")) is not None:
        return _refused(error)
    found = root.find(f"{_OAI}ListRecords")
    if found is None:
        raise ArxivAnswerUnusable("arXiv's answer has no list of records.")
    raws = (
        (record, record.find(f"{_OAI}metadata/{_RAW}arXivRaw")) for record in found.iterfind(f"{_OAI}record")
    )
    records = tuple(_record(record, raw) for record, raw in raws if raw is not None)
    return OaiPage(records, join(found.findtext(f"{_OAI}resumptionToken")) or None)


def _refused(error: Element) -> OaiPage:
    code, text = error.get("code", ""), join(error.text)[:300]
    if code == "noRecordsMatch":
        return OaiPage((), None)
    if code == "badArgument":
        raise BadInput(f"arXiv does not understand the question: {text}")
    raise ArxivAnswerUnusable(f"arXiv's list of records: {text or code}")


def _record(record: Element, raw: Element) -> OaiRecord:
    try:
        paper = ArxivId.parse(join(raw.findtext(f"{_RAW}id"))).id
        changed = date.fromisoformat(join(record.findtext(f"{_OAI}header/{_OAI}datestamp")))
        versions = tuple(
            sorted(map(_version, raw.iterfind(f"{_RAW}version")), key=lambda found: found.number)
        )
    except (BadIdentifier, ValueError):
        raise ArxivAnswerUnusable("A record of arXiv's lacks its id or its dates.") from None
    title, authors = join(raw.findtext(f"{_RAW}title")), authors_of(raw.findtext(f"{_RAW}authors") or "")
    categories = tuple(join(raw.findtext(f"{_RAW}categories")).split())
    if not (versions and title and authors and categories):
        raise ArxivAnswerUnusable("A record of arXiv's lacks its versions, title, authors or categories.")
    return OaiRecord(
        paper, changed, versions, title, authors, join(raw.findtext(f"{_RAW}abstract")), categories
    )


def _version(node: Element) -> PaperVersion:
    submitted = parsedate_to_datetime(join(node.findtext(f"{_RAW}date")))
    if submitted.tzinfo is None or not 1990 < submitted.year < 2200:
        raise ValueError("no date of a version")
    return PaperVersion(int(node.get("version", "").removeprefix("v")), submitted)


def authors_of(text: str) -> tuple[str, ...]:
    """The names in a line of authors as submitters write it, without affiliations, TeX's accents resolved."""
    for _ in range(DEEPEST_BRACKETS):
        text = _IN_BRACKETS.sub(" ", text)
    found: list[str] = []
    for name in _BETWEEN.split(join(text)):
        if found and _SUFFIX.fullmatch(name):
            found[-1] += f", {name}"
        elif not name.startswith("et al"):
            found.append(without_tex(name.removeprefix("and ")))
    return names(found)
