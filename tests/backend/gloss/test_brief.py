"""One paper of a list in one line: checked against the abstract, asked again once, never invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import StreamBroken
from papergloss.gloss.card import Card
from papergloss.gloss.request import Target
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.gloss_runs import Answer, Run, ScriptedModel

PAPER = ArxivId("2501.00001")
ABSTRACT = (
    "Readers of long lists have little time. We present MarginNet, a network that reads margins. "
    "On MarginBench it reaches 93.4% accuracy, 2.1 points above the best earlier one."
)
GOOD = "title: 用 MarginNet 阅读页边\ngloss: MarginNet 网络阅读页边，在 MarginBench 上准确率达 93.4%。 [2, 3]"

Glossed = Callable[..., tuple[Card, ScriptedModel]]


def unused(content: str, turn: int) -> Answer:
    raise AssertionError("only the brief gloss is asked for")


@pytest.fixture
def site() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.add(SmallPaper(PAPER.id, title="Reading Margins with MarginNet", abstract=ABSTRACT))
        yield server


@pytest.fixture
def glossed(site: ArxivServer, tmp_path: Path) -> Iterator[Glossed]:
    with ArxivClient(site.url, site.api_url, tmp_path / "arxiv") as arxiv:

        def gloss(*answers: Answer, lang: str = "zh-CN") -> tuple[Card, ScriptedModel]:
            arxiv.metadata_many([PAPER])
            model = ScriptedModel(unused, unused, brief=lambda _, turn: answers[turn])
            run = Run(Target(arxiv_id=PAPER), paper=PAPER.id, kind="brief", arxiv=arxiv, lang=lang)
            run.model = model if answers else None
            return run.card(), model

        yield gloss


def test_title_and_one_checked_sentence_in_one_call(glossed: Glossed, site: ArxivServer) -> None:
    card, model = glossed(GOOD)
    assert card.state == "done"
    assert card.key.kind == "brief"
    assert card.key.paper == "2501.00001v1"
    assert card.metadata is not None
    assert card.metadata.title == "Reading Margins with MarginNet"
    assert card.translation is not None
    assert card.translation.title.target == "用 MarginNet 阅读页边"
    assert card.translation.sentences == []
    assert card.summary is not None
    (claim,) = card.summary
    assert claim.check.status == "supported"
    assert {evidence.passage for evidence in claim.evidence} == {2, 3}
    assert "93.4%" not in model.sent["brief"][0][0].content, "the paper is in the user's message"
    assert len(model.sent["brief"]) == 1
    assert site.paths() == ["/api/query"], "what was asked for the whole list is enough"


def test_a_number_that_the_abstract_lacks_is_asked_again(glossed: Glossed) -> None:
    card, model = glossed(GOOD.replace("93.4", "98.7"), GOOD)
    assert "98.7" in model.sent["brief"][1][-1].content
    assert card.summary is not None
    assert card.summary[0].check.status == "supported"


def test_what_does_not_pass_twice_is_marked(glossed: Glossed) -> None:
    card, model = glossed(*[GOOD.replace("93.4", "98.7")] * 2)
    assert len(model.sent["brief"]) == 2
    assert card.state == "done"
    assert card.summary is not None
    assert card.summary[0].check.status == "number_missing"
    assert card.summary[0].check.detail == "98.7%"


def test_the_second_answer_does_not_take_what_was_good(glossed: Glossed) -> None:
    untranslated = GOOD.replace("用 MarginNet 阅读页边\n", "Reading Margins with MarginNet\n")
    card, _ = glossed(untranslated, GOOD.replace("93.4", "98.7"))
    assert card.translation is not None
    assert card.translation.title.target == "用 MarginNet 阅读页边"
    assert card.summary is not None
    assert card.summary[0].check.status == "supported"


def test_a_broken_second_call_leaves_the_first_answer(glossed: Glossed) -> None:
    card, _ = glossed(GOOD.replace("title: 用 MarginNet 阅读页边\n", ""), StreamBroken())
    assert card.translation is not None
    assert card.translation.title.state == "kept_original"
    assert card.summary is not None
    assert card.summary[0].check.status == "supported"


def test_more_than_one_sentence_is_asked_again(glossed: Glossed) -> None:
    card, model = glossed(GOOD.replace("页边，在", "页边。在"), GOOD)
    assert "more than one sentence" in model.sent["brief"][1][-1].content
    assert card.summary is not None
    assert card.summary[0].text.count("。") == 1


@pytest.mark.parametrize(
    "answer",
    [
        "**标题：** 用 MarginNet 阅读页边\n**一句话：** MarginNet 在 MarginBench 上准确率达 93.4%。[3]",
        "1. title: 用 MarginNet 阅读页边\n2. gloss: MarginNet 在 MarginBench 上准确率达 93.4%。[3]",
        "用 MarginNet 阅读页边\n\nMarginNet 在 MarginBench 上准确率达 93.4%。[3]",
        "```\nTitle: [0] 用 MarginNet 阅读页边\n"
        "Summary: MarginNet 在 MarginBench 上准确率达 93.4%。【3】\n```",
        "好的，以下是翻译：\ntitle：用 MarginNet 阅读页边\n"
        "gloss：MarginNet 在 MarginBench 上准确率达 93.4%。[3]",
    ],
)
def test_the_shapes_that_models_give_it(glossed: Glossed, answer: str) -> None:
    card, model = glossed(answer, "")
    assert len(model.sent["brief"]) == 1
    assert card.translation is not None
    assert card.translation.title.target == "用 MarginNet 阅读页边"
    assert card.summary is not None
    assert card.summary[0].text == "MarginNet 在 MarginBench 上准确率达 93.4%。"
    assert card.summary[0].check.status == "supported"


@pytest.mark.parametrize(
    ("answer", "type_"),
    [
        ("抱歉，我无法总结这篇论文。", "answer-filtered"),
        ("", "answer-unusable"),
        ("title: <the title>", "answer-unusable"),
    ],
)
def test_no_sentence_is_a_problem_and_nothing_is_made_up(glossed: Glossed, answer: str, type_: str) -> None:
    card, _ = glossed(answer, answer)
    assert card.state == "partial"
    assert card.summary is None
    assert [problem.type for problem in card.problems] == [type_]


def test_english_readers_get_the_sentence_alone(glossed: Glossed) -> None:
    card, model = glossed("gloss: MarginNet reaches 93.4% accuracy on MarginBench. [3]", lang="en")
    assert card.translation is None
    assert card.summary is not None
    assert card.summary[0].check.status == "supported"
    assert "title:" not in model.sent["brief"][0][1].content


def test_without_a_model_the_abstract_speaks(glossed: Glossed) -> None:
    card, _ = glossed()
    assert card.summary is not None
    assert card.summary[0].text in ABSTRACT
    assert "MarginNet" in card.summary[0].text or "93.4%" in card.summary[0].text
    assert card.summary[0].evidence[0].found_by == "paper"
    assert card.translation is not None
    assert card.translation.title.reason == "no_model"
    assert [warning.kind for warning in card.warnings] == ["no_model"]
