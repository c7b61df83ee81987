"""Turns what a model stated into claims with evidence and a verdict, for one paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from papergloss.gloss.card import Check, Claim, Evidence
from papergloss.gloss.evidence.claims import check
from papergloss.gloss.evidence.names import NameIndex
from papergloss.gloss.evidence.quotes import NAME_WEIGHT, Likeness, best_quote
from papergloss.gloss.protocol import DraftClaim
from papergloss.pdf.document import Document, Passage
from papergloss.pdf.locate import WordIndex

MOST_EVIDENCE = 4
"""Passages that are shown for one claim, and against which it is checked."""
MOST_CITED = 12
"""Passages that one claim can mean to cite; a citation of more points at nothing in particular."""
MOST_FOUND = 2
"""Passages that a search brings."""
WORTH_SHOWING = 2 * NAME_WEIGHT
"""The score of a passage that a search brings: it has a number of the claim, or two names."""
ENOUGH_SHARED = 2
"""Distinctive things that a passage nobody pointed at must share with a claim to support it."""

FOUND_BY_SEARCH = "no passage is cited; too little points at the passages found by search"
NAMES_ELSEWHERE = "the cited passages have none of the claim's names"
NOTHING_TO_CHECK = "nothing to check but the citation"


class Examiner:
    """Holds the paper's words; make one for a paper, use it for every claim."""

    def __init__(self, document: Document, known: Iterable[str], latin_script: bool) -> None:
        """`known`: texts beside the passages whose names count as the paper's (title, abstract, authors)."""
        self._document = document
        self._latin_script = latin_script
        self._given = NameIndex(known := list(known))
        printed = (passage.text for passage in document.passages)
        written = (passage.tex for passage in document.passages if passage.tex)
        self._names = NameIndex([*known, *printed, *written])
        self._words = WordIndex(document)

    def examine(self, draft: DraftClaim) -> Claim:
        """The claim with its verdict; where nothing in particular is cited, evidence is searched for."""
        likeness = Likeness(draft.text, self._latin_script)
        cited = [passage for n in draft.passages if (passage := self._document.passage(n))]
        pointed = 0 < len(cited) <= MOST_CITED
        shown = _best(likeness, cited, MOST_EVIDENCE) if pointed else self._search(likeness)
        verdict = check(draft.text, shown, self._names, self._latin_script)
        if verdict.status in ("supported", "uncited"):
            verdict = self._weighed(verdict, likeness, shown, pointed)
        absent = [str(n) for n in draft.passages if not self._document.passage(n)]
        if absent and verdict.status in ("supported", "uncited"):
            told = f"no such passage: {', '.join(absent[:MOST_CITED])}"
            verdict.detail = f"{told}; {verdict.detail}" if verdict.detail else told
        found_by: Literal["model", "search"] = "model" if pointed else "search"
        evidence = [self._evidence(likeness, passage, found_by) for passage in shown]
        return Claim(text=draft.text, role=draft.role, check=verdict, evidence=evidence)

    def quoted(self, draft: DraftClaim) -> Claim:
        """A claim that is a passage's own sentence: it supports itself."""
        passages = [passage for n in draft.passages if (passage := self._document.passage(n))]
        evidence = [self._located(draft.text, passage, "model") for passage in passages]
        return Claim(text=draft.text, role=draft.role, check=Check(status="supported"), evidence=evidence)

    def _weighed(self, verdict: Check, likeness: Likeness, shown: list[Passage], pointed: bool) -> Check:
        """The verdict, with what has to be said of how little it rests on."""
        if pointed and not likeness.is_checkable:
            return Check(status="supported", detail=NOTHING_TO_CHECK)
        if pointed:
            stray = not likeness.has_numbers and likeness.has_names_beyond(self._given)
            stray = stray and not any(likeness.distinctive(p.text) for p in shown)
            return Check(status="uncited", detail=NAMES_ELSEWHERE) if stray else verdict
        if likeness.has_numbers and any(likeness.distinctive(p.text) >= ENOUGH_SHARED for p in shown):
            return verdict
        return Check(status="uncited", detail=FOUND_BY_SEARCH if shown else None)

    def _search(self, likeness: Likeness) -> list[Passage]:
        readable = [p for p in self._document.passages if p.kind not in ("reference", "boilerplate")]
        worth = [passage for passage in readable if likeness.score(passage.text) >= WORTH_SHOWING]
        return _best(likeness, worth, MOST_FOUND)

    def _evidence(self, claim: Likeness, passage: Passage, found_by: Literal["model", "search"]) -> Evidence:
        return self._located(best_quote(claim, passage.text), passage, found_by)

    def _located(self, quote: str, passage: Passage, found_by: Literal["model", "search"]) -> Evidence:
        place = self._words.find(quote, (passage.n,))
        inside = place is not None and passage.n in place.passages
        page, rects = (
            (place.page, place.rects) if place and inside else (passage.page, passage.parts[0].rects)
        )
        section = self._document.sections[passage.section] if passage.section is not None else None
        return Evidence(
            passage=passage.n,
            page=page,
            rects=list(rects),
            quote=quote,
            section=section.title if section else None,
            found_by=found_by,
        )


def _best(likeness: Likeness, passages: list[Passage], most: int) -> list[Passage]:
    """The passages that share the most with the claim; all of them, as they stand, where they are few."""
    if len(passages) <= most:
        return passages
    return sorted(passages, key=lambda passage: -likeness.score(passage.text))[:most]
