"""Requests and answers about what models have cost and will cost."""

from __future__ import annotations

from pydantic import Field

from papergloss.gloss.card import Kind, Wire
from papergloss.web.query import Query

MOST_PAPERS = 3000


class UsageQuery(Query):
    """`GET /api/v1/usage`."""

    month: str | None = Field(None, max_length=7, description="`2026-11` (UTC); all months where left out")


class UsageRow(Wire):
    """The calls of one month, provider, model and stage together."""

    month: str
    provider: str
    model: str
    stage: str
    currency: str
    calls: int
    tokens_in: int = Field(description="prompt tokens, cached ones included")
    tokens_cached: int
    tokens_out: int
    cost: float | None = Field(description="None where the model's price is not known")
    estimated: bool = Field(description="some tokens were counted by us, not reported by the provider")


class UsageReport(Wire):
    """What models have cost, latest month first."""

    month: str | None
    cap: float | None = Field(description="most that this month may cost; None: no cap")
    currency: str = Field(description="of the provider in use, and so of the cap")
    spent: float = Field(description="this month, in that currency, calls under way at their most included")
    rows: list[UsageRow]


class CapRequest(Wire):
    """`PUT /api/v1/usage/cap`."""

    amount: float | None = Field(ge=0, le=1_000_000, description="None: no cap")


class EstimateRequest(Wire):
    """`POST /api/v1/estimates`: what glosses of these papers would take; nothing is sent to a model."""

    papers: list[str] = Field(min_length=1, max_length=MOST_PAPERS, description="ids as in `glosses`")
    kind: Kind = "card"
    lang: str | None = Field(None, max_length=20)


class Estimate(Wire):
    """A range from what is likely to what is possible."""

    papers: int = Field(description="that are not yet in the library and would be paid for")
    known: int = Field(description="of these, papers whose length is known; the others count as usual ones")
    calls_model: bool = Field(description="False: no model is connected, and nothing will cost anything")
    tokens_in: tuple[int, int]
    tokens_out: tuple[int, int]
    cost: tuple[float, float] | None = Field(description="None where the model's price is not known")
    currency: str
    left: float | None = Field(description="what of this month's cap is left; None: no cap")
