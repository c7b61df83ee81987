"""A reader's question about a paper and the answer to it, as a card of the kind `question` holds them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from papergloss.gloss.claim import Claim, Evidence, Wire


class NamedPaper(Wire):
    """A paper among several."""

    paper: str = Field(description="as in `Evidence.paper`")
    title: str


class Question(Wire):
    """What the reader asked about the paper, and what the paper says to it."""

    text: str
    papers: list[NamedPaper] = Field(
        default_factory=list, description="of a question about several; empty for one about the card's paper"
    )
    follows: str | None = Field(
        None, description="id of the card with the question before it in the same conversation"
    )
    answered: Literal["pending", "yes", "partly", "no", "searched"] = Field(
        "pending",
        description="by the paper: `no` where it does not say, and `missing` what; `searched`: no model was"
        " asked, the claims are the passages' own sentences that share most with the question",
    )
    claims: list[Claim] = Field(default_factory=list, description="the answer, or what comes near it")
    missing: str = Field("", description="what the paper does not say")
    nearest: list[Evidence] = Field(
        default_factory=list, description="for `no`: the passages that share most with the question"
    )
