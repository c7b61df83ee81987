"""What of a section's answer may stand, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from papergloss.errors import AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.deep.answer import Draft, DraftEntry, DraftParagraph, read_entries, read_section
from papergloss.gloss.deep.lengths import ASKED, asked, outside, words
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.explainer import SectionName
from papergloss.gloss.languages import Language
from papergloss.gloss.summary.acceptance import fault

FEWEST_ENTRIES = 2
"""Of the reading list."""
MOST_ENTRIES = 7


class JudgedSection:
    """An answer cut down to what is usable: `parts` of prose, `entries` of the reading list."""

    def __init__(
        self, name: SectionName, answer: str, language: Language, references: Iterable[int] = ()
    ) -> None:
        self._name = name
        self._answer = answer
        self._language = language
        self._faults: list[str] = []
        self._told: set[str] = set()
        self.parts: list[Draft] = []
        self.entries: list[DraftEntry] = []
        if name == "reading_list":
            self._take_entries(read_entries(answer), set(references))
        else:
            self._take_parts(read_section(answer))

    def _take_entries(self, entries: list[DraftEntry], references: set[int]) -> None:
        for entry in entries:
            claims = self._usable(entry.claims)
            if entry.passage not in references:
                self._faults.append(f"REFERENCES has no entry with the number {entry.passage}")
            elif claims and all(entry.passage != known.passage for known in self.entries):
                self.entries.append(DraftEntry(entry.passage, claims))
        self.entries = self.entries[:MOST_ENTRIES]
        if len(self.entries) < FEWEST_ENTRIES:
            self._faults.append(f"it names {len(self.entries)} entries of REFERENCES in the asked form")

    def _take_parts(self, parts: list[Draft]) -> None:
        for part in parts:
            if not isinstance(part, DraftParagraph):
                self.parts.append(part)
            elif claims := self._usable(part.claims):
                self.parts.append(DraftParagraph(claims))

    def _usable(self, claims: list[DraftClaim]) -> list[DraftClaim]:
        usable = []
        for claim in claims:
            if wrong := fault(claim.text, self._language):
                self._faults.append(wrong)
            elif claim.text in self._told:
                self._faults.append("a sentence stands there twice")
            else:
                self._told.add(claim.text)
                usable.append(claim)
        return usable

    @property
    def claims(self) -> list[DraftClaim]:
        """All usable statements, in order."""
        paragraphs = [part.claims for part in self.parts if isinstance(part, DraftParagraph)]
        return [claim for claims in [*paragraphs, *(e.claims for e in self.entries)] for claim in claims]

    @cached_property
    def words(self) -> int:
        """Of the usable statements."""
        return sum(words(claim.text, self._language) for claim in self.claims)

    @property
    def outside(self) -> int:
        """By how many words it is too long, or, negative, too short."""
        return outside(self._name, self.words)

    @property
    def stands(self) -> bool:
        """Whether nothing needs to be asked again."""
        return bool(self.claims) and not self._faults and not self.outside

    @property
    def worth(self) -> tuple[bool, int, int]:
        """The better of two answers is worth more."""
        return bool(self.claims), -abs(self.outside), -len(self._faults)

    def reason(self) -> str:
        """What is wrong, for the model."""
        wrong = list(dict.fromkeys(self._faults))
        if not self.claims:
            wrong.append("it has no sentence about the paper")
        elif self.outside:
            least, most = ASKED[self._name]
            much = "too short" if self.outside < 0 else "too long"
            share = self.words / (least if self.outside < 0 else most)
            wrong.append(f"it is {much}: {share:.0%} of the asked {asked(self._name, self._language)}")
        return "; ".join(wrong) + "."

    def error(self) -> ModelError:
        """What is wrong, for the reader, with the model's own words."""
        if words_ := refusal(self._answer):
            return AnswerFiltered(f"The model declined to write this section: “{words_}”")
        if not self._answer.strip():
            return AnswerUnusable("The model's answer was empty.")
        reason = self.reason().rstrip(".")
        return AnswerUnusable(
            f"The model's answer could not be used: {reason}. It wrote: “{own_words(self._answer)}”"
        )
