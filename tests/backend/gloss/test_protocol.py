"""The readers of model answers: what weak models write, in pieces of every size."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergloss.gloss.protocol import NumberedParser, OutlineParser

CASES = Path(__file__).parents[2] / "cases" / "protocol"


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in json.loads((CASES / name).read_text("utf-8"))]


def feed(parser: OutlineParser | NumberedParser, answer: str, size: int) -> dict[str, str]:
    shown: dict[str, str] = defaultdict(str)
    for start in range(0, len(answer), size):
        for place, text in parser.feed(answer[start : start + size]):
            shown[place] += text
    return shown


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("case", cases("outlines.json"))
def test_outline(case: dict[str, Any], size: int) -> None:
    parser = OutlineParser()
    shown = feed(parser, case["answer"], size)
    outline = parser.close()
    for part in ("summary", "takeaways"):
        claims = getattr(outline, part)
        assert [[c.role, c.text, c.passages] for c in claims] == case[part]
        for index, claim in enumerate(claims):
            assert claim.text.startswith(shown[f"{part}/{index}"])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("case", cases("numbered.json"))
def test_numbered(case: dict[str, Any], size: int) -> None:
    parser = NumberedParser()
    shown = feed(parser, case["answer"], size)
    targets, twice = parser.close()
    assert {str(n): text for n, text in targets.items()} == case["targets"]
    assert sorted(twice) == case["twice"]
    for n, text in targets.items():
        assert text.startswith(shown[str(n)])


def test_the_first_words_show_before_the_line_is_complete() -> None:
    parser = OutlineParser()
    assert parser.feed("SUMMARY\n- problem: Rea") == [("summary/0", "Rea")]
    assert parser.feed("ding [1") == [("summary/0", "ding")]
    numbered = NumberedParser()
    assert numbered.feed("[0] 标") == [("0", "标")]


@given(st.text(), st.integers(1, 9))
def test_any_answer_is_read(answer: str, size: int) -> None:
    for parser in (OutlineParser(), NumberedParser()):
        feed(parser, answer, size)
        parser.close()
