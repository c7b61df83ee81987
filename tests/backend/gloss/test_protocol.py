"""The readers of model answers: what weak models write, in pieces of every size."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergloss.gloss.dialogue.marks import take_citations
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
    parser = NumberedParser(case.get("asked", ()))
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
def test_any_answer_is_read_alike_in_any_pieces(answer: str, size: int) -> None:
    for make in (OutlineParser, NumberedParser):
        whole, pieces = make(), make()
        whole.feed(answer)
        feed(pieces, answer, size)
        assert pieces.close() == whole.close()


@pytest.mark.parametrize(
    ("line", "text", "passages"),
    [
        ("成本为 $100 [12]", "成本为 $100", [12]),
        ("成本从 $100 [12] 升到 $200 [13]。", "成本从 $100 升到 $200。", [12, 13]),
        ("权重 $a[3] < 2$ 很小 [5]", "权重 $a[3] < 2$ 很小", [5]),
        ("[0, 1] 区间 [5]", "[0, 1] 区间", [5]),
        ("取值落在 [2, 10] 区间内 [5]", "取值落在 [2, 10] 区间内", [5]),
        ("限制为 [1, 5] 的整数 [3, 7]。", "限制为 [1, 5] 的整数。", [3, 7]),
        ("数值 ∈ [2, 10] [4]", "数值 ∈ [2, 10]", [4]),
        ("很快 [3, 7]，也准 [8]", "很快，也准", [3, 7, 8]),
        ("很快。[3, 7] 也准", "很快。 也准", [3, 7]),
        ("A [3] 优于 B [5]", "A 优于 B", [3, 5]),
    ],
)
def test_citations_are_told_from_intervals_and_formulas(line: str, text: str, passages: list[int]) -> None:
    assert take_citations(line) == (text, passages)


@pytest.mark.parametrize("run", [" ", "\r", "\n", "{", "[", "- "])
def test_a_long_run_of_one_mark_is_read_quickly(run: str) -> None:
    answer = f"[0] {run * 20_000}x"
    started = time.process_time()
    for parser in (OutlineParser(), NumberedParser([0, 1])):
        feed(parser, answer, len(answer))
        parser.close()
    assert time.process_time() - started < 2
