"""A deep read in which something goes wrong: what stands is kept, and only the rest is asked for again."""

from __future__ import annotations

import re

import pytest

from papergloss.errors import AnswerCut, Cancelled, StreamBroken
from papergloss.gloss.events import ResultEvent
from support import deep_paper
from support.deep_runs import WRITTEN, finished, made, model, reading, section, section_of, well
from support.gloss_runs import Answer


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
