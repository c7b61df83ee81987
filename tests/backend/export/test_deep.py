"""A deep read as a page and as Markdown: whole, and nothing in it acts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from papergloss.errors import BadInput
from papergloss.export.deep_page import deep_page
from papergloss.export.formulas import formula, rich
from papergloss.export.markdown import card_to_markdown
from papergloss.gloss.card import Card, CardKey, Check, Claim, Evidence, Figure, Metadata, Provenance
from papergloss.gloss.explainer import (
    Block,
    DeepSection,
    Explainer,
    FigureShown,
    Formula,
    FurtherReading,
    Paragraph,
    Resource,
    Table,
)

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> | a | b | `c` **d**"
)
EVIDENCE = Evidence(passage=3, page=4, rects=[(1, 2, 3, 4)], quote="It is so.", found_by="model")


def claim(text: str, **check: Any) -> Claim:
    return Claim(text=text, check=Check(**check or {"status": "supported"}), evidence=[EVIDENCE])


def blocks(text: str) -> list[Block]:
    return [
        Paragraph(claims=[claim(text), claim(text, status="number_missing", detail="9 <b>")]),
        Formula(tex="E = mc^2", check=Check(status="supported"), evidence=[EVIDENCE]),
        Formula(tex=r"\text{<b>x</b>} & y", check=Check(status="unchecked"), evidence=[EVIDENCE]),
        FigureShown(of="figure", number="1"),
        Table(number="1", head=[["Model", text]], rows=[["Ours", "61.5"]], page=5),
        FurtherReading(passage=9, text=text, address="https://arxiv.org/abs/2101.00001", claims=[]),
        FurtherReading(passage=9, text=text, address="javascript:alert(1)", claims=[claim(text)]),
        Resource(address="https://github.com/a/b", of="code", evidence=[EVIDENCE]),
    ]  # fmt: skip


def card(text: str = "Plain.", **changes: Any) -> Card:
    provenance = Provenance(
        engine="openai", model="m", prompt_version="1", created_at=datetime(2026, 11, 22, tzinfo=UTC)
    )
    shape = {"page": 3, "rect": (0, 0, 1, 1), "width": 2, "height": 2, "url": "/x"}
    whole = Card(
        id="0-1",
        key=CardKey(
            paper="2503.20680v1", kind="deep", lang="zh-CN", engine="openai", model="m", prompt_version="1"
        ),
        state="done",
        metadata=Metadata(source="arxiv", title=text, authors=["A"], abstract=text),
        figures=[
            Figure.model_validate({"kind": kind, "number": "1", "caption": text, **shape})
            for kind in ("figure", "table")
        ],
        deep=Explainer(
            lede=claim(text),
            sections=[
                DeepSection(name="method", heading=text, blocks=blocks(text), words=9, length="short"),
                DeepSection(name="experiments", blocks=[blocks(text)[0], *blocks(text)[3:5]]),
                DeepSection(name="limits"),
                DeepSection(name="resources"),
            ],
        ),
        provenance=provenance,
    )
    return whole.model_copy(update=changes)


def test_a_page_holds_everything_in_itself() -> None:
    page = LexborHTMLParser(deep_page(card("A <b> word."), lambda _: b"webp"))
    assert [one.text(strip=True) for one in page.css("main h2")] == [
        "方法A <b> word.",
        "实验",
        "代码、数据等资源",
        "依据",
    ]
    assert [image.attributes["src"] for image in page.css("img")] == ["data:image/webp;base64,d2VicA=="]
    assert [cell.text() for cell in page.css("td, th")] == ["Model", "A <b> word.", "Ours", "61.5"]
    assert len(page.css("math")) == 1
    assert [code.text() for code in page.css("code.tex")] == [r"\text{<b>x</b>} & y"]
    assert "第 4 页核对" in page.body.text()  # type: ignore[union-attr]
    assert "这一节比要求的短" in page.body.text()  # type: ignore[union-attr]
    marks = [mark.attributes["href"] for mark in page.css("sup a")]
    assert marks == [f"#e{n}" for n in range(1, len(marks) + 1)]
    assert [one.id for one in page.css(".evidence > li")] == [mark[1:] for mark in marks if mark]
    assert page.css("link") == []


def test_a_reference_says_where_its_id_is_from() -> None:
    entry = FurtherReading(
        passage=9, text="K. He.", arxiv_id="1512.03385", by_title=True,
        address="https://arxiv.org/abs/1512.03385", claims=[claim("Plain.")],
    )  # fmt: skip
    printed = entry.model_copy(update={"by_title": False})
    sections = [DeepSection(name="reading_list", blocks=[entry, printed], words=9)]
    made = card(deep=Explainer(sections=sections))
    for text in (deep_page(made, lambda _: None), card_to_markdown(made)):
        assert text.count("arXiv:1512.03385，按标题和第一作者找到") == 1


def test_nothing_in_a_page_acts() -> None:
    page = LexborHTMLParser(deep_page(card(HOSTILE), lambda _: None))
    assert page.css("script, iframe, img, object, form, base") == []
    for element in page.css("*"):
        assert not [name for name in element.attributes if name.startswith("on")]
        assert not str(element.attributes.get("href") or "").startswith("javascript:")
    policy = page.css_first("meta[http-equiv]").attributes["content"]  # type: ignore[union-attr]
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_markdown_has_the_same_and_nothing_in_it_acts() -> None:
    plain, hostile = card_to_markdown(card()), card_to_markdown(card(HOSTILE))
    assert re.findall(r"^### (.+)$", plain, re.MULTILINE) == ["方法: Plain.", "实验", "代码、数据等资源"]
    assert "$$\nE = mc^2\n$$" in plain
    assert "| Model | Plain. |\n| --- | --- |\n| Ours | 61.5 |" in plain
    assert plain.count("| Ours |") == 1, "a table stands where it comes first"
    assert "<https://arxiv.org/abs/2101.00001>" in plain
    assert "<javascript:" not in hostile
    assert not re.search(r"(?<!\\)<(?:script|img|b)", hostile)
    assert not re.search(r"(?<!\\)\]\(", hostile)


def test_a_section_that_failed_says_why() -> None:
    problem = {"stage": "method", "type": "t", "title": "Broken", "detail": "It broke off.", "hint": "h"}
    broken = Card.model_validate({**card().model_dump(), "problems": [problem]})
    assert "这一节没能写出来：It broke off." in deep_page(broken, lambda _: None)


def test_a_card_is_no_such_page() -> None:
    with pytest.raises(BadInput):
        deep_page(card(deep=None), lambda _: None)


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:alert(1)}{x}", r"\text{<script>alert(1)</script>}", r"\unknown{x}", "a & b",
        r"\frac{", "{" * 900, "x" * 3000,
        r"\def\x{\x\x}\x", r"\newcommand{\a}{\b}\a", r"\style{color:red}{x}",
    ],
)  # fmt: skip
def test_a_formula_that_is_none_stays_its_own_latex(tex: str) -> None:
    made = LexborHTMLParser(str(formula(tex)))
    assert made.css("math") == []
    assert made.css_first("code.tex").text() == tex  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "tex",
    [
        r"\mathrm{softmax}(\frac{QK^{T}}{\sqrt{d_{k}}})V", r"\begin{aligned}a&=b\\c&=d\end{aligned}",
        r"\operatorname*{arg\,max}_\theta f", r"50\text{\,}\mathrm{Mpc}",
        r"\mathbb{E}_{x\sim p}\left[x\right]",
    ],
)  # fmt: skip
def test_formulas_become_mathml(tex: str) -> None:
    assert len(LexborHTMLParser(str(formula(tex, display=True))).css("math")) == 1


def test_money_is_no_formula() -> None:
    assert str(rich("It costs $5 and $10 <b>")) == "It costs $5 and $10 &lt;b&gt;"
    assert "<math" in rich("$x<1$ holds")
