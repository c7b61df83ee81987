"""A deep read: its outline, its sections side by side, and what code adds to them."""

from __future__ import annotations

import re

import pytest

from papergloss.gloss import fold
from papergloss.gloss.card import Card, Claim
from papergloss.gloss.events import DeltaEvent, StageEvent
from papergloss.gloss.explainer import Table
from support import deep_paper
from support.deep_runs import WRITTEN, made, model, reading, section, section_of, well
from support.gloss_runs import Run, ScriptedModel


def test_every_section_is_written_checked_and_long_enough() -> None:
    answers = model()
    run = reading(answers)
    card = run.card()
    deep = made(card)
    assert (card.state, [one.name for one in deep.sections]) == ("done", [*WRITTEN, "resources"])
    assert 1500 <= deep.words <= 3000
    claims = deep.claims()
    assert len(claims) == 1 + sum(text.count(" [") for text in _texts(answers))
    assert {claim.check.status for claim in claims} <= {"supported", "unchecked"}
    assert all(item.found_by == "model" for claim in claims for item in claim.evidence)
    assert all(one.heading and not one.draft and one.length is None for one in deep.sections[:-1])
    assert card.coverage is not None
    assert card.coverage.passages_left_out == 0
    stages = {one.stage for one in card.provenance.stages}
    assert stages == {"outline", "figures", *WRITTEN}


def test_the_outline_comes_first_and_all_requests_begin_as_the_cards_own() -> None:
    answers = model()
    run = reading(answers)
    run.card()
    outline, *sections = [messages for kind in ("outline", "section") for messages in answers.sent[kind]]
    assert len(sections) == len(WRITTEN)
    cards = ScriptedModel(lambda *_: "", lambda *_: "", 200_000)
    own = Run(run.target, "de", cards, readings=run.readings)
    own.card()
    prefix = cards.sent["summary"][0][1].content.split("PAPER", 2)[:2]
    for messages in (outline, *sections):
        assert messages[0] == cards.sent["summary"][0][0]
        assert messages[1].content.split("PAPER", 2)[:2] == prefix
    states = [(event.name, event.state) for event in run.events if isinstance(event, StageEvent)]
    outlined = states.index(("outline", "done"))
    assert all(states.index((name, "running")) > outlined for name in WRITTEN)


def test_its_events_make_the_same_card_and_each_section_streams() -> None:
    run = reading(model())
    card = run.card()
    shown = Card(id="", key=card.key, state="running", provenance=card.provenance)
    for event in run.events:
        shown = fold.apply(shown, event)
    assert shown.deep == card.deep
    streamed = {event.path for event in run.events if isinstance(event, DeltaEvent)}
    assert streamed == {f"deep/{name}/draft" for name in WRITTEN}


def test_figures_tables_formulas_and_addresses_are_the_papers_own() -> None:
    formula = rf"$$ L(\theta)=-\sum_{{i}}^n\log p_\theta(y_i|x_i) $$ [{_n('loss')}]"

    def with_formula(content: str, _turn: int) -> str:
        answer = well(content)
        return f"{answer}\n\n{formula}\n\n[[Figure 9]]" if "SECTION METHOD" in content.upper() else answer

    card = reading(model(with_formula)).card()
    method = section(card, "method").blocks
    (shown,) = [block for block in method if block.kind == "formula"]
    assert shown.tex == deep_paper.FORMULA
    assert shown.check.status == "supported"
    assert shown.evidence[0].passage == _n("loss")
    assert [block.number for block in method if block.kind == "figure"] == ["1"]
    (table,) = [block for block in section(card, "experiments").blocks if isinstance(block, Table)]
    assert [table.head, table.rows] == [deep_paper.TABLE[:1], deep_paper.TABLE[1:]]
    (code,) = section(card, "resources").blocks
    assert code.kind == "resource"
    assert (code.address, code.of) == ("https://github.com/margin/reader", "code")
    assert code.evidence[0].quote.startswith("Our code is at")


def said(card: Card) -> list[Claim]:
    """The statements about the experiments."""
    return [claim for block in section(card, "experiments").blocks for claim in getattr(block, "claims", ())]


def test_what_is_no_prose_of_the_papers_goes_or_is_not_supported() -> None:
    loss = _n("loss")
    added = (
        "| 读者 | 召回率 |\n|---|---|\n| 这里 | 99.7 |",
        f"这里的损失是 $E = mc^2 + \\Omega$，于是这样。 [{loss}]",
        f"这里的损失是 $L(\\theta) = -\\sum \\log p(y|x)^2$，于是这样。 [{loss}]",
        "NOT IN THE PAPER",
        *[f"这里这样，于是对于读者。 [{loss}]"] * 3,
    )

    def with_more(content: str, _turn: int) -> str:
        answer = well(content)
        return "\n\n".join([answer, *added]) if section_of(content) == "experiments" else answer

    card = reading(model(with_more)).card()
    own, (*_, strange, real, again) = said(reading(model()).card()), said(card)
    assert len(said(card)) == len(own) + 3
    assert "Omega" in strange.text
    assert (strange.check.status, real.check.status) == ("unchecked", "supported")
    assert again.text == "这里这样，于是对于读者。"


def test_a_sentence_said_three_hundred_times_is_no_section() -> None:
    card = reading(model(lambda *_: "这里这样，于是对于读者。 [1]\n" * 300)).card()
    assert {one.length for one in made(card).sections if one.name in ("motivation", "limits")} == {"short"}


@pytest.mark.parametrize(("cut", "length"), [(0.3, "short"), (2.2, "long")])
def test_a_length_that_was_not_asked_for_is_asked_again_once_and_then_said(cut: float, length: str) -> None:
    def other(content: str, _turn: int) -> str:
        answer = well(content)
        if section_of(content) != "limits":
            return answer
        paragraphs = answer.split("\n\n")
        more = [paragraph.replace("。", f"{'了' * n}。") for n in range(3) for paragraph in paragraphs]
        return "\n\n".join(more[: max(1, round(cut * len(paragraphs)))])

    answers = model(other)
    card = reading(answers).card()
    assert section(card, "limits").length == length
    asked = [messages for messages in answers.sent["section"] if section_of(messages[1].content) == "limits"]
    assert len(asked) == 2
    assert f"too {length}" in asked[1][-1].content
    assert all(section(card, name).length is None for name in WRITTEN if name != "limits")


def _texts(answers: ScriptedModel) -> list[str]:
    """What was answered for each section, without formulas, figures and the numbers of references."""
    told = (well(messages[1].content) for messages in answers.sent["section"])
    return [re.sub(r"^(?:- \[\d+\]|\$\$.*|\[\[.*)", "", text, flags=re.MULTILINE) for text in told]


def _n(word: str) -> int:
    return next(p.n for p in deep_paper.document().passages if word in p.text)
