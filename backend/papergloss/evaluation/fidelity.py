"""What one translation kept of its source: whole sentences, numbers, terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papergloss.evaluation.aligning import align
from papergloss.evaluation.report import Kept, SentenceResult, SentenceState
from papergloss.gloss.card import Sentence, Translation
from papergloss.gloss.evidence.names import NameIndex, names
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.fidelity import fault
from papergloss.gloss.translation.numbers import numbers_lost
from papergloss.gloss.translation.protected import lost, protected
from papergloss.gloss.translation.sentences import split_sentences

_STATE_OF: dict[str, SentenceState] = {
    "missing": "dropped",
    "merged": "merged",
    "untranslated": "untranslated",
    "no_model": "untranslated",
}
"""What a reason of the pipeline, or of its check, counts as here; every other one is harm."""


def of_card(translation: Translation, language: Language) -> list[SentenceResult]:
    """A card's own sentences; what it shows as translated is checked once more."""
    return [_of_sentence(sentence, language) for sentence in (translation.title, *translation.sentences)]


def of_text(abstract: str, translated: str, language: Language) -> tuple[list[SentenceResult], list[str]]:
    """The sentences of a translation that nothing numbers, found by alignment, and those without a source.

    Two source sentences behind one translated sentence are merged, both.
    """
    sources, targets = split_sentences(abstract), split_sentences(translated)
    results: list[SentenceResult] = []
    added: list[str] = []
    for pair in align(sources, targets, language):
        text = " ".join(targets[n] for n in pair.targets) or None
        if not pair.sources:
            added += [targets[n] for n in pair.targets]
        elif len(pair.sources) > 1:
            results += [
                SentenceResult(n=n + 1, source=sources[n], target=text, state="merged") for n in pair.sources
            ]
        else:
            results.append(_judged(pair.sources[0] + 1, sources[pair.sources[0]], text, language))
    return results, added


def numbers(results: Iterable[SentenceResult]) -> Kept:
    """The abstract's numbers; those of a sentence without a translation are lost."""
    stated, gone = [], []
    for source, target in _parts(results):
        stated += numbers_lost(source, "")
        gone += numbers_lost(source, target)
    return Kept(stated=len(stated), kept=max(len(stated) - len(gone), 0), lost=gone)


def terms(results: Iterable[SentenceResult]) -> Kept:
    """Names that a translation keeps (`LoRA`, `CIFAR-10`), formulas, code, citations and addresses."""
    stated, gone = 0, []
    for source, target in _parts(results):
        held = NameIndex([target])
        fixed = protected(source)
        own = [name for name in names(source, latin_script=True) if not any(name in part for part in fixed)]
        stated += len(set(fixed)) + len(own)
        gone += [*lost(source, target), *(name for name in own if not held.has(name))]
    return Kept(stated=stated, kept=max(stated - len(gone), 0), lost=gone)


def _parts(results: Iterable[SentenceResult]) -> Iterable[tuple[str, str]]:
    """Sources with their translation; sentences that became one are looked at as one."""
    merged: dict[str, list[str]] = {}
    for result in results:
        if result.state == "merged" and result.target:
            merged.setdefault(result.target, []).append(result.source)
        else:
            yield result.source, result.target or ""
    for target, sources in merged.items():
        yield " ".join(sources), target


def _of_sentence(sentence: Sentence, language: Language) -> SentenceResult:
    if sentence.state == "ok":
        return _judged(sentence.n, sentence.source, sentence.target, language)
    reason = sentence.reason or "missing"
    return _result(sentence.n, sentence.source, None, reason)


def _judged(n: int, source: str, target: str | None, language: Language) -> SentenceResult:
    return _result(n, source, target, fault(source, target, language))


def _result(n: int, source: str, target: str | None, reason: str | None) -> SentenceResult:
    state: SentenceState = "ok" if reason is None else _STATE_OF.get(reason, "harmed")
    return SentenceResult(
        n=n, source=source, target=target, state=state, reason=reason if state == "harmed" else None
    )


def shown(results: Sequence[SentenceResult]) -> list[tuple[str, str]]:
    """What a reader sees of the abstract: each sentence with its translation, or with itself."""
    return [(result.source, result.target or result.source) for result in results if result.n > 0]
