"""Captions in the reader's language, with the card's glossary and the checks of the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from papergloss.gloss.card import Figure, Term
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.translation.asking import Translator
from papergloss.gloss.translation.glossary import known
from papergloss.gloss.translation.translating import Lines
from papergloss.llm.types import ChatModel

MOST_CHARACTERS = 6000
"""Captions of one request; their translation stays well inside an answer."""
SHORTEST = 4
"""Letters of a caption that has something to translate."""

_LABEL = re.compile(
    r"\s*(?:supplementary\s+|extended data\s+)?(?:fig(?:ure|\.)?|tab(?:le|\.)?|alg(?:orithm|\.)?)"
    r"\s*([A-Z]?[\w.]*?\w)\s*[.:|–—-]*(?:\s+|$)",
    re.IGNORECASE,
)


class Captions(Lines):
    """Captions, numbered from 1."""

    label = "CAPTIONS"


def translate(context: Context, model: ChatModel, figures: list[Figure]) -> list[Figure]:
    """The figures with their captions translated; one that was not is marked with the reason.

    Raises:
        ModelError: the model failed; captions that were already good are shown.
    """
    done = list(figures)
    for batch in _batches([_without_label(figure) for figure in figures]):
        _translate(context, model, done, batch)
    return done


def _translate(context: Context, model: ChatModel, figures: list[Figure], batch: dict[int, str]) -> None:
    """Puts the translations of one request into `figures`, by index, and shows them."""
    captions = list(batch.values())
    settled = _settled(context, captions)
    lines = Captions(["", *captions], context.language, settled)

    def show() -> None:
        for n, index in enumerate(batch, start=1):
            sentence = lines.sentence(n, settle=True)
            changes = {"caption_target": sentence.target, "caption_kept": sentence.reason}
            figures[index] = figures[index].model_copy(update=changes)
        context.show("figures", CardPart(figures=list(figures)))
        progress = Progress(done=sum(map(_decided, figures)), total=len(figures), unit="figures")
        context.progress("figures", progress)

    try:
        Translator(context, "figures", model, lines).run()
    finally:
        show()


def _settled(context: Context, captions: Sequence[str]) -> list[Term]:
    own = known(captions, context.tools.terms, context.language)
    taken = {term.source.casefold() for term in own}
    return [*own, *(term for term in context.glossary if term.source.casefold() not in taken)]


def _batches(captions: Sequence[str]) -> Iterator[dict[int, str]]:
    """Indexes and captions, as many together as one request takes; what has no words is left out."""
    batch: dict[int, str] = {}
    for index, caption in enumerate(captions):
        if sum(map(str.isalpha, caption)) < SHORTEST:
            continue
        if batch and sum(map(len, batch.values())) + len(caption) > MOST_CHARACTERS:
            yield batch
            batch = {}
        batch[index] = caption
    if batch:
        yield batch


def _without_label(figure: Figure) -> str:
    """The caption without `Figure 2:`, which the panel says itself."""
    label = _LABEL.match(figure.caption)
    return (
        figure.caption[label.end() :]
        if label and label[1].lower() == figure.number.lower()
        else figure.caption
    )


def _decided(figure: Figure) -> bool:
    return figure.caption_target is not None or figure.caption_kept is not None
