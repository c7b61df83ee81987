"""A translation in the making: which sentences are good, which must be asked for again, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papergloss.gloss.card import Sentence, Term, Translation
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.languages import Language
from papergloss.gloss.translation import glossary
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
    "unit_changed": "a unit or a percent sign was changed or left out",
    "denial_lost": "its source says “not” or the like, and it does not",
    "denial_added": "it says “not”, and its source does not",
    "shortened": "part of it is missing",
    "overlong": "it says more than its source",
    "merged": "it holds more than one sentence",
    "shifted": "it is the translation of another sentence, or the same as that one's",
    "invented": "it does not say what its source says",
    "twice": "its number came more than once",
    "term": "it words a term of the list in another way",
}
"""What the model is told about a sentence that it must write again."""
LESS_TELLING = (None, "denial_lost", "denial_added")
"""Reasons that give way to one that says why the sentence denies more or less than its source."""
FIRST_TERM = 101
"""Number of the first term among the numbered sentences; no abstract has as many."""


class Lines:
    """Numbered texts being translated. Blank ones are not asked for.

    `terms` are asked for with them; `glossary` is what is settled already and grows by them.
    """

    label = "SENTENCES"
    """What the model sees around them."""
    place = ""
    """What the model is told of where they stand; nothing for what stands by itself."""

    def __init__(
        self,
        sources: Sequence[str],
        language: Language,
        settled: Sequence[Term] = (),
        terms: Sequence[str] = (),
    ) -> None:
        self.language = language
        self.sources = list(sources)
        self.glossary = list(settled)
        self.terms = dict(enumerate(terms, start=FIRST_TERM))
        """Terms still to be translated; they are asked for once."""
        self.open: dict[int, str | None] = {n: None for n, source in enumerate(self.sources) if source}
        """Numbers still to be translated, with the reason why they were asked for again."""
        self._good: dict[int, str] = {}
        self._other_terms: dict[int, list[str]] = {}

    def asked(self) -> Iterator[tuple[int, str]]:
        """What is to be asked for: the title, the terms, the rest."""
        lines = [(n, self.sources[n]) for n in self.open]
        first = 1 if lines and lines[0][0] == 0 else 0
        yield from lines[:first]
        yield from self.terms.items()
        yield from lines[first:]

    def reasons(self) -> str:
        """What was wrong with the sentences asked for again, a line each; empty the first time."""
        return "\n".join(f"[{n}]: {WORDS_FOR[reason]}" for n, reason in self.open.items() if reason)

    def take_terms(self, heard: dict[int, str]) -> None:
        """Takes what came of the terms into the glossary; they are not asked for again."""
        for n, target in heard.items():
            if n in self.terms and (term := glossary.translated(self.terms.pop(n), target, self.language)):
                self.glossary.append(term)

    def take(self, targets: dict[int, str], twice: set[int]) -> None:
        """Judges an answer: what is good stays, the rest stays open with its reason.

        A sentence with nothing against it but another wording of a term is good, and open once more.
        """
        self.take_terms(targets)
        self.terms.clear()
        asked = {n: target for n, target in targets.items() if n in self.open}
        believed = {**self._good, **asked}
        wrong = out_of_proportion(self.sources, believed, self.language)
        wrong |= misplaced(self.sources, believed, list(self.open), self.language)
        for n in list(self.open):
            reason = fault(self.sources[n], asked.get(n), self.language)
            if reason in LESS_TELLING:
                reason = wrong.get(n) or reason or ("twice" if n in twice else None)
            if not reason:
                self._accept(n, asked[n])
            elif n in self._good:
                del self.open[n]
            else:
                self.open[n] = reason

    def _accept(self, n: int, target: str) -> None:
        others = glossary.worded_otherwise(self.glossary, self.sources[n], target, self.language)
        if n in self._good or not others:
            del self.open[n]
        else:
            self.open[n] = "term"
        if n not in self._good or len(others) < len(self._other_terms.get(n, ())):
            self._good[n] = target
            self._other_terms[n] = others

    def is_good(self, n: int) -> bool:
        """Whether sentence `n` has a translation that can stand."""
        return n in self._good

    @property
    def left(self) -> list[int]:
        """Numbers without a translation that can stand."""
        return [n for n in self.open if n not in self._good]

    def anything_good(self) -> bool:
        """Whether at least one sentence is translated."""
        return bool(self._good)

    def sentence(self, n: int, reason: str | None = None, *, settle: bool) -> Sentence:
        """Sentence `n` as it stands; `settle` keeps the original of one that is not good."""
        source = self.sources[n]
        if n in self._good or n not in self.open:
            others = self._other_terms.get(n, [])
            return Sentence(n=n, source=source, target=self._good.get(n), state="ok", other_terms=others)
        if not settle:
            return Sentence(n=n, source=source)
        why = self.open[n] or reason or "missing"
        return Sentence(n=n, source=source, state="kept_original", reason=why)


class Draft(Lines):
    """Sentence 0 is the title, the others are the abstract."""

    def __init__(
        self,
        title: str,
        abstract: str,
        language: Language,
        settled: Sequence[Term] = (),
        terms: Sequence[str] = (),
    ) -> None:
        super().__init__([one_line(title), *split_sentences(abstract)], language, settled, terms)

    def path(self, n: int) -> str | None:
        """The card's path for the text of sentence `n`, None where nothing more is to be shown of it."""
        if n not in self.left:
            return None
        return "translation/title/target" if n == 0 else f"translation/sentences/{n - 1}/target"

    def so_far(self) -> Translation:
        """Good sentences, and the others pending."""
        return self._translation(None, settle=False)

    def settled(self, reason: str | None = None) -> Translation:
        """Good sentences, and the others in the original with their own reason or the one given."""
        return self._translation(reason, settle=True)

    def _translation(self, reason: str | None, *, settle: bool) -> Translation:
        first, *others = (self.sentence(n, reason, settle=settle) for n in range(len(self.sources)))
        return Translation(lang=self.language.code, title=first, sentences=others, glossary=self.glossary)
