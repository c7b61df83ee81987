"""A card as Markdown: its order, its languages, and that nothing in it acts."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import papergloss.export
from papergloss.export.markdown import card_to_markdown
from papergloss.gloss.card import (
    Card,
    CardKey,
    Check,
    Claim,
    Coverage,
    Evidence,
    Figure,
    Links,
    Metadata,
    Provenance,
    Sentence,
    Translation,
)
from papergloss.gloss.languages import LANGUAGES

WORDS = tomllib.loads((Path(papergloss.export.__file__).parent / "words.toml").read_text("utf-8"))
EVIDENCE = Evidence(passage=3, page=4, rects=[(1, 2, 3, 4)], quote="q", found_by="model")


def card(lang: str = "zh-CN", text: str = "Some text.", engine: str = "openai", **changes: Any) -> Card:
    made = Provenance(
        engine=engine,
        model="m",
        prompt_version="1",
        provider="api.test",
        created_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
    whole = Card(
        id="0-1",
        key=CardKey(paper="2503.20680v1", lang=lang, engine=engine, model="m", prompt_version="1"),
        state="done",
        metadata=Metadata(
            source="arxiv",
            title="A Title",
            authors=["Ada A.", "Bo B."],
            abstract=text,
            comment="9 pages",
            links=Links(abs="https://arxiv.org/abs/2503.20680v1", code=["https://github.com/a/b"]),
        ),
        translation=Translation(
            lang=lang,
            title=Sentence(n=0, source="A Title", target="标题", state="ok"),
            sentences=[
                Sentence(n=1, source="One.", target="第一句。", state="ok"),
                Sentence(n=2, source="Two.", state="kept_original", reason="missing"),
            ],
        ),
        summary=[Claim(text=text, role="problem", check=Check(status="supported"), evidence=[EVIDENCE])],
        takeaways=[
            Claim(
                text=text,
                role="result",
                check=Check(status="number_missing", detail="95.1%"),
                evidence=[EVIDENCE],
            ),
            Claim(text=text, check=Check(status="uncited")),
        ],
        figures=[
            Figure(
                kind="table", number="2", caption=text, page=5, rect=(0, 0, 1, 1), width=2, height=2, url="/x"
            )
        ],
        coverage=Coverage(source="pdf", pages_read=9, pages_of=9, sections_left_out=["A Proofs"]),
        provenance=made,
    )
    return whole.model_copy(update=changes)


def test_the_order_and_the_marks() -> None:
    text = card_to_markdown(card())
    wanted = [
        "# 标题",
        "**A Title**",
        "**作者**: Ada A., Bo B.",
        "## 摘要（原文）",
        "Some text.",
        "## 译文",
        "第一句。",
        "\\[原文: Two.\\]",
        "## 链接",
        "<https://arxiv.org/abs/2503.20680v1>",
        "<https://github.com/a/b>",
        "9 pages",
        "## 总结",
        "1. **问题** · Some text. (第 4 页; ✓)",
        "## 要点",
        "⚠ 所引段落中没有这个数字：95.1%",
        "⚠ 未引用段落",
        "## 图表",
        "- **表 2** (第 5 页): Some text.",
        "## 来源说明",
        "m（api.test）",
        "2026-11-21",
        "A Proofs",
    ]
    places = [text.find(part) for part in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word(lang: str) -> None:
    assert set(WORDS[lang]) == set(WORDS["en"])
    for name, word in WORDS[lang].items():
        assert sorted(re.findall(r"\{\w+\}", word)) == sorted(re.findall(r"\{\w+\}", WORDS["en"][name]))
    assert f"## {WORDS[lang]['takeaways']}" in card_to_markdown(card(lang))


def test_without_a_model_it_says_so() -> None:
    text = card_to_markdown(card("en", engine="extractive", translation=None))
    assert "picked by PaperGloss without a model" in text
    assert text.startswith("# A Title\n")


def test_a_draft_is_called_one() -> None:
    text = card_to_markdown(card("zh-CN", engine="local"))
    assert "草稿" in text


def test_an_untranslated_abstract_is_not_repeated() -> None:
    kept = Sentence(n=1, source="One.", state="kept_original", reason="no_model")
    nothing = Translation(lang="zh-CN", title=kept, sentences=[kept])
    assert "## 译文\n\n未翻译。\n" in card_to_markdown(card(translation=nothing))


def test_an_empty_card_is_still_a_text() -> None:
    bare = dict.fromkeys(["metadata", "translation", "summary", "takeaways", "figures", "coverage"])
    assert card_to_markdown(card(**bare)).startswith("## 来源说明")


HOSTILE = [
    "[click](https://evil.test)",
    "<script>alert(1)</script>",
    "![x](https://evil.test/p.png)",
    "<https://evil.test>",
    "# Not a heading",
    "1. Not a list",
    "- no",
    "* no",
    "> no",
    "`code`",
    "a | b",
    "***bold***",
    "&lt;b&gt;",
    "~~~",
    "$[x](https://evil.test)$",
    "$<img src=x onerror=alert(1)>$",
    "[x]: https://evil.test",
    "https://evil.test now",
    "www.evil.test",
    "a@evil.test",
    "=====",
    "---",
    "\\[x](https://evil.test)",
    "line\n\n# two",
    "$a$[x](y)$b$",
    "x\u2028# y",
]
SAFE_TARGETS = ("https://arxiv.org/abs/2503.20680v1", "https://github.com/a/b")


def shown(text: str) -> tuple[list[str], str]:
    """Token types of the rendered Markdown, and its visible text."""
    tokens = [t for block in MarkdownIt("commonmark").parse(text) for t in (block, *(block.children or []))]
    for token in tokens:
        if token.type == "link_open":
            assert token.attrs["href"] in SAFE_TARGETS
    return [t.type for t in tokens], " ".join(t.content for t in tokens if t.type == "text")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_only_shows(text: str) -> None:
    plain_types, _ = shown(card_to_markdown(card()))
    types, visible = shown(card_to_markdown(card(text=text)))
    structure = [t for t in types if t not in ("text", "text_special", "softbreak")]
    assert structure == [t for t in plain_types if t not in ("text", "text_special", "softbreak")]
    assert not re.search(r"(?<!\\):(?=//evil)", card_to_markdown(card(text=text))), "no renderer may link it"
    assert "".join(text.split()) in "".join(visible.split()) or "\\" in text


@given(st.text(max_size=80))
def test_any_text_only_shows(text: str) -> None:
    types, _ = shown(card_to_markdown(card(text=text, translation=None)))
    assert not {"html_inline", "html_block", "image", "code_inline", "fence", "blockquote_open"} & set(types)


@pytest.mark.parametrize("tex", [r"\href{javascript:f()}{x}", r"\href{//evil.test}{x}", r"\class{a}{b}"])
def test_a_formula_that_acts_is_text(tex: str) -> None:
    assert f"${tex}$" not in card_to_markdown(card(text=f"Let ${tex}$ hold"))


def test_nothing_moves_a_terminals_cursor() -> None:
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", card_to_markdown(card(text="a\x1b[2Jb\x07c\x9b1A"))
    )


def test_formulas_stay() -> None:
    assert "$x_1 + \\frac{a}{b}$ and \\_" in card_to_markdown(
        card(text="Let $x_1 + \\frac{a}{b}$ and _ hold")
    )
