"""What a gloss will take, before any model is asked: a range from what is likely to what is possible."""

from __future__ import annotations

from dataclasses import dataclass

from papergloss.gloss.card import Kind
from papergloss.gloss.compression.portions import passage_tokens, readable
from papergloss.gloss.dialogue.asking import ANSWER_TOKENS
from papergloss.llm.budget import SAFETY, thinking_tokens
from papergloss.llm.pricing import cost
from papergloss.llm.types import Provider, Usage
from papergloss.pdf.document import Document

USUAL_TOKENS = (11_000, 20_000)
"""Readable tokens of a paper that was not read yet: the median of 52 real papers, and their ninth decile."""
NOTES_SHARE = 0.15
"""Tokens of notes for a token of a paper that does not fit."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The calls of one kind of gloss: how often the whole paper goes, what goes and comes beside it.

    Each pair is what is likely, and what is possible where answers are asked for again.
    """

    papers: tuple[int, int]
    tokens_in: tuple[int, int]
    tokens_out: tuple[int, int]
    calls: tuple[int, int]


PROFILES: dict[Kind, Profile] = {
    "card": Profile((1, 3), (4_000, 16_000), (2_000, 9_000), (3, 9)),
    "deep": Profile((7, 20), (12_000, 60_000), (6_000, 24_000), (8, 20)),
    "abstract": Profile((0, 0), (2_500, 9_000), (900, 4_000), (2, 6)),
    "brief": Profile((0, 0), (700, 3_000), (120, 900), (1, 3)),
    "selection": Profile((0, 1), (900, 4_000), (300, 2_000), (1, 2)),
    "question": Profile((1, 3), (1_500, 6_000), (400, 2_500), (1, 3)),
}


def estimate(papers: list[Document | None], kind: Kind, provider: Provider) -> tuple[Usage, Usage]:
    """The likely and the possible usage of glosses of these papers together.

    Args:
        papers: what was read of each; None where a paper was not read yet.
        kind: what is made of each.
        provider: whose context decides which papers go as notes on their sections.
    """
    low = high = Usage(estimated=True)
    for paper in papers:
        low += _one(paper, PROFILES[kind], provider, 0)
        high += _one(paper, PROFILES[kind], provider, 1)
    return low, high


def cost_range(provider: Provider, low: Usage, high: Usage) -> tuple[float, float] | None:
    """Both in the provider's currency; None where its price is not known."""
    least, most = cost(provider, low), cost(provider, high)
    return None if least is None or most is None else (least, most)


def _one(paper: Document | None, profile: Profile, provider: Provider, end: int) -> Usage:
    length = sum(map(passage_tokens, readable(paper))) if paper else USUAL_TOKENS[end]
    room = max(0, int(provider.context_tokens * (1 - SAFETY)) - ANSWER_TOKENS)
    tokens_in = profile.papers[end] * min(length, room) + profile.tokens_in[end]
    tokens_out = profile.tokens_out[end]
    if profile.papers[end] and length > room:
        tokens_in += length
        tokens_out += int(NOTES_SHARE * length)
    # Not every call thinks for as long as it may.
    tokens_out += profile.calls[end] * thinking_tokens(provider) * (1 if end else 0) // 4
    return Usage(tokens_in, 0, tokens_out, estimated=True)
