"""The committed schema of the card is the one that the models make."""

from __future__ import annotations

import json
from pathlib import Path

from papergloss.gloss.card import Card, Wire

SCHEMA = Path(__file__).parents[2] / "cases" / "card.schema.json"


def exported(model: type[Wire]) -> str:
    return json.dumps(model.model_json_schema(), indent=2, sort_keys=True) + "\n"


def test_the_committed_schema_is_current() -> None:
    assert SCHEMA.read_text("utf-8") == exported(Card), "run `make schema` and review the difference"


def test_a_changed_card_would_be_noticed() -> None:
    class Changed(Card):
        extra_field: int = 0

    assert SCHEMA.read_text("utf-8") != exported(Changed)
