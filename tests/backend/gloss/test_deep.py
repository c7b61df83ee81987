"""A deep read: its outline, its sections side by side, and what code adds to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.errors import AnswerCut, Cancelled, StreamBroken
from papergloss.gloss import fold
from papergloss.gloss.card import Card, Claim, StageName
from papergloss.gloss.deep.lengths import ASKED
from papergloss.gloss.events import CardPart, DeltaEvent, ResultEvent, StageEvent
from papergloss.gloss.explainer import DeepSection, Explainer, FurtherReading, Table
from papergloss.gloss.request import Target
from support import deep_paper, deep_script
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault
from support.gloss_runs import Answer, KeptNotes, Run, Script, ScriptedModel
from support.model_script import pretend

WRITTEN = list(ASKED)


def nothing(_content: str, _turn: int) -> Answer:
    raise AssertionError("nobody asked for this")


def well(content: str, _turn: int = 0) -> str:
    return deep_script.answer(content, pretend)


def section_of(content: str) -> str:
    found = re.search(r"^Write the section ([A-Z ]+), and no other", content, re.MULTILINE)
    assert found
    return found[1].lower().replace(" ", "_").replace("read_next", "reading_list")


def model(section: Script = well, outline: Script = well) -> ScriptedModel:
    return ScriptedModel(nothing, nothing, 200_000, section=section, outline=outline)


def reading(answers: ScriptedModel | None, **changes: object) -> Run:
    run = Run(Target(file=Path("/nowhere.pdf")), "zh-CN", answers, kind="deep", **changes)  # type: ignore[arg-type]
    run.readings[run.paper] = deep_paper.document()
    return run


def made(card: Card) -> Explainer:
    assert card.deep is not None
    return card.deep


def section(card: Card, name: str) -> DeepSection:
    return next(section for section in made(card).sections if section.name == name)


def finished(run: Run) -> dict[StageName, CardPart]:
    """What a store has kept of a run."""
    return {event.stage: event.part for event in run.events if isinstance(event, ResultEvent) and event.final}


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


def test_what_to_read_next_links_only_what_the_references_print() -> None:
    card = reading(model()).card()
    entries = section(card, "reading_list").blocks
    told = [(entry.arxiv_id, entry.address) for entry in entries if isinstance(entry, FurtherReading)]
    assert told == [
        ("2101.00001", "https://arxiv.org/abs/2101.00001"),
        (None, "https://doi.org/10.1000/xyz123"),
        (None, None),
        ("2202.00002", "https://arxiv.org/abs/2202.00002"),
    ]


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    """Has the paper, one that it cites, and one of the same title by somebody else."""
    with ArxivServer() as server:
        server.add(
            SmallPaper("2503.20680", "Reading in the Margin"),
            SmallPaper("1901.01234", "A Book on Margins", authors=("Diana Dash", "Ed Eck")),
            SmallPaper("2012.04321", "Reading in Columns", authors=("Cy Code",)),
        )
        yield server


def found_by_title(arxiv: ArxivServer, folder: Path, notes: KeptNotes) -> list[tuple[str | None, bool]]:
    """Ids of the reading list, and whether the entry's title led to it."""
    with ArxivClient(arxiv.url, arxiv.api_url, folder, limits=Limits(api_interval=0, tries=1)) as client:
        target, paper = Target(arxiv_id=ArxivId("2503.20680", 1)), "2503.20680v1"
        run = Run(target, "zh-CN", model(), kind="deep", arxiv=client, paper=paper, notes=notes)
        run.readings[paper] = deep_paper.document()
        card = run.card()
    assert card.state == "done"
    entries = section(card, "reading_list").blocks
    return [(entry.arxiv_id, entry.by_title) for entry in entries if isinstance(entry, FurtherReading)]


def test_references_without_an_id_are_looked_up_once_by_title_and_first_author(
    arxiv: ArxivServer, tmp_path: Path
) -> None:
    notes = KeptNotes()
    arxiv.fail("/api/query", Fault.status(403))
    printed = [("2101.00001", False), (None, False), (None, False), ("2202.00002", False)]
    assert found_by_title(arxiv, tmp_path, notes) == printed
    for _ in range(2):
        found = found_by_title(arxiv, tmp_path, notes)
        assert found == [*printed[:2], ("1901.01234", True), printed[3]]
    assert len(arxiv.paths("/api/query")) == 2, "the one that failed, and the one that is remembered"


def test_an_invented_reference_is_asked_about_and_then_left_out() -> None:
    def invented(content: str, _turn: int) -> str:
        answer = well(content)
        return f"{answer}\n- [9999] 这里并且因为。 [1]" if "<<<REFERENCES" in content else answer

    answers = model(invented)
    card = reading(answers).card()
    assert len(section(card, "reading_list").blocks) == 4
    asked = [messages for messages in answers.sent["section"] if "<<<REFERENCES" in messages[1].content]
    assert "no entry with the number 9999" in asked[1][-1].content


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


def test_a_broken_section_leaves_the_others_and_is_tried_again_alone() -> None:
    def broken(content: str, _turn: int) -> list[Answer] | Answer:
        answer = well(content)
        return [answer[: len(answer) // 2], StreamBroken()] if section_of(content) == "method" else answer

    first = reading(model(broken))
    card = first.card()
    assert card.state == "partial"
    assert [(problem.stage, problem.type) for problem in card.problems] == [("method", "stream-broken")]
    assert section(card, "method").blocks, "what came before the failure stands"
    answers = model()
    second = reading(answers, finished=finished(first))
    whole = second.card()
    assert whole.state == "done"
    assert answers.sent["outline"] == []
    assert [section_of(messages[1].content) for messages in answers.sent["section"]] == ["method"]
    assert section(whole, "limits") == section(card, "limits")


def test_a_killed_job_asks_for_no_answer_twice() -> None:
    """It dies while the method's statements are put to the model once more: the first answer was paid for."""
    wrong = "这里依据 99.7 因为从而 [1]。"
    stopped = False

    def uncheckable(content: str, _turn: int) -> Answer:
        answer = well(content)
        return f"{answer}\n\n{wrong}" if section_of(content) == "method" else answer

    first_model = model(uncheckable)
    first = reading(first_model, cancelled=lambda: stopped)

    def watch(event: object) -> None:
        nonlocal stopped
        if isinstance(event, ResultEvent) and event.stage == "method":
            stopped = True

    first.on_event = watch
    with pytest.raises(Cancelled):
        first.card()
    answers = model(uncheckable)
    second = reading(answers, finished=finished(first), notes=first.notes)
    card = second.card()
    assert card.state == "done"
    again = [m for m in answers.sent["section"] if section_of(m[1].content) == "method"]
    assert [len(messages) for messages in again] == [4], "only the question about the wrong statement"
    done = {stage for stage in finished(first) if stage in WRITTEN}
    assert not done & {section_of(m[1].content) for m in answers.sent["section"]}


def test_what_fails_its_check_twice_says_so() -> None:
    def uncheckable(content: str, _turn: int) -> Answer:
        answer = well(content)
        return f"{answer}\n\n这里依据 99.7 因为从而 [1]。" if section_of(content) == "limits" else answer

    card = reading(model(uncheckable)).card()
    told = section(card, "limits").blocks[-1]
    assert told.kind == "paragraph"
    assert (told.claims[-1].check.status, told.claims[-1].check.detail) == ("number_missing", "99.7")


@pytest.mark.parametrize(
    ("answer", "type_"),
    [
        ("I'm sorry, but I can't help with that.", "answer-filtered"),
        ("", "answer-unusable"),
        ("The whole section in another language than the one that was asked for [1].", "answer-unusable"),
        ("<the section> [<numbers>]", "answer-unusable"),
    ],
)
def test_what_is_no_section_fails_after_one_more_try(answer: str, type_: str) -> None:
    def bad(content: str, _turn: int) -> Answer:
        return answer if section_of(content) == "limits" else well(content)

    answers = model(bad)
    card = reading(answers).card()
    assert [(problem.stage, problem.type) for problem in card.problems] == [("limits", type_)]
    assert section(card, "limits").blocks == []
    assert sum(section_of(messages[1].content) == "limits" for messages in answers.sent["section"]) == 2


def test_without_an_outline_nothing_is_written() -> None:
    answers = model(outline=lambda *_: "Here you are.")
    card = reading(answers).card()
    assert [(problem.stage, problem.type) for problem in card.problems] == [("outline", "answer-unusable")]
    assert len(answers.sent["outline"]) == 2
    assert answers.sent["section"] == []


def test_a_translated_outline_is_read_too() -> None:
    labels = {"LEDE": "导语", "MOTIVATION": "## 动机", "PRIOR WORK": "**相关工作**", "METHOD": "3. 方法",
              "EXPERIMENTS": "实验", "LIMITS": "局限性", "READ NEXT": "延伸阅读"}  # fmt: skip

    def translated(content: str, _turn: int) -> str:
        answer = well(content)
        for label, other in labels.items():
            answer = re.sub(rf"^{label}: ", f"{other}：", answer, flags=re.MULTILINE)
        return answer

    answers = model(outline=translated)
    card = reading(answers).card()
    assert len(answers.sent["outline"]) == 1
    assert all(one.points for one in made(card).sections[:5])
    assert made(card).lede is not None


def test_an_answer_cut_at_its_limit_is_kept_as_far_as_it_goes() -> None:
    def cut(content: str, _turn: int) -> list[Answer] | Answer:
        answer = well(content)
        return [answer[:-30], AnswerCut()] if section_of(content) == "limits" else answer

    card = reading(model(cut)).card()
    assert card.state == "done"
    assert section(card, "limits").blocks


def test_a_paper_without_text_is_told_so() -> None:
    run = reading(model())
    run.readings[run.paper] = deep_paper.document().__class__("0" * 64, 1, (), ())
    card = run.card()
    assert [problem.type for problem in card.problems] == ["pdf"]
    assert "no text to read in depth" in card.problems[0].detail


def test_without_a_model_it_is_refused() -> None:
    card = reading(None).card()
    assert [(problem.stage, problem.type) for problem in card.problems] == [("outline", "no-engine")]


def _texts(answers: ScriptedModel) -> list[str]:
    """What was answered for each section, without formulas, figures and the numbers of references."""
    told = (well(messages[1].content) for messages in answers.sent["section"])
    return [re.sub(r"^(?:- \[\d+\]|\$\$.*|\[\[.*)", "", text, flags=re.MULTILINE) for text in told]


def _n(word: str) -> int:
    return next(p.n for p in deep_paper.document().passages if word in p.text)
