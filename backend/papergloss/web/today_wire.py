"""Requests and answers about the day's papers, and what the reader follows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from papergloss.gloss.card import Card, Metadata, Wire
from papergloss.web.library_wire import PaperState
from papergloss.web.query import Query
from papergloss.web.wire import ProblemDocument

Word = Annotated[str, Field(max_length=200)]
PaperName = Annotated[str, Field(min_length=1, max_length=100)]


class Followed(Wire):
    """`GET` and `PUT /api/v1/settings/following`: what brings papers to the reader, and to the front."""

    categories: list[Word] = Field(default_factory=list, max_length=50, description="such as `cs.CV`")
    keywords: list[Word] = Field(default_factory=list, max_length=200, description="of titles and abstracts")
    authors: list[Word] = Field(default_factory=list, max_length=200, description="names, whole or in part")


class TodayQuery(Query):
    """`GET /api/v1/today`."""

    day: date | None = Field(None, description="an earlier one; without it, what was announced last")
    lang: str | None = Field(None, max_length=20, description="language of the brief glosses")


class ChosenRequest(Wire):
    """`POST /api/v1/today/papers`: the same page for papers that some other page lists."""

    papers: list[PaperName] = Field(min_length=1, max_length=2000)
    lang: str | None = Field(None, max_length=20, description="language of the brief glosses")


class ListedPaper(Wire):
    """One paper to decide on."""

    paper: str = Field(description="id_with_version")
    section: Literal["new", "cross", "replaced"] | None = Field(description="null where no feed announced it")
    metadata: Metadata
    followed: list[str] = Field(description="the reader's words and names that it has")
    shared: list[str] = Field(description="words that it has in common with what the reader liked")
    state: PaperState | None = Field(description="in the library; null where it is not there")
    card: Card | None = Field(description="the stored card of the kind `brief`")


class MissingFeed(Wire):
    """A followed category whose feed could not be had."""

    category: str
    problem: ProblemDocument


class TodayList(Wire):
    """`GET /api/v1/today`: the papers in the order in which they are shown."""

    date: date
    categories: list[str] = Field(description="that are followed")
    papers: list[ListedPaper]
    missing: list[MissingFeed]
    looked_at: int | None = Field(
        description="records of arXiv's so far, where the list of an earlier day is not whole yet: ask again"
    )


class DecisionRequest(Wire):
    """`POST /api/v1/today/decisions`: a kept paper is one to read, a dropped one is remembered as such."""

    paper: PaperName
    decision: Literal["keep", "drop"]
