"""The splitter on what papers write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergloss.gloss.translation.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["We follow Smith et al. 2020 and show it.", "As Fig. 3 shows, we get 3.5 BLEU."],
        ["That is, i.e. the best, e.g. for $x.y$ and $O(n \\log n)$.", "See Eq. (2) and Eqs. (3)-(4)."],
        ["We use approx. 3.1 units w.r.t. the baseline.", "Our model (cf. Sec. 4.2) works."],
        ["We propose $p$-adic L-functions.", "The code is at https://github.com/a/b.", "We get 28.4 BLEU."],
        ["We get 28.4 BLEU vs. 27.3 in WMT 2014 resp. 2015.", "J. Smith and D. P. Kingma are good."],
        ["It is due to Vaswani et al.", "We show that $a. B$ is of type A.", "We win."],
        ["The U.S. data is used!", "Is it?", "Yes."],
        ["Samples are i.i.d.", "We train on them."],
        ["We drop it (as is known. It fails.) and go on.", "Then we stop."],
        ["我们提出一种新方法。", "它很好！", "代码已公开。"],
        ["It has a formula $$E = mc^2. What$$ here.", "It ends."],
        ["Visit github.com/a/b.", "We thank all."],
        ["Version 2.0 is faster than ver. 1.5 by 3.0%.", "No. 7 is best."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    gap = "" if sentences[0].endswith("。") else " "
    assert split_sentences(gap.join(sentences)) == sentences


def test_white_space_and_nothing() -> None:
    assert split_sentences("  One\n  two.\n\nThree. ") == ["One two.", "Three."]
    assert split_sentences(" \n") == []


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


def test_published_abstracts(data_dir: Path) -> None:
    cards = json.loads((data_dir / "reference-cards" / "cards.json").read_text("utf-8"))
    assert [len(split_sentences(card["abstract_en"])) for card in cards] == [8, 9, 9]
