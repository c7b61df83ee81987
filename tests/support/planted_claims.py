"""Correct claims about real papers, and wrong ones made of them, each wrong in one way.

tests/cases/evidence/correct.json: by paper, rows of language, claim, and words of the passages that it cites.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from papergloss.gloss.card import Claim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.evidence.names import names
from papergloss.gloss.evidence.wordings import held, stated
from papergloss.gloss.languages import language
from papergloss.gloss.protocol import DraftClaim
from papergloss.pdf.document import Document
from papergloss.pdf.reader import read

CASES = Path(__file__).parents[1] / "cases" / "evidence" / "correct.json"
LONG_PASSAGE = 150
"""Characters of a passage to which a citation is moved."""
_COUNTS = "二两三四五六七八九"
_SCALES = (
    ("million", "billion"),
    ("Milliarden", "Millionen"),
    ("亿", "万"),
    ("万", "亿"),
    ("억", "만"),
    ("%", " 倍"),
    (" 倍", "%"),
)
_WAYS = (
    ("提高", "降低"), ("提升", "下降"), ("减少", "增加"), ("降低", "提高"), ("下降", "上升"),
    ("少约", "多约"), ("verbessert", "verschlechtert"), ("nimmt dann rasch ab", "nimmt dann rasch zu"),
    ("weniger", "mehr"), ("улучшает", "ухудшает"), ("적게", "많이"), ("少ない", "多い"),
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A claim about a paper, and the passages that it cites."""

    paper: str
    lang: str
    text: str
    cited: tuple[int, ...]


class Papers:
    """The papers that the claims are about, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._examiners: dict[tuple[str, bool], Examiner] = {}

    @cache  # noqa: B019 (lives as long as the run)
    def document(self, paper: str) -> Document:
        return read(self._folder / f"{paper}.pdf")

    def correct(self) -> Iterator[Told]:
        """Every claim that is right."""
        for paper, rows in json.loads(CASES.read_text("utf-8")).items():
            for lang, text, words in rows:
                yield Told(paper, lang, text, tuple(self._passage(paper, one) for one in words))

    def examined(self, told: Told) -> Claim:
        """The claim with its verdict."""
        latin = "latin" in language(told.lang).scripts
        if (told.paper, latin) not in self._examiners:
            self._examiners[told.paper, latin] = Examiner(self.document(told.paper), [], latin)
        return self._examiners[told.paper, latin].examine(DraftClaim(told.text, None, [*told.cited]))

    def wrong_numbers(self, told: Told, chance: random.Random) -> Iterator[Told]:
        """One number changed: a digit, a count in Chinese numerals, a scale or a unit."""
        for digits in re.finditer(r"(?<![\w.,^@−-])[0-9]+(?:[.,][0-9]+)*(?![A-Za-z\d])", told.text):
            place = chance.choice([n for n in range(*digits.span()) if told.text[n].isdigit()])
            other = chance.choice([d for d in "123456789" if d != told.text[place]])
            yield from self._if_wrong(told, told.text[:place] + other + told.text[place + 1 :])
        for count in re.finditer(rf"[{_COUNTS}](?=[层个块项种])", told.text):
            other = chance.choice([d for d in "五七九" if d != count.group()])
            yield from self._if_wrong(told, told.text[: count.start()] + other + told.text[count.end() :])
        for one, other in _SCALES:
            for found in re.finditer(rf"(?<=\d){re.escape(one)}|(?<=\d )\b{re.escape(one)}", told.text):
                yield from self._if_wrong(told, told.text[: found.start()] + other + told.text[found.end() :])

    def wrong_ways(self, told: Told) -> Iterator[Told]:
        """One direction turned round, where the claim gives it a number."""
        if stated(told.text):
            for one, other in _WAYS:
                if told.text.count(one) == 1:
                    yield replace(told, text=told.text.replace(one, other))

    def wrong_pairs(self, told: Told) -> Iterator[Told]:
        """The numbers of two names exchanged."""
        numbers = re.findall(r"\d+(?:[.,]\d+)?(?=\s?%)", told.text)
        if len(numbers) == len(set(numbers)) == 2 and len(set(names(told.text, False))) == 2:
            first, second = numbers
            yield replace(
                told,
                text=re.sub(rf"{first}|{second}", lambda m: second if m[0] == first else first, told.text),
            )

    def wrong_names(self, told: Told, chance: random.Random) -> Iterator[Told]:
        """One name replaced by one that the paper does not have."""
        latin = "latin" in language(told.lang).scripts
        for name in names(told.text, latin):
            if told.text.count(name) == 1:
                yield replace(
                    told, text=told.text.replace(name, chance.choice(["MegaNet-9", "QuBERTa", "ZipLM2"]))
                )

    def wrong_citations(self, told: Told, chance: random.Random) -> Iterator[Told]:
        """Another passage cited, long enough to say something."""
        others = [
            passage.n
            for passage in self.document(told.paper).passages
            if passage.kind not in ("reference", "boilerplate") and len(passage.text) > LONG_PASSAGE
        ]
        yield replace(told, cited=(chance.choice([n for n in others if n not in told.cited]),))

    def _if_wrong(self, told: Told, text: str) -> Iterator[Told]:
        """The changed claim, unless its passages hold the changed number as well."""
        there = {
            value
            for n in told.cited
            if (passage := self.document(told.paper).passage(n))
            for quantity in held(passage.text)
            for value in quantity.values
        }
        before = {value for quantity in stated(told.text) for value in quantity.values}
        fresh = {value for quantity in stated(text) for value in quantity.values} - before
        if fresh and not fresh & there:
            yield replace(told, text=text)

    def _passage(self, paper: str, words: str) -> int:
        return next(passage.n for passage in self.document(paper).passages if words in passage.text)
