"""Two cards of one paper side by side: two versions, two models or two languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from papergloss.errors import BadInput, NotFound
from papergloss.gloss.card import Card
from papergloss.store import cards
from papergloss.store.cards import CardRow
from papergloss.store.database import Connection, Database
from papergloss.store.marking import Piece

__all__ = ["CardRow", "Comparison", "Part", "Piece", "Row", "compare"]

PartName = Literal["title", "abstract", "translation", "summary", "takeaways"]
_PIECE = re.compile(r"[一-鿿぀-ヿ가-힣]|[^\W一-鿿぀-ヿ가-힣]+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison; `left` and `right` are None where only the other card has it."""

    state: Literal["same", "changed", "left", "right"]
    left: list[Piece] | None
    right: list[Piece] | None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of both cards."""

    name: PartName
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two cards of one paper."""

    left: CardRow
    right: CardRow
    parts: list[Part]


def compare(database: Database, left: str, right: str) -> Comparison:
    """Compares two cards by their ids.

    Raises:
        NotFound: no such card.
        BadInput: they are of two papers.
    """
    with database.read() as connection:
        one, other = _found(connection, left), _found(connection, right)
        if cards.number_of_paper(connection, one.id) != cards.number_of_paper(connection, other.id):
            raise BadInput("These are cards of two papers.", "Choose two cards of one paper.")
    texts, others = _texts(one), _texts(other)
    return Comparison(one, other, [Part(name, _rows(texts[name], others[name])) for name in texts])


def _texts(row: CardRow) -> dict[PartName, list[str]]:
    card = Card.model_validate_json(row.body)
    translation = card.translation
    sentences = translation.sentences if translation else []
    return {
        "title": [row.title],
        "abstract": [s.source for s in sentences] or ([card.metadata.abstract] if card.metadata else []),
        "translation": [s.target for s in sentences if s.target],
        "summary": [claim.text for claim in card.summary or []],
        "takeaways": [claim.text for claim in card.takeaways or []],
    }


def _rows(left: Sequence[str], right: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row("same", _plain(text), _plain(text)) for text in left[a:b]]
        else:
            rows += [_row(one, other) for one, other in zip_longest(left[a:b], right[c:d])]
    return rows


def _row(left: str | None, right: str | None) -> Row:
    if left is None or right is None:
        state: Literal["left", "right"] = "right" if left is None else "left"
        return Row(state, _plain(left), _plain(right))
    words, others = _PIECE.findall(left), _PIECE.findall(right)
    codes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return Row(
        "changed",
        [Piece("".join(words[a:b]), hit=tag != "equal") for tag, a, b, _, _ in codes if b > a],
        [Piece("".join(others[c:d]), hit=tag != "equal") for tag, _, _, c, d in codes if d > c],
    )


def _plain(text: str | None) -> list[Piece] | None:
    return None if text is None else [Piece(text, hit=False)]


def _found(connection: Connection, card_id: str) -> CardRow:
    row = cards.find(connection, card_id)
    if row is None:
        raise NotFound("There is no such card.")
    return row
