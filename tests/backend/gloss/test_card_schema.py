"""The committed schema of the card is the one that the models make."""

from __future__ import annotations

from pathlib import Path

from papergloss.gloss.card import Card
from papergloss.gloss.schema import exported

SCHEMA = Path(__file__).parents[2] / "cases" / "card.schema.json"


def test_the_committed_schema_is_current() -> None:
    assert SCHEMA.read_text("utf-8") == exported(), "run `make schema` and review the difference"


def test_a_changed_card_would_be_noticed() -> None:
    class Changed(Card):
        extra_field: int = 0

    assert SCHEMA.read_text("utf-8") != exported(Changed)
