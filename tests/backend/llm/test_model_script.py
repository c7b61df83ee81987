"""The scripted model answers our prompts so that our own readers accept every line."""

from __future__ import annotations

import re

import pytest

from papergloss.gloss.dialogue.blocks import fenced, numbered_block
from papergloss.gloss.prompts import fill
from papergloss.gloss.protocol import NumberedParser, OutlineParser
from support.model_script import answer, pieces, pretend

SENTENCES = [
    (0, "Attention Is All You Need"),
    (
        1,
        "We reach 28.4 BLEU on WMT 2014 (Smith et al., 2020), https://example.org/x, at $O(n^2)$ cost.",
    ),
    (2, "The model trains in 3.5 days on eight GPUs."),
]
PAPER = [
    f"[{n}] Passage number {n} says that the new model improves the score by {n}.5% over the best earlier "
    "system on this task, and it explains why. A second sentence follows it."
    for n in range(1, 30)
]
LANGUAGES = {
    "Simplified Chinese": "[一-鿿]",
    "Traditional Chinese": "[一-鿿]",
    "Japanese": "[ぁ-ヿ]",
    "Korean": "[가-힯]",
    "German": "[a-zü]",
    "French": "[a-zé]",
    "Spanish": "[a-zé]",
    "Portuguese": "[a-zã]",
    "Russian": "[а-я]",
    "Arabic": "[ء-ي]",
    "English": "[a-z]",
}


def chat(*users: str) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": text} for text in users]}


@pytest.mark.parametrize(("language", "script"), LANGUAGES.items())
def test_every_sentence_is_answered_in_the_asked_language(language: str, script: str) -> None:
    prompt = (
        numbered_block("SENTENCES", SENTENCES)
        + "\n\n"
        + fill("translation.task", language=language, native=language)
    )
    reader = NumberedParser()
    reader.feed(answer(chat(prompt)))
    targets, twice = reader.close()
    assert list(targets) == [0, 1, 2]
    assert not twice
    for kept in ("28.4", "BLEU", "(Smith et al., 2020)", "https://example.org/x", "$O(n^2)$"):
        assert kept in targets[1]
    assert re.search(script, targets[2])


def test_only_the_lines_asked_again_are_answered() -> None:
    first = numbered_block("SENTENCES", SENTENCES) + fill(
        "translation.task", language="German", native="Deutsch"
    )
    again = fill("translation.again", language="German", native="Deutsch", reasons="[2] it is missing")
    assert answer(chat(first, again)).startswith("[2] ")
    assert answer(chat(first, again)).count("\n") == 0


def test_the_outline_cites_passages_that_hold_its_numbers() -> None:
    prompt = fenced("PAPER", ["# A Title", *PAPER])
    prompt += "\n\n" + fill("summary.task", language="Simplified Chinese", native="简体中文")
    reader = OutlineParser()
    reader.feed(answer(chat(prompt)))
    outline = reader.close()
    assert 4 <= len(outline.summary) <= 6
    assert 5 <= len(outline.takeaways) <= 7
    for claim in outline.summary + outline.takeaways:
        assert claim.role
        assert len(claim.passages) == 1
        assert f"{claim.passages[0]}.5%" in claim.text
        assert re.search("[一-鿿]", claim.text)


def test_pieces_make_the_whole() -> None:
    text = pretend("We show that BERT improves F1 by 3.4% on all tasks.\nSee Fig. 3.")
    assert "".join(pieces(text)) == text
