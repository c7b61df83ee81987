"""Requests and answers about what happened to papers, and about two cards side by side."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from papergloss.gloss.card import Wire
from papergloss.web.library_wire import CardVersion, Segment
from papergloss.web.query import Query


class VersionsRequest(Wire):
    """`POST /api/v1/library/versions`: ask arXiv whether these papers have newer versions."""

    ids: list[str] | None = Field(None, max_length=100, description="None: the 100 opened last")


class VersionsAnswer(Wire):
    """What arXiv said."""

    checked: int
    newer: list[str] = Field(description="papers of which arXiv has a newer version than the newest card's")


class HistoryEntry(Wire):
    """One thing that happened to a paper."""

    paper: str
    title: str
    kind: Literal["opened", "glossed", "reglossed", "imported", "exported"]
    card_id: str | None
    at: datetime


class HistoryList(Wire):
    """What happened, the latest first."""

    entries: list[HistoryEntry]


class HistoryQuery(Query):
    """Of one paper, or of all."""

    paper: str | None = Field(None, max_length=100)
    offset: int = Field(0, ge=0)
    limit: int = Field(50, ge=1, le=200)


class CompareQuery(Query):
    """Two cards of one paper."""

    left: str = Field(max_length=64)
    right: str = Field(max_length=64)


class Difference(Wire):
    """One line of a comparison; `hit` marks the words that differ."""

    state: Literal["same", "changed", "left", "right"] = Field(description="`left`: only there")
    left: list[Segment] | None
    right: list[Segment] | None


class ComparedPart(Wire):
    """One part of both cards."""

    name: Literal["title", "abstract", "translation", "summary", "takeaways"]
    rows: list[Difference]


class Comparison(Wire):
    """Two cards of one paper, part by part."""

    left: CardVersion
    right: CardVersion
    parts: list[ComparedPart]
