"""Requests and answers about the library."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from papergloss.gloss.card import Metadata, Wire
from papergloss.web.query import Query
from papergloss.web.wire import ProblemDocument

PaperState = Literal["to_read", "skimmed", "read", "dropped"]
Sort = Literal["relevance", "saved", "opened", "glossed", "title", "author", "year"]
Group = Literal["day", "tag", "category"]
Colour = Field(None, pattern=r"^#[0-9a-f]{6}$", description="`#rrggbb`, lower case")
TagName = Field(min_length=1, max_length=60)


class Segment(Wire):
    """A piece of text; `hit` where it is what was looked for, or what differs."""

    text: str
    hit: bool = False


class Tag(Wire):
    """A tag and how many papers have it (papers in the trash are not counted)."""

    id: int
    name: str
    colour: str | None
    count: int


class PaperTag(Wire):
    """A tag on a paper."""

    id: int
    name: str
    colour: str | None


class Marks(Wire):
    """Where a search found its words."""

    title: list[Segment]
    title_target: list[Segment] | None
    authors: list[Segment]
    snippet: list[Segment] | None = Field(description="around the first hit in the other texts")
    snippet_of: Literal["abstract", "card", "notes", "tags"] | None


class PaperEntry(Wire):
    """One line of the library."""

    id: str = Field(description="arXiv id without version, or `sha256:…`")
    title: str
    title_target: str | None = Field(description="the title in the language of the newest card")
    authors: list[str] = Field(description="the first three")
    author_count: int
    category: str = Field(description="primary category; empty where there is none")
    year: int | None
    version: int
    newer_version: bool = Field(description="arXiv has a newer version than the one of the newest card")
    card_id: str | None = Field(description="the newest card; None for a paper that was only imported")
    starred: bool
    state: PaperState
    tags: list[PaperTag]
    note_count: int
    revision: int = Field(description="goes up with every change of star, state or tags")
    saved_at: datetime
    glossed_at: datetime | None
    opened_at: datetime | None
    trashed_at: datetime | None
    marks: Marks | None = Field(None, description="for a search only")


class PaperGroup(Wire):
    """A run of lines under one heading, in the order of the lines."""

    key: str = Field(description="`2026-11-21`, the tag's name, or the category; empty: none")
    count: int


class LibraryQuery(Query):
    """`GET /api/v1/library/papers`."""

    q: str = Field("", max_length=500, description="words and filters; docs/search.md")
    offset: int = Field(0, ge=0)
    limit: int = Field(50, ge=1, le=200)
    sort: Sort | None = Field(None, description="`relevance` for words, else `saved`")
    group: Group | None = None
    collection: int | None = None
    trash: bool = Field(False, description="what is in the trash instead")
    utc_offset: int = Field(0, ge=-840, le=840, description="minutes that the reader's clock is ahead of UTC")


class PaperList(Wire):
    """Papers of the library."""

    papers: list[PaperEntry]
    total: int = Field(description="lines in all; of a ranked search at most as many as are ranked")
    more: bool = Field(description="a ranked search found more than `total`: name the sort to see them all")
    groups: list[PaperGroup] | None


class Note(Wire):
    """A note in Markdown, on the paper or on one of its passages."""

    id: str
    paper: str
    body: str
    passage: int | None
    quote: str | None = Field(description="the passage's words when the note was written")
    revision: int
    created_at: datetime
    changed_at: datetime


class Collection(Wire):
    """A named set of papers."""

    id: int
    name: str
    count: int


class CardVersion(Wire):
    """One card of a paper; two of them can be compared."""

    id: str
    version: int
    lang: str
    engine: str
    model: str
    revision: int
    state: str
    saved_at: datetime


class Saying(Wire):
    """A selection that was translated, or a question that was asked."""

    id: str
    kind: Literal["selection", "question"]
    text: str
    lang: str
    engine: str
    model: str
    answer: dict[str, Any]
    created_at: datetime


class PaperView(PaperEntry):
    """A paper with all that hangs on it."""

    metadata: Metadata
    cards: list[CardVersion] = Field(description="newest first")
    notes: list[Note]
    collections: list[Collection]
    sayings: list[Saying]
    coins: str = Field(description="title of an empty `<span class=Z3988>`, by which Zotero finds the paper")


class PaperRequest(Wire):
    """`PATCH /api/v1/library/papers/{paper}`: what is left out stays.

    With `based_on`, star and state are set only where nobody has changed the paper since that revision
    (or has set the same); else 409 with both. Tags are added and taken off whatever else has changed.
    """

    based_on: int | None = Field(None, ge=1)
    starred: bool | None = None
    state: PaperState | None = None
    add_tags: list[str] = Field(default_factory=list, max_length=50)
    remove_tags: list[str] = Field(default_factory=list, max_length=50)


class ConflictDocument(ProblemDocument):
    """409: it was changed elsewhere meanwhile; nothing was overwritten."""

    current: dict[str, Any] = Field(description="what is stored")
    yours: dict[str, Any] = Field(description="what was sent")


class TagRequest(Wire):
    """A new tag."""

    name: str = TagName
    colour: str | None = Colour


class TagChangeRequest(Wire):
    """Another name or colour of a tag; a colour of null takes it off."""

    name: str | None = Field(None, min_length=1, max_length=60)
    colour: str | None = Colour


class TagMergeRequest(Wire):
    """Tags that become one: every paper of `tags` gets `into`, and `tags` go."""

    tags: list[int] = Field(min_length=1, max_length=200)
    into: int


class TagList(Wire):
    """Every tag, by name."""

    tags: list[Tag]


class NoteRequest(Wire):
    """A new note. `id`, a UUID made by the caller, lets the same note be sent twice."""

    id: str | None = Field(None, pattern=r"^[0-9a-f-]{32,36}$")
    body: str = Field(min_length=1, max_length=20_000)
    passage: int | None = Field(None, ge=1)
    quote: str | None = Field(None, max_length=2_000)


class NoteChangeRequest(Wire):
    """Another text of a note; 409 with both where it has changed since `based_on`."""

    body: str = Field(min_length=1, max_length=20_000)
    based_on: int = Field(ge=1)


class CollectionRequest(Wire):
    """A new collection, or another name of one."""

    name: str = Field(min_length=1, max_length=120)


class CollectionList(Wire):
    """Every collection, by name."""

    collections: list[Collection]


class BulkRequest(Wire):
    """One change of many papers: those with `ids`, or all that `q` finds (exactly one of the two)."""

    ids: list[str] | None = Field(None, min_length=1, max_length=1000)
    q: str | None = Field(None, max_length=500)
    starred: bool | None = None
    state: PaperState | None = None
    add_tags: list[str] = Field(default_factory=list, max_length=50)
    remove_tags: list[str] = Field(default_factory=list, max_length=50)
    add_to: int | None = Field(None, description="a collection")
    remove_from: int | None = Field(None, description="a collection")
    trash: bool = False


class Changed(Wire):
    """What was done, and how to take it back."""

    count: int = Field(description="papers, notes or tags that were changed")
    undo: str | None = Field(description="for `POST /api/v1/library/undo`; None: nothing was changed")


class UndoRequest(Wire):
    """Which change to take back; without one, the latest."""

    undo: str | None = Field(None, max_length=32)
