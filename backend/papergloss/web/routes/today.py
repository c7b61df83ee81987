"""The day's papers in the reader's categories: what to keep, what to drop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from flask import Response

from papergloss.arxiv.identifier import ArxivId
from papergloss.digest.today import Day, Line
from papergloss.web.backend import backend, today
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.library_views import changed
from papergloss.web.library_wire import Changed
from papergloss.web.problems import document
from papergloss.web.today_wire import (
    ChosenRequest,
    DecisionRequest,
    Followed,
    ListedPaper,
    MissingFeed,
    TodayList,
    TodayQuery,
)
from papergloss.web.wire import ProblemDocument

api = blueprint("today", "The day's papers, and what the reader follows")


@api.get("/today", responses={200: TodayList, 502: ProblemDocument, 503: ProblemDocument})
def followed(query: TodayQuery) -> Response:
    """What arXiv announced in the followed categories, last or on a day.

    The list of an earlier day has many parts at arXiv; each call takes the next one.
    """
    key = backend().asking.key("", query.lang, "brief")
    return answer(_list(today().followed(key, query.day), backend().following.get().categories))


@api.post("/today/papers", responses={200: TodayList, 502: ProblemDocument, 503: ProblemDocument})
def chosen(body: ChosenRequest) -> Response:
    """The same for papers that a page of an author or a search lists."""
    papers = [ArxivId.parse(paper) for paper in body.papers]
    key = backend().asking.key("", body.lang, "brief")
    return answer(_list(today().chosen(papers, key), ()))


@api.post("/today/decisions", responses={200: Changed, 502: ProblemDocument, 503: ProblemDocument})
def decide(body: DecisionRequest) -> Response:
    """Keeps a paper, or drops it; `POST library/undo` takes it back."""
    return answer(changed(today().decide(ArxivId.parse(body.paper), body.decision)))


@api.get("/settings/following", responses={200: Followed})
def following() -> Response:
    """What the reader follows."""
    return answer(Followed.model_validate(asdict(backend().following.get())))


@api.put("/settings/following", responses={200: Followed})
def follow(body: Followed) -> Response:
    """Replaces what the reader follows."""
    kept = backend().following.set(body.categories, body.keywords, body.authors)
    return answer(Followed.model_validate(asdict(kept)))


def _list(day: Day, categories: Sequence[str]) -> TodayList:
    return TodayList(
        date=day.date,
        categories=list(categories),
        papers=[_listed(line) for line in day.lines],
        missing=[MissingFeed(category=name, problem=document(error)) for name, error in day.missing],
        looked_at=day.looked_at,
    )


def _listed(line: Line) -> ListedPaper:
    return ListedPaper(
        paper=line.paper.id_with_version,
        section=line.section,
        metadata=line.metadata,
        followed=list(line.followed),
        shared=list(line.shared),
        state=line.state,
        card=line.card,
    )
