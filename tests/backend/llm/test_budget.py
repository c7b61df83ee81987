"""Token estimates, room in the context, and money."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from papergloss.llm.budget import estimate_prompt, estimate_tokens, prompt_room
from papergloss.llm.pricing import cost
from papergloss.llm.types import Message, Usage

from .conftest import provider


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("", 0, 0),
        ("The dominant sequence transduction models are based on complex networks.", 10, 18),
        ("主流的序列转导模型基于复杂的循环网络。", 11, 30),
        ("一" * 1000, 1000, 1600),
        ("0.1234 93.4% 1e-5", 8, 20),
    ],
)
def test_estimates_are_near(text: str, low: int, high: int) -> None:
    assert low <= estimate_tokens(text) <= high


CASES = Path(__file__).parents[2] / "cases" / "tokens.json"
TEXTS = json.loads(CASES.read_text("utf-8"))["texts"]


@pytest.mark.parametrize("name", TEXTS)
def test_no_tokenizer_counts_many_more(name: str) -> None:
    """Twelve kinds of text, Chinese and LaTeX among them, against five published tokenizers."""
    estimate, counts = estimate_tokens(TEXTS[name]["text"]), TEXTS[name]["tokens"].values()
    assert estimate >= 0.89 * max(counts)
    assert estimate <= 3 * min(counts)


def test_usage_adds_up() -> None:
    total = Usage(10, 4, 3) + Usage(5, 0, 2, estimated=True)
    assert total == Usage(15, 4, 5, estimated=True)


def test_cost_counts_cached_tokens_at_their_price() -> None:
    priced = replace(provider("https://x.example"), price_in=2.0, price_cached=0.5, price_out=8.0)
    assert cost(priced, Usage(1_000_000, 400_000, 100_000)) == pytest.approx(1.2 + 0.2 + 0.8)
    assert cost(replace(priced, price_cached=None), Usage(1_000_000, 400_000, 0)) == pytest.approx(2.0)


def test_an_unknown_price_is_not_zero() -> None:
    assert cost(provider("https://x.example"), Usage(10, 0, 10)) is None


def test_thoughts_have_their_room_too() -> None:
    plain = replace(provider("https://api.openai.com/v1", "gpt-4.1"), context_tokens=100_000)
    thinking = replace(plain, model="gpt-5.4-mini")
    assert prompt_room(thinking, 1000) == prompt_room(plain, 1000) - 16_000


def test_the_answer_has_its_room() -> None:
    small = replace(provider("https://x.example"), context_tokens=4096)
    assert 3000 < prompt_room(small, 500) < 3596
    assert prompt_room(small, 5000) == 0
    room = prompt_room(small, 500)
    assert estimate_prompt([Message("user", "word " * 2800)]) <= room
    assert estimate_prompt([Message("user", "word " * 3700)]) > room
