"""A page that would take quadratic time is refused; arXiv's own pages are far from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss.arxiv.abstract_page import parse
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.nesting import DEEPEST, deepest
from papergloss.errors import ArxivAnswerUnusable


@pytest.mark.parametrize("page", [b"<div>" * 100_000, b"<b><i>" * 50_000 + b"</i></b>" * 50_000])
def test_a_deep_page_is_refused(page: bytes) -> None:
    with pytest.raises(ArxivAnswerUnusable, match="nested too deeply"):
        parse(page, ArxivId.parse("2401.00001"))


def test_long_is_not_deep() -> None:
    assert deepest(b"<p>one<p>two<br><li>three" * 10_000) == 0
    assert deepest(b"<div></div>" * 10_000) == 1
    assert deepest(b"<span>" * DEEPEST) == DEEPEST


def test_every_recorded_page_is_shallow(data_dir: Path) -> None:
    pages = [*data_dir.glob("pages/*/*.html"), *data_dir.glob("html/*.html")]
    assert max(deepest(page.read_bytes()) for page in pages) < DEEPEST / 10
