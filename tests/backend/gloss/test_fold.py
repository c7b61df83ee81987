"""The fold of events into a card, from the cases that the panel's twin reads too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from papergloss.gloss import fold
from papergloss.gloss.card import Card
from papergloss.gloss.events import EVENT

CASES = sorted((Path(__file__).parents[2] / "cases" / "fold").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_fold(path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    start = card = Card.model_validate(case["start"])
    before = start.model_dump_json()
    for event in case["events"]:
        card = fold.apply(card, EVENT.validate_python(event))
    assert card == Card.model_validate(case["card"])
    assert start.model_dump_json() == before, "the fold is pure"


def test_there_are_cases() -> None:
    assert len(CASES) >= 12
