"""A portion's own key sentences, where the model made no notes that may stand."""

from __future__ import annotations

from dataclasses import replace

from papergloss.gloss.compression.note import Note
from papergloss.gloss.compression.portions import Portion
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.extractive.ranking import rank
from papergloss.pdf.document import Document


def excerpts(document: Document, title: str, portion: Portion, tokens: int) -> tuple[Note, ...]:
    """The sentences that say most about the whole, in their order, at most `tokens` of them."""
    part = replace(document, passages=portion.passages)
    chosen: list[tuple[int, Note]] = []
    for candidate in rank(part, title):
        note = Note((candidate.passage,), one_line(candidate.text))
        if note.tokens <= tokens:
            tokens -= note.tokens
            chosen.append((candidate.order, note))
    return tuple(note for _, note in sorted(chosen, key=lambda item: item[0]))
