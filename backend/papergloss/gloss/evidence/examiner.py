"""Turns what a model stated into claims with evidence and a verdict, for one paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from papergloss.gloss.card import Check, Claim, Evidence
from papergloss.gloss.dialogue.answers import orders
from papergloss.gloss.evidence.claims import check
from papergloss.gloss.evidence.directions import reversed_clause, reversed_number
from papergloss.gloss.evidence.equations import strange
from papergloss.gloss.evidence.names import NameIndex
from papergloss.gloss.evidence.pairs import swapped_numbers
from papergloss.gloss.evidence.quotations import Wording
from papergloss.gloss.evidence.quotes import NAME_WEIGHT, Likeness, best_quote
from papergloss.gloss.evidence.terms import TermIndex
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

TELLING = 4.0
"""Weight of the terms that a claim shares with its best passage, from which they tell where it belongs."""
ELSEWHERE, ELSEWHERE_WITH_NUMBER, ELSEWHERE_WITH_RARE = 0.5, 0.4, 0.25
"""Below this share of it a cited passage tells of something else, also where it has the claim's numbers."""
ON_THE_MATTER = 2
"""Terms that make a cited passage fit a claim without numbers and names."""
TERMS_FOUND = 3
"""Terms that make a passage worth showing where nobody cited any."""

FoundBy = Literal["model", "search", "paper"]


class Examiner:
    """Holds the paper's words; make one for a paper, use it for every claim."""

    def __init__(self, document: Document, known: Iterable[str], latin_script: bool) -> None:
        """`known`: texts beside the passages whose names count as the paper's (title, abstract, authors)."""
        self._document = document
        self._latin_script = latin_script
        self._given = NameIndex(known := list(known))
        printed = [passage.text for passage in document.passages]
        written = (passage.tex for passage in document.passages if passage.tex)
        self._names = NameIndex([*known, *printed, *written])
        self._words = WordIndex(document)
        self._wording = Wording([*known, *printed])
        self._readable = [p for p in document.passages if p.kind not in ("reference", "boilerplate")]
        self._terms = TermIndex(document.passages)

    def examine(self, draft: DraftClaim) -> Claim:
        """The claim with its verdict; where nothing in particular is cited, evidence is searched for."""
        likeness = Likeness(draft.text, self._latin_script)
        cited = [passage for n in draft.passages if (passage := self._document.passage(n))]
        pointed = 0 < len(cited) <= MOST_CITED
        shown = _best(likeness, cited, MOST_EVIDENCE) if pointed else self._search(likeness, draft.text)
        verdict = check(draft.text, shown, self._names, self._latin_script)
        if verdict.status == "supported" and (said := self._wording.lacks(draft.text)):
            verdict = Check(status="name_missing", detail=", ".join(f"“{words}”" for words in said))
        if verdict.status == "supported":
            verdict = (self._weighed if pointed else self._found)(draft.text, likeness, shown)
        if verdict.status == "supported" and strange(draft.text, shown):
            verdict = Check(status="unchecked")
        absent = [str(n) for n in draft.passages if not self._document.passage(n)]
        if absent and verdict.status in ("supported", "unchecked", "uncited"):
            verdict = Check(status="passage_missing", detail=", ".join(absent[:MOST_CITED]))
        evidence = [self._evidence(likeness, passage, "model" if pointed else "search") for passage in shown]
        if verdict.status == "miscited" and (better := self._better(draft.text, shown)):
            evidence.append(self._evidence(likeness, better, "search"))
        return Claim(text=draft.text, role=draft.role, check=verdict, evidence=evidence)

    def quoted(self, draft: DraftClaim) -> Claim:
        """A claim that is a passage's own sentence: it supports itself."""
        passages = [passage for n in draft.passages if (passage := self._document.passage(n))]
        evidence = [self._located(draft.text, passage, "paper") for passage in passages]
        return Claim(text=draft.text, role=draft.role, check=Check(status="supported"), evidence=evidence)

    def found(self, text: str, passages: Iterable[Passage]) -> list[Evidence]:
        """Passages that a search for `text` brought, each quoted with what it shares with `text`."""
        likeness = Likeness(text, self._latin_script)
        return [self._evidence(likeness, passage, "search") for passage in passages]

    def _weighed(self, text: str, likeness: Likeness, shown: list[Passage]) -> Check:
        """The verdict on a claim whose numbers and names are there: do the cited passages say it, too?"""
        if any(orders(best_quote(likeness, passage.text)) for passage in shown):
            return Check(status="miscited")
        if turned := reversed_number(text, shown) or reversed_clause(text, shown, self._terms):
            return Check(status="contradicted", detail=turned)
        if swapped := swapped_numbers(text, shown, self._latin_script):
            return Check(status="contradicted", detail=", ".join(swapped))
        rare = any(likeness.distinctive(passage.text) for passage in shown)
        if likeness.has_names_beyond(self._given) and all(not likeness.score(p.text) for p in shown):
            return Check(status="miscited")
        terms = self._terms.of_claim(text)
        best = self._terms.best(terms)
        fits = self._terms.shared(terms, [p.n for p in shown]) / best[0][0] if best else 1.0
        least = ELSEWHERE_WITH_NUMBER if likeness.has_numbers else ELSEWHERE
        tells = best and best[0][0] >= TELLING and self._terms.count(terms, [best[0][1]]) >= TERMS_FOUND
        if tells and fits < (ELSEWHERE_WITH_RARE if rare else least):
            return Check(status="miscited")
        common = self._terms.count(terms, [p.n for p in shown])
        checked = likeness.has_numbers or likeness.has_names_beyond(self._given) or common >= ON_THE_MATTER
        return Check(status="supported" if checked else "unchecked")

    def _found(self, _: str, likeness: Likeness, shown: list[Passage]) -> Check:
        """The verdict on a claim whose passages were found by search."""
        enough = any(likeness.distinctive(passage.text) >= ENOUGH_SHARED for passage in shown)
        return Check(status="supported" if likeness.has_numbers and enough else "uncited")

    def _better(self, text: str, shown: list[Passage]) -> Passage | None:
        """The passage that a miscited claim shares most with."""
        best = self._terms.best(self._terms.of_claim(text))
        cited = {passage.n for passage in shown}
        return self._document.passage(best[0][1]) if best and best[0][1] not in cited else None

    def _search(self, likeness: Likeness, text: str) -> list[Passage]:
        worth = [passage for passage in self._readable if likeness.score(passage.text) >= WORTH_SHOWING]
        if worth:
            return _best(likeness, worth, MOST_FOUND)
        terms = self._terms.of_claim(text)
        found = [n for weight, n in self._terms.best(terms)[:MOST_FOUND] if weight >= TELLING]
        return [p for p in self._readable if p.n in found and self._terms.count(terms, [p.n]) >= TERMS_FOUND]

    def _evidence(self, claim: Likeness, passage: Passage, found_by: FoundBy) -> Evidence:
        return self._located(best_quote(claim, passage.text), passage, found_by)

    def _located(self, quote: str, passage: Passage, found_by: FoundBy) -> Evidence:
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
