"""Drafts by a small model: one sentence at a time, judged, labelled, the original always beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from papergloss.errors import ProviderDown
from papergloss.gloss.card import Card
from papergloss.gloss.drafting.grammar import grammar
from papergloss.gloss.languages import LANGUAGES, language
from papergloss.gloss.request import Target
from papergloss.llm.types import ChatModel, Message, Piece, TextPiece, Usage
from support import pdfs
from support.gloss_runs import Run, ScriptedModel
from support.model_script import pretend


class Typist:
    """Answers each sentence with what `write` makes of it; keeps what it was told."""

    def __init__(self, write: Callable[[str], str]) -> None:
        self.provider = ScriptedModel(lambda *_: "", lambda *_: "").provider
        self.grammars: list[str] = []
        self.sent: list[list[Message]] = []
        self._write = write

    def held_to(self, grammar: str) -> ChatModel:
        self.grammars.append(grammar)
        return self

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        self.sent.append(messages)
        yield TextPiece(self._write(messages[-1].content))
        yield Usage(30, 0, 10)


@pytest.fixture
def paper(tmp_path: Path) -> Target:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdfs.paper())
    return Target(file=path)


def drafted(paper: Target, write: Callable[[str], str], lang: str = "zh-CN") -> tuple[Card, Typist]:
    typist = Typist(write)
    return Run(paper, lang, drafter=typist.held_to).card(), typist


def test_every_sentence_is_asked_for_alone_with_one_example(paper: Target) -> None:
    card, typist = drafted(paper, pretend)
    assert card.translation is not None
    sentences = [card.translation.title, *card.translation.sentences]
    assert {sentence.state for sentence in sentences} == {"ok"}
    for messages in typist.sent:
        assert [message.role for message in messages] == ["system", "user", "assistant", "user"]
    asked = [messages[-1].content for messages in typist.sent]
    assert [text for text in asked if text in {s.source for s in sentences}]


def test_the_card_says_what_it_is(paper: Target) -> None:
    card, _ = drafted(paper, pretend)
    assert [warning.kind for warning in card.warnings] == ["draft"]
    assert card.provenance.engine == "local"
    assert card.provenance.tokens_out > 0


def test_key_sentences_are_drafts_and_their_evidence_the_originals(paper: Target) -> None:
    card, _ = drafted(paper, pretend)
    assert card.takeaways
    for claim in card.takeaways:
        assert language("zh").written_in(claim.text)
        assert not language("zh").written_in(claim.evidence[0].quote)


def test_what_a_check_refuses_stays_the_original(paper: Target) -> None:
    card, _ = drafted(paper, lambda source: "这是一句没有任何数字的话。" if "93" in source else source)
    assert card.translation is not None
    assert {sentence.state for sentence in card.translation.sentences} == {"kept_original"}
    assert card.takeaways
    assert all(claim.text == claim.evidence[0].quote for claim in card.takeaways)


def test_what_was_drafted_before_a_fault_stands(paper: Target) -> None:
    def breaks(source: str) -> str:
        if breaks.left == 0:  # type: ignore[attr-defined]
            raise ProviderDown
        breaks.left -= 1  # type: ignore[attr-defined]
        return pretend(source)

    breaks.left = 1  # type: ignore[attr-defined]
    card, _ = drafted(paper, breaks)
    assert card.state == "partial"
    assert {problem.type for problem in card.problems} == {"provider-down"}
    assert card.summary


def test_into_english_nothing_is_asked(paper: Target) -> None:
    card, typist = drafted(paper, pretend, "en")
    assert (typist.sent, card.warnings, card.translation) == ([], [], None)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_language_has_an_example_that_its_own_grammar_allows(paper: Target, code: str) -> None:
    _, typist = drafted(paper, pretend, code)
    example = typist.sent[0]
    assert language(code).written_in(example[2].content)
    letters = re.search(r"\[(.+?)-\]", grammar(example[1].content, language(code)))
    assert letters is not None
    rest = example[2].content.replace("CIFAR-10", "")
    assert re.sub(f"[{letters[1]}-]", "", rest) == ""


def test_a_grammar_lets_names_formulas_and_addresses_through_and_no_other_english() -> None:
    rules = grammar('We train LoRA on $x<y$ with "C:\\a" at https://a.b/c.', language("zh"))
    assert '"LoRA"' in rules
    assert '"$x<y$"' in rules
    assert '"https://a.b/c"' in rules
    assert '"We"' not in rules
    assert "A-Z" not in rules
