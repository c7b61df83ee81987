"""`papergloss digest` on local arXiv feeds: pages, kills, failures, hostile papers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_script import answer as scripted
from support.model_server import ModelServer, Request
from support.pdfs import paper
from support.shell import papergloss_here as papergloss

from .conftest import PAPERS, settings

HOSTILE = '<script>alert(1)</script> </article> {{ 7*7 }} "quoted" $x<y$'


HOSTILE_TEX = (
    r"$\text{<img src=x onerror=alert(1)>}$",
    r"$\href{javascript:alert(1)}{x}$",
    r"$\def\a{\a\a}\a$",
    f"${'{' * 900}x{'}' * 900}$",
    r"$\begin{matrix} 1 & 2 \\ $",
    r"$\frac{1}$ $x^$ $_$ $\$ $\left( x$",
)


def data(out: Path, name: str = "cs.CL") -> list[dict[str, Any]]:
    papers: list[dict[str, Any]] = json.loads((out / name / "2026-11-20.json").read_text("utf-8"))["papers"]
    return papers


def test_a_day_becomes_a_site_that_asks_nobody_for_anything(
    arxiv: ArxivServer, home: Path, tmp_path: Path
) -> None:
    other = SmallPaper("2501.00009", title="From elsewhere")
    old = SmallPaper("2401.00001", title="Older", versions=2)
    arxiv.announce("cs.CL", ("cross", other), ("replace", old), *[("new", paper) for paper in PAPERS[:2]])
    out = tmp_path / "site"
    kinds = [part for kind in ("new", "cross", "replace") for part in ("--announced", kind)]
    with ModelServer() as model:
        result = papergloss(
            "digest", "--category", "cs.CL", "--out", str(out), *kinds, home=home, **settings(arxiv, model)
        )
    assert result.returncode == 0, result.stderr
    assert "4 papers, 4 of them to gloss" in result.stderr
    page = out / "cs.CL" / "2026-11-20.html"
    assert result.stdout.strip() == str(page)
    tree = LexborHTMLParser(page.read_text("utf-8"))
    assert [node.id for node in tree.css("h2, article")] == [
        "new", "2501.00001v1", "2501.00002v1", "cross", "2501.00009v1", "replaced", "2401.00001v2",
    ]  # fmt: skip
    assert "scripted" in tree.css_first("header").text()
    assert "仅供筛选" in tree.css_first("header").text()
    pairs = tree.css_first("article .pairs").css("p")
    assert len(pairs) == 2 * len(data(out)[0]["card"]["translation"]["sentences"])
    assert pairs[0].text() == "We show that x<y holds in 93.4% of cases."
    assert tree.css("article ol li summary")
    loaded = [node.attributes.get("src") or node.attributes.get("href") for node in tree.css("[src], link")]
    assert loaded == ["../digest.css", "../feed.xml"]
    feed = fromstring((out / "feed.xml").read_text("utf-8"))
    assert feed.findtext("{*}entry/{*}title") == "cs.CL 2026-11-20"
    index = LexborHTMLParser((out / "index.html").read_text("utf-8"))
    assert [a.attributes["href"] for a in index.css("main a")] == ["cs.CL/2026-11-20.html"]
    assert len(json.loads((out / "search-index.js").read_text("utf-8")[len("const PAPERS = ") : -2])) == 4
    assert not arxiv.paths("/pdf/")


def test_a_paper_that_fails_is_listed_with_its_metadata_and_nothing_else(
    arxiv: ArxivServer, home: Path, tmp_path: Path
) -> None:
    def answer(request: Request) -> str:
        return "" if "Paper number 2" in request.prompt else scripted(request.body)

    out = tmp_path / "site"
    with ModelServer(answer=answer) as model:
        result = papergloss(
            "digest", "--category", "cs.CL", "--max", "2", "--out", str(out),
            home=home, PAPERGLOSS_RETRY_SECONDS="0.01", **settings(arxiv, model),
        )  # fmt: skip
    assert result.returncode == 3, result.stderr
    states = {paper["metadata"]["title"]: paper["state"] for paper in data(out)}
    assert states["Paper number 1"] == "done"
    assert states["Paper number 2"] in ("partial", "failed")
    article = LexborHTMLParser((out / "cs.CL" / "2026-11-20.html").read_text("utf-8")).css("article")[1]
    assert "Paper number 2" in article.text()
    assert "Ada First" in article.text()
    assert article.css_first(".note") is not None
    assert not article.css("ol")


def test_nothing_that_a_paper_says_becomes_markup(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    abstract = f"{HOSTILE} is shown. {' '.join(HOSTILE_TEX)}"
    paper = SmallPaper("2501.00007", title=HOSTILE, abstract=abstract, authors=(HOSTILE, "B C"))
    arxiv.announce("cs.CL", ("new", paper))
    out = tmp_path / "site"
    result = papergloss("digest", "--category", "cs.CL", "--out", str(out), home=home, **settings(arxiv))
    assert result.returncode == 0, result.stderr
    for name in ("cs.CL/2026-11-20.html", "index.html"):
        tree = LexborHTMLParser((out / name).read_text("utf-8"))
        assert all(script.attributes.get("src") for script in tree.css("script"))
        assert not tree.css("img, iframe, [onerror], [onclick], math a, math [href], [href^=javascript]")
    article = LexborHTMLParser((out / "cs.CL/2026-11-20.html").read_text("utf-8")).css_first("article")
    assert HOSTILE.replace("$", "") in article.css_first("h3").text()
    assert article.css_first("h3 math") is not None
    kept = " ".join(node.text() for node in article.css("code.tex"))
    assert r"\href{javascript:alert(1)}{x}" in kept
    assert r"\def\a{\a\a}\a" in kept
    assert "<" not in (out / "search-index.js").read_text("utf-8")
    assert HOSTILE in (
        fromstring((out / "feed.xml").read_text("utf-8")).findtext("{*}entry/{*}content") or ""
    )


def test_days_are_added_to_the_same_folder(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    arxiv.announce("cs.LG", ("new", PAPERS[0]))
    arxiv.announce("hep-lat")
    out = tmp_path / "site"
    for category in ("cs.CL", "cs.LG", "hep-lat", "cs.CL"):
        result = papergloss(
            "digest", "--category", category, "--max", "1", "--out", str(out), home=home, **settings(arxiv)
        )
        assert result.returncode == 0, result.stderr
    days = json.loads((out / "days.json").read_text("utf-8"))
    assert sorted((day["topic"], len(day["papers"])) for day in days) == [
        ("cs.CL", 1),
        ("cs.LG", 1),
        ("hep-lat", 0),
    ]


def test_only_what_the_reader_wants(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    wanted = SmallPaper("2501.00020", title="Diffusion for all", authors=("Cy Third",))
    near = SmallPaper("2501.00021", title="Diffusionless", authors=("Cy Third",))
    other = SmallPaper("2501.00022", title="Diffusion again", authors=("Ada First",))
    arxiv.announce("cs.CV", *[("new", paper) for paper in (wanted, near, other)])
    out = tmp_path / "site"
    filters = ("--keywords", "GAN, diffusion", "--authors", "third", "--topic", "my diffusion/..")
    result = papergloss(
        "digest", "--category", "cs.CV", *filters, "--out", str(out), home=home, **settings(arxiv)
    )
    assert result.returncode == 0, result.stderr
    assert [paper["metadata"]["title"] for paper in data(out, "my-diffusion")] == ["Diffusion for all"]


def test_an_authors_papers_and_their_markdown(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    arxiv.announce("cs.CV", ("new", SmallPaper("2501.00030", title="# <b>Mine</b>", authors=("Cy Third",))))
    out = tmp_path / "site"
    result = papergloss("digest", "--author", "Cy Third", "--out", str(out), home=home, **settings(arxiv))
    assert result.returncode == 0, result.stderr
    page = Path(result.stdout.strip())
    assert page.parent == out / "Cy-Third"
    assert [node.id for node in LexborHTMLParser(page.read_text("utf-8")).css("article")] == ["2501.00030v1"]
    text = page.with_suffix(".md").read_text("utf-8")
    assert text.startswith(
        f'---\ntitle: "Cy-Third {page.stem}"\ndate: {page.stem}\ntags: ["Cy-Third"]\n---\n'
    )
    assert "\n## \\# \\<b\\>Mine" in text
    assert sum("/api/" in path for path in arxiv.paths()) == 1


def test_a_querys_papers(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    asked = ("digest", "--out", str(tmp_path / "site"), "--topic", "agents", "--query")
    result = papergloss(*asked, "ti:number 4", home=home, **settings(arxiv))
    assert result.returncode == 0, result.stderr
    page = Path(result.stdout.strip())
    assert page.parent.name == "agents"
    assert [node.id for node in LexborHTMLParser(page.read_text("utf-8")).css("article")] == ["2501.00004v1"]
    result = papergloss(*asked, "ti:nothing has this", home=home, **settings(arxiv))
    assert "No papers." in result.stderr
    assert "当天没有符合条件的论文" in page.read_text("utf-8")


def test_whole_papers_cite_pages_and_show_figures(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    arxiv.announce("cs.CL", ("new", SmallPaper("2501.00001", title="Reading in the Margin", pdf=paper())))
    out = tmp_path / "site"
    with ModelServer() as model:
        asked = ("digest", "--category", "cs.CL", "--whole", "--out", str(out))
        result = papergloss(*asked, home=home, **settings(arxiv, model))
    assert result.returncode == 0, result.stderr
    page = out / "cs.CL" / "2026-11-20.html"
    article = LexborHTMLParser(page.read_text("utf-8")).css_first("article")
    marks = [mark.text() for mark in article.css("li > details > summary")]
    assert any(re.search(r"第 [123] 页", mark) for mark in marks), marks
    pictures = [str(image.attributes["src"]) for image in article.css("figure img")]
    assert len(pictures) == 2
    assert all((page.parent / picture).read_bytes().startswith(b"RIFF") for picture in pictures)
    assert "已读 3 页中的 3 页" in article.css_first(".made").text()
    assert len(arxiv.paths("/pdf/")) == 1


def test_earlier_days_become_a_page_each(arxiv: ArxivServer, home: Path, tmp_path: Path) -> None:
    for n, day in ((1, 16), (2, 18), (3, 18)):
        submitted = f"{'Fri, 13' if day == 16 else 'Mon, 16'} Nov 2026 {17 if day == 16 else 21}:00:00 GMT"
        arxiv.oai.record("cs:cs:CL", f"2026-11-{day}", PAPERS[n], submitted)
    out = tmp_path / "site"
    asked = ("digest", "--category", "cs.CL", "--out", str(out), "--since", "2026-11-14")
    result = papergloss(*asked, home=home, **settings(arxiv))
    assert result.returncode == 0, result.stderr
    days = json.loads((out / "days.json").read_text("utf-8"))
    assert [(day["date"], [paper["title"] for paper in day["papers"]]) for day in days] == [
        ("2026-11-18", ["Paper number 3", "Paper number 4"]),
        ("2026-11-16", ["Paper number 2"]),
    ]
    asked = ("digest", "--category", "cs.CL", "--out", str(out), "--date", "2026-11-19")
    assert papergloss(*asked, home=home, **settings(arxiv)).returncode == 0
    page = (out / "cs.CL" / "2026-11-19.html").read_text("utf-8")
    assert "当天没有符合条件的论文" in page


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("--category", "cs.CV", "--author", "X"),
        ("--category", "../x"),
        ("--author", "X", "--date", "2026-11-18"),
        ("--category", "cs.CV", "--date", "2099-01-01"),
    ],
)
def test_exactly_one_source_is_asked_for(given: tuple[str, ...], arxiv: ArxivServer, home: Path) -> None:
    result = papergloss("digest", *given, "--out", "x", home=home, **settings(arxiv))
    assert result.returncode == 2
    assert not arxiv.requests


def test_at_the_cap_the_page_has_what_there_is_and_says_why(
    arxiv: ArxivServer, home: Path, tmp_path: Path
) -> None:
    home.mkdir()
    (home / "config.toml").write_text(
        '[[models]]\nmatch = "scripted"\nprice_in = 10.0\nprice_out = 10.0\ncurrency = "USD"\n'
        "context_tokens = 32000\n",
        "utf-8",
    )
    out = tmp_path / "site"
    asked = ("digest", "--category", "cs.CL", "--out", str(out), "--max")
    with ModelServer() as model:
        around = settings(arxiv, model)
        assert papergloss(*asked, "1", home=home, **around).returncode == 0
        result = papergloss(*asked, "2", home=home, PAPERGLOSS_MONTHLY_CAP="0.02", **around)
        assert result.returncode == 3, result.stderr
        assert "0.01 left of this month's cap" in " ".join(result.stderr.split())
        assert [paper["state"] for paper in data(out)] == ["done", "failed"]
        article = LexborHTMLParser((out / "cs.CL" / "2026-11-20.html").read_text("utf-8")).css("article")[1]
        assert "Paper number 2" in article.text()
        assert data(out)[1]["problem"]["type"] == "cap-reached"
        assert papergloss(*asked, "2", home=home, PAPERGLOSS_MONTHLY_CAP="50", **around).returncode == 0
        assert [paper["state"] for paper in data(out)] == ["done", "done"]
        prompts = [request.prompt for request in model.chats]
        assert len(prompts) == len(set(prompts)) == 4, "something was paid twice"
