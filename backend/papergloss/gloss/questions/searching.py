"""A question answered without a model: by the papers' own sentences that share most with it."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.gloss.card import Term
from papergloss.gloss.claim import Check, Claim
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.one_paper import OnePaper
from papergloss.gloss.questions.several import Several

MOST_FOUND = 5
"""Passages of one paper, or of each of several."""


def search(source: OnePaper | Several, asked: Asked, glossary: Sequence[Term]) -> Question:
    """The sentences, the best first, each marked as found by a search; none where nothing is shared."""
    claims = [
        Claim(text=evidence.quote, check=Check(status="supported"), evidence=[evidence])
        for evidence in source.nearest(asked.words(glossary), MOST_FOUND)
    ]
    return source.named(asked.blank().model_copy(update={"answered": "searched", "claims": claims}))
