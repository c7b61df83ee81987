"""Picks the paper's own key sentences: no model, standard library.

A sentence's worth is LexRank centrality (Erkan and Radev 2004: PageRank over tf-idf cosine), times what its
place, its cue phrases and the words it shares with the title say. Picks that repeat an earlier one are passed
over (maximal marginal relevance, Carbonell and Goldstein 1998), and roles are balanced.
"""

from __future__ import annotations

from papergloss.gloss.dialogue.vocabulary import Role
from papergloss.gloss.extractive.ranking import Candidate, rank
from papergloss.gloss.protocol import DraftClaim
from papergloss.pdf.document import Document

SUMMARY_ROLES: tuple[Role, ...] = ("problem", "method", "result", "limit")
"""The summary's order; a role that no sentence has is left out."""
FEWEST_TAKEAWAYS, MOST_TAKEAWAYS = 5, 7
WORTH_SHOWING = 0.35
"""A takeaway beyond the fewest must be worth this share of the best one."""
TOO_ALIKE = 0.5
"""Cosine from which two sentences say the same."""


def key_sentences(document: Document, title: str) -> tuple[list[DraftClaim], list[DraftClaim]]:
    """Summary (one sentence a role, at most four) and 5-7 takeaways, each citing its passage.

    A text with few sentences gives fewer; both parts are empty only where there is none.
    """
    ranked = rank(document, title)
    summary = _one_for_each_role(ranked)
    takeaways = _distinct(ranked)
    takeaways.sort(key=lambda candidate: candidate.order)
    return [_claim(item) for item in summary], [_claim(item) for item in takeaways]


def telling_sentence(document: Document, title: str) -> DraftClaim | None:
    """The one sentence that best tells what is new or what came of it; None where there is no text."""
    ranked = rank(document, title)
    told = next((item for item in ranked if item.role in ("result", "method")), None)
    found = told or next(iter(ranked), None)
    return _claim(found) if found else None


def _one_for_each_role(ranked: list[Candidate]) -> list[Candidate]:
    firsts = (next((item for item in ranked if item.role == role), None) for role in SUMMARY_ROLES)
    return [item for item in firsts if item] or ranked[:1]


def _distinct(ranked: list[Candidate]) -> list[Candidate]:
    picked: list[Candidate] = []
    for item in ranked:
        if len(picked) == MOST_TAKEAWAYS:
            break
        enough = len(picked) >= FEWEST_TAKEAWAYS
        if enough and item.worth < WORTH_SHOWING * ranked[0].worth:
            break
        if all(item.likeness(other) < TOO_ALIKE for other in picked):
            picked.append(item)
    return picked


def _claim(item: Candidate) -> DraftClaim:
    return DraftClaim(item.text, item.role, [item.passage])
