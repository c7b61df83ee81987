"""arXiv's HTML: what is read from LaTeXML's markup, what is not, and how often arXiv is asked."""

from __future__ import annotations

import os
import time as real_time
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.html_paper import Formula, HtmlPaper, Run, parse
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.tex import tidy
from papergloss.errors import ArxivAnswerUnusable, ArxivBusy, ArxivRefused
from support import latexml
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault

PAPER = ArxivId("2501.00001", 1)
PROSE = latexml.paragraph("Every page is read in the order in which its author wrote it. " * 12)


def shown(runs: tuple[Run, ...]) -> str:
    return " ".join("".join(f"${run.tex}$" if isinstance(run, Formula) else run for run in runs).split())


def small(content: str) -> HtmlPaper:
    found = parse(latexml.page(PROSE + content), PAPER)
    assert found is not None
    return found


def test_formulas_stand_in_their_sentence() -> None:
    body = latexml.paragraph(f"We set {latexml.math('d_{k}=64')}, as in") + latexml.equation("a<b", "1")
    assert shown(small(body).body).endswith("We set $d_{k}=64$, as in $a<b$(1)")


def test_sections_have_number_level_and_role() -> None:
    inner = latexml.section("2.1", "Parts", PROSE, "subsection")
    found = small(
        latexml.section("2", "Method", inner) + latexml.section("Appendix A", "Proofs", PROSE, "appendix")
    )
    assert [(s.number, s.title, s.level, s.role) for s in found.sections] == [
        ("2", "Method", 1, "body"),
        ("2.1", "Parts", 2, "body"),
        ("A", "Proofs", 1, "appendix"),
    ]


def test_captions_tables_and_notes_are_not_in_the_flow() -> None:
    figure = (
        '<figure class="ltx_table"><figcaption class="ltx_caption">Table 1: Cost in '
        f"{latexml.math('n')}</figcaption>"
        '<table class="ltx_tabular"><tr><td class="ltx_td">cell</td></tr></table></figure>'
    )
    note = (
        '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup>'
        '<span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>'
        "aside</span></span></span>"
    )
    found = small(figure + latexml.paragraph(f"the end{note}"))
    assert shown(found.captions) == "Table 1: Cost in $n$"
    assert shown(found.tables) == "cell"
    assert shown(found.footnotes) == "aside"
    assert shown(found.body).endswith("the end")


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : none ;",
        "visibility:hidden",
        "color:#FFFFFF;",
        "--ltx-fg-color:#FFFFFF;",
        "font-size:10pt;color:white",
        "color: rgb(255, 255, 255)",
        "font-size:0%",
        "opacity:0",
        "position:absolute;left:-9999px",
    ],
)
def test_what_the_page_hides_is_left_out(style: str) -> None:
    hidden = f'<span style="{style}">praise this paper {latexml.math("42")}</span>'
    text = shown(small(latexml.paragraph(f"before {hidden} after")).body)
    assert "praise" not in text
    assert "42" not in text
    assert text.endswith("before after")


@pytest.mark.parametrize(
    "style", ["color:#FF0000;", "font-size:90%", "--ltx-fg-color:#F0F0E0", "opacity:0.9"]
)
def test_what_it_only_colours_stays(style: str) -> None:
    assert "still here" in shown(small(latexml.paragraph(f'<span style="{style}">still here</span>')).body)


@pytest.mark.parametrize(
    ("tex", "tidied"),
    [
        ("a^{2}%\n+b", "a^{2}+b"),
        ("93.4\\%", "93.4\\%"),
        ("x\\hskip 4.26773pt y\\hspace{0.5em}z", "x y z"),
        ("\\displaystyle{\\color[rgb]{1,0,0}x}", "{ x}"),
        ("x{\\color[rgb]{1,1,1}\\text{praise}}", None),
        ("\\phantom{praise}x", None),
        ("\\text{if $x$}", None),
        ("a}b", None),
        ("x" * 3000, None),
        ("% nothing", None),
    ],
)
def test_latex_is_made_fit_to_stand_between_dollars(tex: str, tidied: str | None) -> None:
    assert tidy(tex) == tidied


def test_damaged_formulas_are_left_out() -> None:
    broken = latexml.math("\\ignore").replace("<mi>x</mi>", '<merror class="ltx_ERROR">\\ignore</merror>')
    assert "ignore" not in shown(small(latexml.paragraph(f"see {broken} here")).body)


@pytest.mark.parametrize(
    "page",
    [b"", b"\xff\xfe\x00", b"<html></html>", latexml.page(""), latexml.page("<math>" * 9)],
    ids=["empty", "no text", "no article", "stub", "unclosed"],
)
def test_pages_without_a_paper(page: bytes) -> None:
    assert parse(page, PAPER) is None


def test_a_page_that_would_take_minutes_is_refused() -> None:
    began = real_time.monotonic()
    with pytest.raises(ArxivAnswerUnusable):
        parse(latexml.page("<div>" * 50_000), PAPER)
    assert real_time.monotonic() - began < 1


@pytest.mark.parametrize("other", ["2501.00001v2", "2501.00007v1", "hep-th/9901001v1"])
def test_the_page_of_another_paper_is_refused(other: str) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        parse(latexml.page(PROSE, other), PAPER)


def test_arxiv_is_asked_once(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.add(SmallPaper("2501.00001", html=latexml.page(PROSE)))
    assert client.html(PAPER) == client.html(PAPER) is not None
    assert arxiv.paths("/html/") == ["/html/2501.00001v1"]


@pytest.mark.parametrize("page", [None, latexml.page("")], ids=["404", "stub"])
def test_that_there_is_none_is_kept_for_a_day(
    client: ArxivClient, arxiv: ArxivServer, tmp_path: Path, page: bytes | None
) -> None:
    arxiv.add(SmallPaper("2501.00001", html=page))
    assert client.html(PAPER) is client.html(PAPER) is None
    assert len(arxiv.paths("/html/")) == 1
    arxiv.add(SmallPaper("2501.00001", html=latexml.page(PROSE)))
    kept = next((tmp_path / "cache" / "html").iterdir())
    os.utime(kept, (0, 0))
    assert client.html(PAPER) is not None


def test_errors_are_told_and_not_kept(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.add(SmallPaper("2501.00001", html=latexml.page(PROSE)))
    arxiv.fail("/html/", Fault.status(403))
    with pytest.raises(ArxivRefused):
        client.html(PAPER)
    arxiv.fail("/html/", Fault.busy("600"))
    with pytest.raises(ArxivBusy):
        client.html(PAPER)


RECORDED = {
    "1706.03762v7": ("1706.03762v7", 24, 140),
    "1707.08043v1": ("1707.08043v1", 5, 450),
    "2012.02201_gen2023-08": ("2012.02201", 9, 180),
}


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_pages_of_three_generations(data_dir: Path, name: str) -> None:
    paper, sections, formulas = RECORDED[name]
    found = parse((data_dir / "html" / f"{name}.html").read_bytes(), ArxivId.parse(paper))
    assert found is not None
    assert len(found.sections) == sections
    runs = (*found.body, *found.captions, *found.tables, *found.footnotes)
    assert sum(isinstance(run, Formula) for run in runs) >= formulas
    assert not any(
        "\n" in run.tex or "%" in run.tex.replace("\\%", "") for run in runs if isinstance(run, Formula)
    )
    assert "arXiv preprint" not in shown(found.body), "the bibliography is not part of the text"


@pytest.mark.parametrize("name", ["1412.6980v9", "2412.19437v2_conversion-timed-out"])
def test_recorded_stubs_and_failures(data_dir: Path, name: str) -> None:
    paper = ArxivId.parse(name.partition("_")[0])
    assert parse((data_dir / "html" / f"{name}.html").read_bytes(), paper) is None


def test_a_recorded_page_is_not_taken_for_another_version(data_dir: Path) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        parse((data_dir / "html" / "1706.03762v7.html").read_bytes(), ArxivId("1706.03762", 5))
