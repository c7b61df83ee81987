"""Of a paper that does not fit the model's context: the passages that a question needs most."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from papergloss.gloss.compression.material import Material, Piece
from papergloss.gloss.compression.portions import passage_tokens, portion, readable
from papergloss.gloss.questions.finding import Finder
from papergloss.pdf.document import Document, Passage

LARGEST = 24_000
"""Tokens: more passages of a long book would only make the answer dear."""
FOUND_PART = 0.75
"""Of the room, what found passages and their neighbours may take; the rest tells what the paper is about."""


def relevant(document: Document, question: str, room: int) -> Material:
    """The passages that share most with the question, their neighbours, and what introduces the paper."""
    room = min(room, LARGEST)
    chosen: set[int] = set()
    spent = _fill(chosen, 0, int(FOUND_PART * room), _found(document, question))
    _fill(chosen, spent, room, _introducing(document))
    passages = readable(document)
    groups = groupby(passages, key=lambda passage: (passage.section, passage.n in chosen))
    return Material(
        document,
        tuple(
            Piece(portion(document, list(group)), "found" if inside else "left_out")
            for (_, inside), group in groups
        ),
    )


def _fill(chosen: set[int], spent: int, room: int, passages: Iterator[Passage]) -> int:
    for passage in passages:
        cost = passage_tokens(passage)
        if passage.n not in chosen and spent + cost <= room:
            chosen.add(passage.n)
            spent += cost
    return spent


def _found(document: Document, question: str) -> Iterator[Passage]:
    """Each found passage with those before and after it in its section."""
    passages = list(readable(document))
    place = {passage.n: index for index, passage in enumerate(passages)}
    for passage in Finder(document).find(question):
        index = place[passage.n]
        yield passage
        for near in passages[max(0, index - 1) : index + 2]:
            if near.section == passage.section:
                yield near


def _introducing(document: Document) -> Iterator[Passage]:
    passages = list(readable(document))
    needs = {passage.n: portion(document, [passage]).need for passage in passages}
    yield from sorted(passages, key=lambda passage: (-needs[passage.n], passage.n))
