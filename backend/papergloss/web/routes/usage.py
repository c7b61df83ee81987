"""What models have cost and will cost, and the month's cap."""

from __future__ import annotations

from dataclasses import asdict

from flask import Response

from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.usage_wire import (
    CapRequest,
    Estimate,
    EstimateRequest,
    UsageQuery,
    UsageReport,
    UsageRow,
)

api = blueprint("usage", "What models have cost and will cost")


@api.get("/usage", responses={200: UsageReport})
def usage(query: UsageQuery) -> Response:
    """Tokens and money by month, provider, model and stage."""
    return answer(_report(query.month))


@api.put("/usage/cap", responses={200: UsageReport})
def cap(body: CapRequest) -> Response:
    """Sets what a month may cost. Jobs under way keep what they have; their next call obeys."""
    backend().usage.set_cap(body.amount)
    return answer(_report(None))


@api.post("/estimates", responses={200: Estimate})
def estimate(body: EstimateRequest) -> Response:
    """What a batch would take, before it is started."""
    found = backend().estimates.estimate(body.papers, body.kind, body.lang)
    return answer(Estimate.model_validate(asdict(found)))


def _report(month: str | None) -> UsageReport:
    report = backend().usage.report(month)
    return UsageReport(
        month=report.month,
        cap=report.cap,
        currency=report.currency,
        spent=report.spent,
        rows=[UsageRow.model_validate(asdict(row)) for row in report.rows],
    )
