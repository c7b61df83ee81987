"""A translation in the making: which sentences are good, which must be asked for again, and why."""

from __future__ import annotations

from collections.abc import Iterator

from papergloss.gloss.card import Sentence, Translation
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.fidelity import fault
from papergloss.gloss.translation.misplaced import misplaced
from papergloss.gloss.translation.proportion import out_of_proportion
from papergloss.gloss.translation.sentences import split_sentences

WORDS_FOR: dict[str, str] = {
    "missing": "it is missing",
    "refused": "it is not a translation",
    "placeholder": "it holds a placeholder",
    "looping": "it repeats itself",
    "untranslated": "it is not in the asked language",
    "formula_lost": "a formula, address, citation or name was changed or left out",
    "number_lost": "a number was changed or left out",
    "number_added": "it has a number that the source does not have",
    "shortened": "part of it is missing",
    "overlong": "it says more than its source",
    "merged": "it holds more than one sentence",
    "shifted": "it is the translation of another sentence, or the same as that one's",
    "twice": "its number came more than once",
}
"""What the model is told about a sentence that it must write again."""


class Draft:
    """Sentence 0 is the title, the others are the abstract."""

    def __init__(self, title: str, abstract: str, language: Language) -> None:
        self.language = language
        self.sources = [one_line(title), *split_sentences(abstract)]
        self.open: dict[int, str | None] = dict.fromkeys(range(len(self.sources)))
        """Numbers still to be translated, with the reason why they were asked for again."""
        self._good: dict[int, str] = {}

    def open_sentences(self) -> Iterator[tuple[int, str]]:
        """What is to be asked for."""
        return ((n, self.sources[n]) for n in self.open)

    def reasons(self) -> str:
        """What was wrong with the sentences asked for again, a line each; empty the first time."""
        return "\n".join(f"[{n}]: {WORDS_FOR[reason]}" for n, reason in self.open.items() if reason)

    def path(self, n: int) -> str | None:
        """The card's path for the text of sentence `n`, None where it is not asked for."""
        if n not in self.open:
            return None
        return "translation/title/target" if n == 0 else f"translation/sentences/{n - 1}/target"

    def take(self, targets: dict[int, str], twice: set[int]) -> None:
        """Judges an answer: what is good stays, the rest stays open with its reason."""
        asked = {n: target for n, target in targets.items() if n in self.open}
        believed = {**self._good, **asked}
        wrong = out_of_proportion(self.sources, believed, self.language)
        wrong |= misplaced(self.sources, believed, list(self.open), self.language)
        for n in list(self.open):
            reason = fault(self.sources[n], asked.get(n), self.language)
            reason = reason or wrong.get(n) or ("twice" if n in twice else None)
            if reason:
                self.open[n] = reason
            else:
                del self.open[n]
                self._good[n] = asked[n]

    def anything_good(self) -> bool:
        """Whether at least one sentence is translated."""
        return bool(self._good)

    def so_far(self) -> Translation:
        """Good sentences, and the others pending."""
        return self._translation({n: Sentence(n=n, source=self.sources[n]) for n in self.open})

    def settled(self, reason: str | None = None) -> Translation:
        """Good sentences, and the others in the original with their own reason or the one given."""
        kept = {
            n: Sentence(n=n, source=self.sources[n], state="kept_original", reason=why or reason or "missing")
            for n, why in self.open.items()
        }
        return self._translation(kept)

    def _translation(self, others: dict[int, Sentence]) -> Translation:
        sentences = [
            others.get(n) or Sentence(n=n, source=source, target=self._good.get(n), state="ok")
            for n, source in enumerate(self.sources)
        ]
        return Translation(lang=self.language.code, title=sentences[0], sentences=sentences[1:])
