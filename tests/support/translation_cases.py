"""Good translations written for the tests (`tests/cases/translations`), and ways to spoil them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from papergloss.gloss.card import Term
from papergloss.gloss.languages import language
from papergloss.gloss.translation.translating import Draft

CASES = Path(__file__).resolve().parent.parent / "cases" / "translations"


@dataclass(frozen=True)
class Case:
    """A title and an abstract with a good translation, line by line; line 0 is the title."""

    name: str
    lang: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    terms: dict[str, str] = field(default_factory=dict)

    def doubted(self, targets: dict[int, str]) -> dict[int, str | None]:
        """Lines of an answer that are asked for again, with the reason."""
        terms = [Term(source=one, target=two, origin="paper") for one, two in self.terms.items()]
        draft = Draft(self.sources[0], " ".join(self.sources[1:]), language(self.lang), terms)
        assert tuple(draft.sources) == self.sources
        draft.take(targets, set())
        return draft.open


Spoilt = tuple[dict[int, str], set[int]]
"""An answer, and the lines of which at least one must be doubted."""


def cases() -> list[Case]:
    """Every case in every language."""
    found = []
    for path in sorted(CASES.glob("*.json")):
        body = json.loads(path.read_text("utf-8"))
        sources = (body["title"], *body["sentences"])
        for lang, targets in body["translations"].items():
            found.append(Case(path.stem, lang, sources, tuple(targets), body["terms"].get(lang, {})))
    return found


INVENTED = {
    "zh": ["我们的方法取得了最好的结果。", "实验结果充分证明了该方法的有效性。"],
    "zh-TW": ["我們的方法取得了最好的結果。", "實驗結果充分證明了該方法的有效性。"],
    "ja": ["提案手法は最も良い結果を達成した。", "実験により本手法の有効性が示された。"],
    "ko": ["제안한 방법은 가장 좋은 결과를 얻었다.", "실험 결과는 이 방법의 효과를 보여 준다."],
    "de": ["Unsere Methode erzielt die besten Ergebnisse.", "Die Experimente belegen ihre Wirksamkeit."],
    "fr": ["Notre méthode obtient les meilleurs résultats.", "Les expériences confirment son efficacité."],
    "es": ["Nuestro método obtiene los mejores resultados.", "Los experimentos confirman su eficacia."],
    "pt": ["Nosso método obtém os melhores resultados.", "Os experimentos confirmam sua eficácia."],
    "ru": ["Наш метод даёт наилучшие результаты.", "Эксперименты подтверждают его эффективность."],
    "ar": ["تحقق طريقتنا أفضل النتائج على الإطلاق.", "تؤكد التجارب فعالية هذه الطريقة."],
}
NOT = {
    "zh": r"并不|沒有|没有|不|未",
    "ja": r"なかった|ない|ず",
    "ko": r"지 않",
    "de": r"\b(?:nicht|kein(?:en|e)?|weder)\b",
    "fr": r"\b(?:ne|n’|pas|(?<!sans )aucun|ni)\b ?",
    "es": r"\bno\b ",
    "pt": r"\b[Nn]ão\b ",
    "ru": r"\bне\b ",
    "ar": r"لم |لا ",
}
UNITS = [("%", ""), (" mag", " km")]


def _abstract(case: Case) -> range:
    return range(1, len(case.sources))


def _with(case: Case, changes: dict[int, str], *without: int) -> dict[int, str]:
    return {n: text for n, text in {**dict(enumerate(case.targets)), **changes}.items() if n not in without}


def dropped(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case):
        yield _with(case, {}, n), {n}


def dropped_and_renumbered(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case)[:-1]:
        rest = [*case.targets[:n], *case.targets[n + 1 :]]
        yield dict(enumerate(rest)), {n}


def merged(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case)[:-1]:
        yield _with(case, {n: case.targets[n] + " " + case.targets[n + 1]}, n + 1), {n}


def merged_and_renumbered(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case)[:-1]:
        joined = case.targets[n] + " " + case.targets[n + 1]
        yield dict(enumerate([*case.targets[:n], joined, *case.targets[n + 2 :]])), {n}


def swapped_neighbours(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case)[:-1]:
        yield _with(case, {n: case.targets[n + 1], n + 1: case.targets[n]}), {n, n + 1}


def swapped(case: Case, chance: random.Random) -> Iterator[Spoilt]:
    for _ in range(6):
        one, other = chance.sample(list(_abstract(case)), 2)
        if abs(one - other) > 1:
            yield _with(case, {one: case.targets[other], other: case.targets[one]}), {one, other}


def invented(case: Case, chance: random.Random) -> Iterator[Spoilt]:
    words = INVENTED.get(case.lang) or INVENTED[case.lang[:2]]
    for n in _abstract(case):
        yield _with(case, {n: chance.choice(words)}), {n}


def added(case: Case, chance: random.Random) -> Iterator[Spoilt]:
    words = INVENTED.get(case.lang) or INVENTED[case.lang[:2]]
    for n in _abstract(case):
        yield _with(case, {n: f"{case.targets[n]} {chance.choice(words)}"}), {n}


def untranslated(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case):
        yield _with(case, {n: case.sources[n]}), {n}


def another_language(case: Case, chance: random.Random) -> Iterator[Spoilt]:
    others = [other for other in cases() if other.name == case.name and other.lang != case.lang]
    for n in _abstract(case):
        yield _with(case, {n: chance.choice(others).targets[n]}), {n}


def truncated(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case):
        yield _with(case, {n: case.targets[n][: len(case.targets[n]) // 2]}), {n}


def number_changed(case: Case, chance: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case):
        for match in re.finditer(r"\d", case.targets[n]):
            digit = chance.choice([d for d in "123456789" if d != match[0]])
            text = case.targets[n]
            yield _with(case, {n: text[: match.start()] + digit + text[match.end() :]}), {n}


def unit_changed(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for n in _abstract(case):
        for unit, by in UNITS:
            if unit in case.targets[n] and (changed := case.targets[n].replace(unit, by, 1)):
                yield _with(case, {n: changed}), {n}
                break


def negation_dropped(case: Case, _: random.Random) -> Iterator[Spoilt]:
    pattern = re.compile(NOT[case.lang[:2]])
    for n in _abstract(case):
        denies = re.search(r"\b(?:not?|without|never|neither)\b", case.sources[n])
        if denies and len(pattern.findall(case.targets[n])) == 1:
            yield _with(case, {n: pattern.sub("", case.targets[n])}), {n}


def term_changed(case: Case, _: random.Random) -> Iterator[Spoilt]:
    for term in case.terms.values():
        for n in range(len(case.sources)):
            if term in case.targets[n]:
                half = term[: max(1, len(term) // 3)]
                yield _with(case, {n: case.targets[n].replace(term, half)}), {n}


SPOILT: tuple[Callable[[Case, random.Random], Iterator[Spoilt]], ...] = (
    dropped,
    dropped_and_renumbered,
    merged,
    merged_and_renumbered,
    swapped_neighbours,
    swapped,
    invented,
    added,
    untranslated,
    another_language,
    truncated,
    number_changed,
    unit_changed,
    negation_dropped,
    term_changed,
)


@dataclass
class Caught:
    """How many of the spoilt answers were seen; `missed` names the others."""

    seen: int = 0
    missed: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there was nothing to see."""
        total = self.seen + len(self.missed)
        return self.seen / total if total else 1.0


def caught(spoil: Callable[[Case, random.Random], Iterator[Spoilt]], seed: int = 4) -> Caught:
    """Spoils every case in one way."""
    result = Caught()
    for case in cases():
        for targets, wrong in spoil(case, random.Random(f"{seed}{case.name}{case.lang}")):
            if wrong & case.doubted(targets).keys():
                result.seen += 1
            else:
                result.missed.append((case.name, case.lang, min(wrong)))
    return result


def false_alarms() -> tuple[list[tuple[str, str, int, str | None]], int]:
    """Lines of the good translations that were doubted, and how many lines there are."""
    alarms = [(case.name, case.lang, n, why) for case in cases()
              for n, why in case.doubted(dict(enumerate(case.targets))).items()]  # fmt: skip
    return alarms, sum(len(case.sources) for case in cases())
