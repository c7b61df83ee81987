"""One translation for each term of a paper: who gives it, what keeps to it, what is asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from papergloss.errors import ProviderDown
from papergloss.gloss.card import Card, Metadata, Term, Translation
from papergloss.gloss.events import CardPart, DeltaEvent
from papergloss.gloss.languages import language
from papergloss.gloss.request import Target
from papergloss.gloss.translation.glossary import known, translated, worded_otherwise
from papergloss.gloss.translation.terms import kept_in_english, repeated
from support import pdfs
from support.gloss_runs import Answer, Run, ScriptedModel, asked_sentences
from support.model_script import pretend

TITLE = "Margin Notes with Reading Aids"
ABSTRACT = (
    "Margin notes help people. We write margin notes for LoRA and every reading aid. "
    "A reading aid with a prompt is cheap."
)
ZH = language("zh-CN")


def test_terms_are_what_a_paper_repeats() -> None:
    assert set(repeated(TITLE, ABSTRACT)) == {"margin notes", "reading aid"}
    assert repeated("A Title", "We read papers. We count 12 words.") == []


def test_the_longest_term_stands_for_its_parts() -> None:
    text = "The spoof cue map helps. A spoof cue map is cheap. Spoof cue maps win."
    assert repeated("", text) == ["spoof cue map"]


def test_terms_that_the_field_keeps_in_english() -> None:
    assert kept_in_english("Transformers and LoRA with a lora of prompts", ZH) == [
        "LoRA",
        "Transformer",
        "prompt",
    ]
    assert "prompt" not in kept_in_english("a prompt", language("ru"))


def test_the_readers_own_term_wins_over_the_field() -> None:
    terms = known(["LoRA and a prompt"], {"prompt": "提示词", "absent": "无"}, ZH)
    assert [(term.source, term.target, term.origin) for term in terms] == [
        ("prompt", "提示词", "user"),
        ("LoRA", "LoRA", "field"),
    ]


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("页边注释", "页边注释"),
        ("页边注释 (margin notes)", "页边注释"),
        ("“页边注释”。", None),
        ("margin notes", "margin notes"),
        ("notes in the margin", None),
        ("抱歉，我无法翻译。", None),
        ("页边注释。指写在页边的注释", None),
        ("[insert translation]", None),
        ("", None),
    ],
)
def test_what_counts_as_a_terms_translation(target: str, kept: str | None) -> None:
    term = translated("margin notes", target, ZH)
    assert (term.target if term else None) == kept


@pytest.mark.parametrize(
    ("lang", "term", "target", "held"),
    [
        ("zh-CN", "页边注释", "我们写页边注释。", True),
        ("zh-CN", "页边注释", "我们写边注。", False),
        ("zh-CN", "页边注释", "我们写 margin note。", True),
        ("de", "Randnotiz", "Wir schreiben Randnotizen.", True),
        ("de", "Randnotiz", "Wir schreiben Anmerkungen.", False),
        ("ru", "заметка на полях", "Мы пишем заметки на полях.", True),
        ("ru", "заметка на полях", "Мы пишем комментарии.", False),
        ("fr", "note marginale", "Nous écrivons des notes marginales.", True),
        ("ar", "ملاحظة هامشية", "نكتب الملاحظات الهامشية هنا.", True),
        ("ko", "여백 주석", "우리는 여백 주석을 쓴다.", True),
        ("ja", "欄外注", "欄外注を書く。", True),
    ],
)
def test_a_sentence_keeps_to_its_terms(lang: str, term: str, target: str, held: bool) -> None:
    glossary = [Term(source="margin notes", target=term, origin="paper")]
    others = worded_otherwise(glossary, "We write a margin note.", target, language(lang))
    assert others == ([] if held else ["margin notes"])


@pytest.fixture
def paper(tmp_path: Path) -> Target:
    path = tmp_path / "margin.pdf"
    path.write_bytes(pdfs.paper())
    return Target(file=path)


LINES = {
    "Margin Notes with Reading Aids": "带阅读助手的页边注释",
    "margin notes": "页边注释",
    "reading aid": "阅读助手",
    "Margin notes help people.": "页边注释帮助人们。",
    "We write margin notes for LoRA and every reading aid.": "我们为 LoRA 和每个阅读助手写页边注释。",
    "A reading aid with a prompt is cheap.": "带 prompt 的阅读助手很便宜。",
}


def answer(content: str, changed: dict[str, str] | None = None) -> str:
    lines = {**LINES, **(changed or {})}
    return "\n".join(f"[{n}] {lines[text]}" for n, text in asked_sentences(content).items())


def translate(paper: Target, model: ScriptedModel, terms: dict[str, str] | None = None) -> tuple[Run, Card]:
    run = Run(paper, model=model, terms=terms or {})
    metadata = Metadata(source="file", title=TITLE, authors=[], abstract=ABSTRACT)
    run.finished = {
        "metadata": CardPart(metadata=metadata),
        "figures": CardPart(figures=[]),
        "summary": CardPart(summary=[], takeaways=[], coverage=Run(paper).card().coverage),
    }
    return run, run.card()


def test_the_terms_come_after_the_title_and_stand_on_the_card(paper: Target) -> None:
    model = ScriptedModel(lambda content, _: answer(content), lambda *_: "")
    run, card = translate(paper, model)
    asked = list(asked_sentences(model.sent["translation"][0][1].content).values())
    assert asked[0] == TITLE
    assert set(asked[1:3]) == {"margin notes", "reading aid"}
    assert card.translation is not None
    assert {term.source: term.target for term in card.translation.glossary} == {
        "LoRA": "LoRA",
        "prompt": "prompt",
        "margin notes": "页边注释",
        "reading aid": "阅读助手",
    }
    assert len(model.sent["translation"]) == 1
    shown = [event for event in run.events if isinstance(event, DeltaEvent)]
    assert shown[0].path == "translation/title/target"
    assert (
        "".join(e.text for e in shown if e.path == "translation/sentences/0/target") == "页边注释帮助人们。"
    )


def test_another_wording_is_asked_for_again_once_while_it_stays_on_screen(paper: Target) -> None:
    worded = {"Margin notes help people.": "边注帮助人们。"}

    def script(content: str, turn: int) -> str:
        if turn:
            assert list(asked_sentences(content)) == [1]
            assert "words a term" in content
            assert "margin notes = 页边注释" in content
        return answer(content, worded if turn == 0 else None)

    model = ScriptedModel(script, lambda *_: "")
    run, card = translate(paper, model)
    assert len(model.sent["translation"]) == 2
    assert _first(card).target == "页边注释帮助人们。"
    assert not _first(card).other_terms
    targets = [
        event.part.translation.sentences[0].target
        for event in run.events
        if event.type == "result" and event.part.translation
    ]
    assert targets[1] == "边注帮助人们。"


def _first(card: Card):  # type: ignore[no-untyped-def]
    assert isinstance(card.translation, Translation)
    return card.translation.sentences[0]


def test_a_wording_that_stays_is_shown_with_a_mark(paper: Target) -> None:
    worded = {"Margin notes help people.": "边注帮助人们。"}
    model = ScriptedModel(lambda content, _: answer(content, worded), lambda *_: "")
    _, card = translate(paper, model)
    assert card.state == "done"
    assert len(model.sent["translation"]) == 2
    assert (_first(card).state, _first(card).target) == ("ok", "边注帮助人们。")
    assert _first(card).other_terms == ["margin notes"]


def test_a_failure_over_wordings_alone_fails_nothing(paper: Target) -> None:
    def script(content: str, turn: int) -> list[Answer]:
        return (
            [ProviderDown()] if turn else [answer(content, {"Margin notes help people.": "边注帮助人们。"})]
        )

    _, card = translate(paper, ScriptedModel(script, lambda *_: ""))
    assert card.state == "done"
    assert _first(card).other_terms == ["margin notes"]


def test_the_readers_list_is_in_the_prompt_and_not_asked_for(paper: Target) -> None:
    lines = {text: line.replace("阅读助手", "伴读") for text, line in LINES.items()}
    model = ScriptedModel(lambda content, _: answer(content, lines), lambda *_: "")
    _, card = translate(paper, model, {"reading aid": "伴读"})
    content = model.sent["translation"][0][1].content
    assert "reading aid = 伴读" in content
    assert "reading aid" not in asked_sentences(content).values()
    assert card.translation is not None
    assert card.translation.glossary[0] == Term(source="reading aid", target="伴读", origin="user")


def test_a_model_that_gives_no_terms_translates_all_the_same(paper: Target) -> None:
    def script(content: str, _: int) -> str:
        return "\n".join(f"[{n}] {LINES[t]}" for n, t in asked_sentences(content).items() if n < 101)

    model = ScriptedModel(script, lambda *_: "")
    _, card = translate(paper, model)
    assert card.translation is not None
    assert {term.origin for term in card.translation.glossary} == {"field"}
    assert all(s.state == "ok" for s in card.translation.sentences)


def test_summary_and_captions_get_the_glossary(paper: Target) -> None:
    model = ScriptedModel(lambda content, _: answer(content), lambda *_: "")
    run, card = translate(paper, model)
    finished = {**run.finished, "translation": CardPart(translation=card.translation)}
    again = ScriptedModel(lambda *_: "", lambda *_: "")
    again_run = replace(
        run, model=again, finished={k: v for k, v in finished.items() if k in ("metadata", "translation")}
    )
    again_run.card()
    for kind in ("summary", "captions"):
        assert "margin notes = 页边注释" in again.sent[kind][0][1].content, kind


def test_captions_are_translated_checked_and_fail_alone(paper: Target) -> None:
    def captions(content: str, turn: int) -> list[Answer]:
        return [ProviderDown()]

    model = ScriptedModel(lambda content, _: answer(content), lambda *_: "", captions=captions)
    run, _ = translate(paper, model)
    del run.finished["figures"]
    card = run.card()
    assert [problem.stage for problem in card.problems] == ["figures"]
    assert card.figures
    assert all(figure.caption and not figure.caption_target for figure in card.figures)


def test_captions_stand_beside_their_figures_and_a_bad_one_says_why(paper: Target) -> None:
    def captions(content: str, turn: int) -> str:
        lines = dict(asked_sentences(content))
        bad = min(lines) if turn == 0 else next(iter(lines))
        answers = {n: pretend(text) for n, text in lines.items()} | {bad: lines[bad]}
        return "\n".join(f"[{n}] {text}" for n, text in answers.items())

    model = ScriptedModel(lambda content, _: answer(content), lambda *_: "", captions=captions)
    run, _ = translate(paper, model)
    del run.finished["figures"]
    model.sent["captions"].clear()
    card = run.card()
    assert card.state == "done"
    assert len(model.sent["captions"]) == 3
    first, *others = card.figures or []
    assert (first.caption_target, first.caption_kept) == (None, "untranslated")
    for figure in others:
        assert figure.caption_target
        assert figure.caption_kept is None
    asked = asked_sentences(model.sent["captions"][0][1].content)
    assert not [text for text in asked.values() if text.startswith(("Figure", "Table"))]
