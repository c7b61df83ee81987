"""Makes a record of what other programs write about a paper."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pydantic import ValidationError

from papergloss.arxiv import links
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier
from papergloss.export.cite_keys import ALLOWED
from papergloss.export.latex import tidy
from papergloss.export.record import Record, SavedNote, SavedTag
from papergloss.gloss.card import Links, Metadata
from papergloss.library.importing.rows import Row
from papergloss.store.index_text import fold

MAX_TITLE = 2_000
MAX_NAME = 300
MAX_AUTHORS = 10_000
MAX_TAG = 60
LABEL = 120
_NAMED = re.compile(r"arxiv(?:\.org/abs/|\.org/pdf/|[:.\s]\s*)(\S{7,40})", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}]+")
_MADE_ID = re.compile(r"sha256:[0-9a-f]{64}|title:[0-9a-f]{32}|doi:10\.\d{4,9}/[^\s\0]+")
_CATEGORY = re.compile(r"[a-z-]{2,20}(\.[A-Za-z-]{2,6})?")


@dataclass
class Fields:
    """A row's fields, as text; what is missing is empty."""

    title: str = ""
    authors: Sequence[str] = ()
    """`First Last`."""
    abstract: str = ""
    date: Sequence[int] = ()
    """Year, month, day, as far as they are known."""
    ids: Sequence[str] = ()
    """Where an arXiv id is written alone, or as an address."""
    texts: Sequence[str] = ()
    """Where one may be named: `arXiv preprint arXiv:…`."""
    doi: str = ""
    journal_ref: str = ""
    comment: str = ""
    category: str = ""
    tags: Sequence[str] = ()
    notes: Sequence[str] = ()
    key: str = ""
    starred: bool = False
    collections: Sequence[str] = field(default_factory=list)


def row(place: int, label: str, fields: Fields) -> Row:
    """The row with these fields."""
    label = tidy(label or fields.title)[:LABEL]
    title, arxiv = tidy(fields.title), arxiv_id(fields.ids, [*fields.texts, fields.doi])
    if not title:
        problem = None if arxiv else "It has neither a title nor an arXiv id."
        return Row(place, label, asked=arxiv, problem=problem)
    if len(title) > MAX_TITLE or len(fields.authors) > MAX_AUTHORS:
        return Row(place, label, problem="Its title or its list of authors is too long.")
    try:
        return Row(place, label, record=_record(fields, title, arxiv))
    except ValidationError as error:
        return Row(place, label, problem=faults(error))


def faults(error: ValidationError) -> str:
    """What does not fit, without what was given."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[:3]
    return "; ".join(f"{'.'.join(map(str, one['loc'][:4]))}: {one['msg']}" for one in found) + "."


def numbers(date: str) -> list[int]:
    """Year, month and day in a text, as far as they stand there."""
    return [int(part) for part in re.findall(r"\d{1,4}", date)[:3]]


def arxiv_id(ids: Iterable[str], texts: Iterable[str]) -> ArxivId | None:
    """The first arXiv id among fields and texts."""
    named = (found[1] for text in texts for found in _NAMED.finditer(text[:4000]))
    for text in (*ids, *named):
        try:
            return ArxivId.parse(text)
        except BadIdentifier:
            continue
    return None


def named_doi(text: str) -> str:
    """The DOI in a text, without its resolver's address; arXiv's own DOIs are ids, not the journal's."""
    found = _DOI.search(text)
    doi = found[0].rstrip(".,;)") if found else ""
    return "" if doi.lower().startswith("10.48550/") else doi


def is_id(name: str) -> bool:
    """Whether a paper can be called so: it is an arXiv id, the hash of a file, or from `made_id`."""
    try:
        return ArxivId.parse(name).id == name
    except BadIdentifier:
        return _MADE_ID.fullmatch(name) is not None


def made_id(doi: str, title: str, authors: Sequence[str]) -> str:
    """A name for a paper that is not on arXiv: the same for the same DOI, else title and first author."""
    if doi and len(doi) <= 70:
        return f"doi:{doi.lower()}"
    said = f"{fold(title)}\n{fold(authors[0]) if authors else ''}"
    return f"title:{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def _record(fields: Fields, title: str, arxiv: ArxivId | None) -> Record:
    authors = [name[:MAX_NAME] for name in map(tidy, fields.authors) if name]
    abstract, doi = tidy(fields.abstract), named_doi(fields.doi)
    known = arxiv is not None
    category = fields.category.strip()
    metadata = Metadata(
        source="arxiv" if known else "import",
        arxiv_id=arxiv.id if arxiv else None,
        version=arxiv.version if arxiv else None,
        latest_version=arxiv.version if arxiv else None,
        title=title,
        authors=authors,
        abstract=abstract,
        categories=[category] if _CATEGORY.fullmatch(category) else [],
        comment=tidy(fields.comment) or None,
        journal_ref=tidy(fields.journal_ref) or None,
        doi=doi or None,
        submitted=_date(fields.date),
        links=_links(arxiv, doi, abstract),
    )
    named = dict.fromkeys(tag[:MAX_TAG].strip() for tag in map(tidy, fields.tags))
    return Record(
        id=arxiv.id if arxiv else made_id(doi, title, authors),
        cite_key=fields.key if ALLOWED.fullmatch(fields.key) else None,
        metadata=metadata,
        starred=fields.starred,
        tags=[SavedTag(name=name) for name in named if name],
        collections=[name for name in map(tidy, fields.collections) if name],
        notes=[SavedNote(body=note.strip()) for note in fields.notes if note.strip()],
    )


def _links(arxiv: ArxivId | None, doi: str, abstract: str) -> Links:
    made = Links(doi=links.doi(doi) if doi else None, code=links.code(abstract))
    if arxiv is not None:
        made.abs = links.abstract_page(arxiv)
        made.pdf = links.pdf(arxiv)
    return made


def _date(parts: Sequence[int]) -> datetime | None:
    if not parts or not 1000 <= parts[0] <= 2200:
        return None
    whole = [*parts[:3], 1, 1][: max(3, len(parts[:3]))][:3]
    try:
        return datetime(*whole, tzinfo=UTC)  # type: ignore[misc, arg-type]
    except ValueError:
        return datetime(parts[0], 1, 1, tzinfo=UTC)
