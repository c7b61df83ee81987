"""Turns what a model stated into claims with evidence and a verdict, for one paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from papergloss.gloss.card import Check, Claim, Evidence
from papergloss.gloss.evidence.claims import check
from papergloss.gloss.evidence.names import NameIndex
from papergloss.gloss.evidence.quotes import NUMBER_WEIGHT, Likeness, best_quote
from papergloss.gloss.protocol import DraftClaim
from papergloss.pdf.document import Document, Passage
from papergloss.pdf.locate import WordIndex

MOST_EVIDENCE = 4
"""Passages shown for one claim."""
ENOUGH_SHARED = NUMBER_WEIGHT
"""What a passage that nobody cited must share with a claim: a number, or two names."""


class Examiner:
    """Holds the paper's words; make one for a paper, use it for every claim."""

    def __init__(self, document: Document, known: Iterable[str], latin_script: bool) -> None:
        """`known`: texts beside the passages whose names count as the paper's (title, abstract, authors)."""
        self._document = document
        self._latin_script = latin_script
        printed = (passage.text for passage in document.passages)
        written = (passage.tex for passage in document.passages if passage.tex)
        self._names = NameIndex([*known, *printed, *written])
        self._words = WordIndex(document)

    def examine(self, draft: DraftClaim) -> Claim:
        """The claim with its verdict; where the model cited nothing, evidence is searched for."""
        cited = [passage for n in draft.passages if (passage := self._document.passage(n))]
        likeness = Likeness(draft.text, self._latin_script)
        if cited:
            verdict = check(draft.text, cited, self._names, self._latin_script)
            evidence = [self._evidence(likeness, passage, "model") for passage in cited[:MOST_EVIDENCE]]
        else:
            found = self._search(likeness)
            verdict = check(draft.text, found, self._names, self._latin_script)
            if verdict.status == "supported" and not likeness.has_numbers:
                verdict = Check(status="uncited")
            evidence = [self._evidence(likeness, passage, "search") for passage in found]
        return Claim(text=draft.text, role=draft.role, check=verdict, evidence=evidence)

    def quoted(self, draft: DraftClaim) -> Claim:
        """A claim that is a passage's own sentence: it supports itself."""
        passages = [passage for n in draft.passages if (passage := self._document.passage(n))]
        evidence = [self._located(draft.text, passage, "model") for passage in passages]
        return Claim(text=draft.text, role=draft.role, check=Check(status="supported"), evidence=evidence)

    def _search(self, likeness: Likeness) -> list[Passage]:
        scored = [
            (likeness.score(passage.text), passage)
            for passage in self._document.passages
            if passage.kind not in ("reference", "boilerplate")
        ]
        ranked = sorted((item for item in scored if item[0] >= ENOUGH_SHARED), key=lambda item: -item[0])
        return [passage for _, passage in ranked[:2]]

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
