"""chrF against a reference translation, by sacrebleu (the extra `papergloss[eval]`)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from papergloss.errors import BadInput
from papergloss.evaluation.aligning import align
from papergloss.evaluation.report import Likeness
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.sentences import split_sentences


def require_sacrebleu() -> None:
    """Raises BadInput where the extra is not installed."""
    if find_spec("sacrebleu") is None:
        raise BadInput(
            "chrF against a reference needs sacrebleu, which is not installed.",
            "Run: pip install sacrebleu (the extra `papergloss[eval]`); or leave --reference out.",
        )


def chrf(shown: Sequence[tuple[str, str]], reference: str, language: Language) -> Likeness | None:
    """How alike the shown translations are to a reference; None where the two have nothing in common.

    Only sentences that the reference has are compared: what a reference leaves out is not the
    translation's fault. `shown` are (source, translation) in order.
    """
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - an extra, and numpy takes a moment

    wanted = split_sentences(reference)
    ours, theirs, count = [], [], 0
    for pair in align([source for source, _ in shown], wanted, language):
        if pair.sources and pair.targets:
            ours.append(" ".join(shown[n][1] for n in dict.fromkeys(pair.sources)))
            theirs.append(" ".join(wanted[n] for n in pair.targets))
            count += len(pair.sources)
    if not ours:
        return None
    metric = CHRF()
    score = metric.corpus_score(ours, [theirs])
    return Likeness(score=round(score.score, 2), sentences=count, signature=str(metric.get_signature()))
