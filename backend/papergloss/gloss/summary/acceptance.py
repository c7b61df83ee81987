"""What of a model's outline may stand on a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from papergloss.errors import AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.dialogue.answers import chatter, loops, markup, own_words, placeholder, pleads, refusal
from papergloss.gloss.languages import Language
from papergloss.gloss.protocol import DraftClaim, Outline

WANTED = (3, 5)
"""Statements in summary and takeaways below which the outline is asked for again."""
LEAST = (1, 3)
"""Below these the stage fails."""
MOST = (6, 7)
LONGEST = 900
"""Characters of one statement; two long sentences in a wordy language stay below."""


class Judged:
    """An outline cut down to what is usable, and what was wrong with the rest."""

    def __init__(self, outline: Outline, answer: str, language: Language) -> None:
        self._answer = answer
        self._language = language
        self._faults: list[str] = []
        self.summary = list(self._usable(outline.summary))[: MOST[0]]
        self.takeaways = list(self._usable(outline.takeaways))[: MOST[1]]

    def _usable(self, claims: list[DraftClaim]) -> Iterator[DraftClaim]:
        told: set[str] = set()
        for claim in claims:
            if wrong := fault(claim.text, self._language):
                self._faults.append(wrong)
            elif claim.text in told:
                self._faults.append("a statement stands there twice")
            else:
                told.add(claim.text)
                yield claim

    @property
    def size(self) -> int:
        """Usable statements."""
        return len(self.summary) + len(self.takeaways)

    def reaches(self, least: tuple[int, int]) -> bool:
        """Whether both parts have enough statements."""
        return len(self.summary) >= least[0] and len(self.takeaways) >= least[1]

    def reason(self) -> str:
        """What is wrong, for the model."""
        if self._faults:
            return "; ".join(dict.fromkeys(self._faults)) + "."
        return f"the outline has {len(self.summary)} summary and {len(self.takeaways)} takeaway lines."

    def error(self) -> ModelError:
        """What is wrong, for the reader, with the model's own words."""
        if words := refusal(self._answer):
            return AnswerFiltered(f"The model declined to summarise: “{words}”")
        if not self._answer.strip():
            return AnswerUnusable("The model's answer was empty.")
        reason = self.reason().rstrip(".")
        return AnswerUnusable(
            f"The model's answer could not be used: {reason}. It wrote: “{own_words(self._answer)}”"
        )


def usable(text: str, language: Language) -> bool:
    """Whether a statement may stand on a card in `language`."""
    return fault(text, language) is None


_FAULTS: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda text: refusal(text) or chatter(text), "a statement is not about the paper"),
    (pleads, "a statement speaks for the paper instead of telling about it"),
    (markup, "a statement holds a link, a picture, HTML or hidden signs"),
    (loops, "a statement repeats itself"),
    (
        lambda text: len(text) > LONGEST or "<<<" in text or ">>>" in text,
        "a statement copies the paper instead of telling about it",
    ),
)


def fault(text: str, language: Language) -> str | None:
    """Why a statement may not stand on a card in `language`, for the model; None where it may."""
    if not any(character.isalnum() for character in text):
        return "a statement is empty"
    if found := placeholder(text):
        return f"the placeholder {found} was not filled in"
    for has, words in _FAULTS:
        if has(text):
            return words
    return None if language.written_in(text) else f"a statement is not in {language.english}"
