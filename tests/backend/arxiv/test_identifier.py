"""Identifiers: the table that the TypeScript twin shares, and whatever hypothesis makes up."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadIdentifier

TABLE = json.loads((Path(__file__).parents[2] / "cases" / "identifiers.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "identifier", "version"), TABLE["valid"])
def test_valid_forms_are_read(text: str, identifier: str, version: int | None) -> None:
    assert ArxivId.parse(text) == ArxivId(identifier, version)


@pytest.mark.parametrize("text", TABLE["invalid"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(BadIdentifier):
        ArxivId.parse(text)


@pytest.mark.parametrize(("text", "identifier", "version"), TABLE["valid"])
def test_what_is_read_reads_the_same_again(text: str, identifier: str, version: int | None) -> None:
    once = ArxivId.parse(text)
    assert ArxivId.parse(once.id_with_version) == once
    assert ArxivId.parse(f"https://arxiv.org/abs/{once}") == once


PIECES = st.one_of(
    st.sampled_from(["arXiv:", "https://", "arxiv.org", "/abs/", "/pdf/", ".pdf", "10.48550/"]),
    st.sampled_from(
        ["2503.20680", "hep-th/9901001", "v2", "%2F", "[", "]", " ", "/", "?", "#", ".", "\x00", "é", "１"]
    ),
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join)))
@example("[" * 2048)
@example("a-" * 1024)
@example("." * 3000)
def test_nothing_but_bad_identifier_is_raised(text: str) -> None:
    with suppress(BadIdentifier):
        found = ArxivId.parse(text)
        assert ArxivId.parse(found.id_with_version) == found


def test_a_refusal_does_not_repeat_the_input() -> None:
    with pytest.raises(BadIdentifier) as refused:
        ArxivId.parse("sk-secret-key")
    assert "sk-secret-key" not in refused.value.detail + refused.value.hint + str(refused.value)
