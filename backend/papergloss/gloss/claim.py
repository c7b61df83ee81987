"""A statement about the paper, the passages that it rests on, and what code found about it.

Pages are counted from 1. Rectangles are `(x0, y0, x1, y1)` in PDF points, origin at the page's top left.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Rect = tuple[float, float, float, float]


class Wire(BaseModel):
    """Base of every model on the wire: unknown keys are refused, so a typo cannot pass."""

    model_config = ConfigDict(extra="forbid")


class Evidence(Wire):
    """A passage of the paper on which a claim rests."""

    paper: str | None = Field(None, description="its paper, on a card about several")
    passage: int
    page: int
    rects: list[Rect] = Field(description="where the quote stands on the page, one per line")
    quote: str = Field(description="the passage's own words")
    section: str | None = None
    found_by: Literal["model", "search", "paper"] = Field(
        description="`model`: the model cited it; `search`: found by code, cited by nobody;"
        " `paper`: the claim is this passage's own sentence"
    )


class Check(Wire):
    """What code found when it compared a claim with the passages that it cites."""

    status: Literal[
        "supported",
        "unchecked",
        "number_missing",
        "name_missing",
        "contradicted",
        "miscited",
        "passage_missing",
        "uncited",
        "pending",
    ] = Field(
        "pending",
        description="`supported`: numbers, names and terms stand in the evidence; `unchecked`: nothing in the"
        " claim could be compared; `number_missing`, `name_missing`: not there, a name being also an address"
        " or a quotation; `contradicted`: the passage gives the number another direction or to another name;"
        " `miscited`: the cited passages tell of something else; `passage_missing`: a cited passage does not"
        " exist; `uncited`: none is cited",
    )
    detail: str | None = Field(
        None,
        description="the numbers, names or passage numbers that the status speaks of, as the claim writes"
        " them; null for the other statuses",
    )


class Claim(Wire):
    """One statement about the paper."""

    text: str
    role: Literal["problem", "method", "result", "limit", "resource"] | None = None
    check: Check = Field(default_factory=Check)
    evidence: list[Evidence] = Field(default_factory=list)
