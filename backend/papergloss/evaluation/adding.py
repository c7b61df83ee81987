"""The line under the table: all papers together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import fmean, median

from papergloss.evaluation.report import Cost, Kept, Likeness, PaperResult, Speed


def total(papers: Sequence[PaperResult]) -> PaperResult:
    """Counts and costs added up; chrF weighted by sentences, speeds as medians over papers that have them."""
    measured = [paper for paper in papers if paper.measured]
    claims = sum((Counter(paper.claims) for paper in measured), Counter[str]())
    return PaperResult(
        paper="all",
        title=f"{len(measured)} of {len(papers)}",
        sentences=[sentence for paper in measured for sentence in paper.sentences],
        added=[text for paper in measured for text in paper.added],
        numbers=sum((paper.numbers for paper in measured), Kept()),
        terms=sum((paper.terms for paper in measured), Kept()),
        claims=dict(claims),
        chrf=_likeness([paper.chrf for paper in measured if paper.chrf]),
        cost=_cost([paper.cost for paper in papers if paper.cost]),
        speed=Speed(
            first_word=_middle(measured, lambda paper: paper.speed.first_word),
            card=_middle(measured, lambda paper: paper.speed.card),
        ),
    )


def _middle(papers: list[PaperResult], of: Callable[[PaperResult], float | None]) -> float | None:
    known = [seconds for paper in papers if (seconds := of(paper)) is not None]
    return median(known) if known else None


def _likeness(all_of_them: list[Likeness]) -> Likeness | None:
    if not all_of_them:
        return None
    return Likeness(
        score=fmean([one.score for one in all_of_them], [one.sentences for one in all_of_them]),
        sentences=sum(one.sentences for one in all_of_them),
        signature=all_of_them[0].signature,
    )


def _cost(costs: list[Cost]) -> Cost | None:
    if not costs:
        return None
    amounts = [cost.amount for cost in costs if cost.amount is not None]
    one_currency = len({cost.currency for cost in costs}) == 1
    return Cost(
        tokens_in=sum(cost.tokens_in for cost in costs),
        tokens_cached=sum(cost.tokens_cached for cost in costs),
        tokens_out=sum(cost.tokens_out for cost in costs),
        amount=sum(amounts) if one_currency and len(amounts) == len(costs) else None,
        currency=costs[0].currency,
        estimated=any(cost.estimated for cost in costs),
    )
