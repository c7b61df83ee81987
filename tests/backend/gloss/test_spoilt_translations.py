"""Good translations stand; spoilt ones are seen (`make bench` prints the shares)."""

from __future__ import annotations

import random

import pytest

from support.translation_cases import SPOILT, Case, cases

ALWAYS = (
    "dropped",
    "dropped_and_renumbered",
    "merged",
    "untranslated",
    "number_changed",
    "swapped_neighbours",
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.name}-{case.lang}")
def test_a_good_translation_stands(case: Case) -> None:
    assert case.doubted(dict(enumerate(case.targets))) == {}


@pytest.mark.parametrize(
    "spoil", [one for one in SPOILT if one.__name__ in ALWAYS], ids=lambda one: one.__name__
)
@pytest.mark.parametrize(
    "case", [c for c in cases() if c.name in ("margin", "plain")], ids=lambda c: f"{c.name}-{c.lang}"
)
def test_a_spoilt_translation_is_seen(spoil, case: Case) -> None:  # type: ignore[no-untyped-def]
    for targets, wrong in list(spoil(case, random.Random(7)))[:4]:
        assert wrong & case.doubted(targets).keys(), sorted(wrong)
