"""A digest over the recorded papers with a model that now and then misbehaves: what stands on the page.

`PAPERGLOSS_DIGEST=1000` takes all of them; some are enough to see that the check works.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_script import answer as scripted
from support.model_server import ModelServer, Request
from support.recorded_papers import recorded_papers
from support.shell import papergloss_here

from .conftest import settings

MOST = int(os.environ.get("PAPERGLOSS_DIGEST", "21"))
REFUSAL = "抱歉，作为一个AI语言模型，我无法提供这篇论文的总结。"
PLACEHOLDER = "[在此填写作者姓名]"
INVENTED = "98.76"
KINDS = [part for kind in ("new", "cross", "replace", "replace-cross") for part in ("--announced", kind)]
SUSPECT = re.compile(
    r"TODO|TBD|XXX|lorem ipsum|placeholder|as an ai|i cannot|i'm sorry|抱歉|语言模型|无法提供|填写|占位"
    r"|\{\{|\}\}|<<<|\[\d+\]\s*$|John Doe|SUMMARY|TAKEAWAYS",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def misbehaving(request: Request, places: dict[str, int]) -> str:
    """A well-formed answer, but for some papers a refusal, a placeholder, a lost line, a made-up number."""
    text = scripted(request.body)
    place = next((n for title, n in places.items() if title in request.prompt), 0) % 7
    summary = text.startswith("SUMMARY")
    lines = text.split("\n")
    if place == 1 and summary:
        return REFUSAL
    if place == 2 and summary:
        return "\n".join([*lines[:-1], f"- result: {PLACEHOLDER} [1]"])
    if place == 3 and summary:
        return "\n".join([*lines, f"- result: 准确率达到 {INVENTED}%。 [1]"])
    if place == 4 and not summary:
        return "\n".join(lines[:-1])
    if place == 5 and not summary:
        return "\n".join([*lines[:-1], f"{lines[-1].partition(' ')[0]} {REFUSAL}"])
    return text


@pytest.fixture(scope="module")
def papers(data_dir: Path) -> dict[str, tuple[str, SmallPaper]]:
    """Some of the recorded papers, spread over all of them."""
    every = recorded_papers(data_dir)
    step = max(1, len(every) // MOST)
    return dict(list(every.items())[::step])


@pytest.fixture(scope="module")
def site(papers: dict[str, tuple[str, SmallPaper]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the day."""
    home, out = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("site")
    places = {paper.title: n for n, (_, paper) in enumerate(papers.values())}
    with ArxivServer() as arxiv, ModelServer(answer=lambda request: misbehaving(request, places)) as model:
        arxiv.announce("cs.AI", *papers.values())
        asked = ("digest", "--category", "cs.AI", "--out", str(out), "--lang", "zh", *KINDS)
        made = papergloss_here(*asked, home=home, PAPERGLOSS_RETRY_SECONDS="0.01", **settings(arxiv, model))
    assert made.returncode in (0, 3), made.stderr
    return out / "cs.AI"


@pytest.fixture
def lines(site: Path) -> dict[str, dict[str, Any]]:
    """What the page's data say of each paper."""
    told = json.loads(next(site.glob("*.json")).read_text("utf-8"))["papers"]
    return {line["metadata"]["arxiv_id"]: line for line in told}


@pytest.fixture
def articles(site: Path) -> dict[str, LexborNode]:
    """What the page shows of each paper."""
    tree = LexborHTMLParser(next(site.glob("*.html")).read_text("utf-8"))
    return {str(node.css_first(".tags b").text()): node for node in tree.css("article")}


def said(claim: LexborNode) -> str:
    """A claim without its mark and its evidence."""
    return claim.text().partition(claim.css_first("details, .unsure").text())[0]


def written(article: LexborNode) -> list[str]:
    """The texts that a model wrote."""
    translated = [node.text() for node in article.css("h3 [lang^=zh], .pairs [lang^=zh]")]
    return translated + [said(claim) for claim in article.css(".summary > li, .takeaways > li")]


def test_ids_titles_authors_and_abstracts_are_arxivs(
    papers: dict[str, tuple[str, SmallPaper]],
    lines: dict[str, dict[str, Any]],
    articles: dict[str, LexborNode],
) -> None:
    assert set(lines) == set(articles) == set(papers)
    for name, (kind, paper) in papers.items():
        line, article = lines[name], articles[name]
        assert line["announced"] == kind
        assert line["metadata"]["title"] == paper.title
        assert tuple(line["metadata"]["authors"]) == paper.authors
        assert line["metadata"]["version"] == paper.versions
        assert article.css_first("p.quiet").text() == ", ".join(paper.authors)
        assert f"abs/{name}v{paper.versions}" in article.css_first(".tags a").attributes["href"]


def test_no_sentence_of_an_abstract_is_dropped(
    papers: dict[str, tuple[str, SmallPaper]],
    lines: dict[str, dict[str, Any]],
    articles: dict[str, LexborNode],
) -> None:
    for name, (_, paper) in papers.items():
        card, article = lines[name]["card"], articles[name]
        translation = card["translation"] if card else None
        if not translation or not translation["sentences"]:
            assert article.css_first(".note") is not None, name
            assert article.css_first("p[lang=en]") is not None, name
            continue
        sentences = translation["sentences"]
        assert " ".join(sentence["source"] for sentence in sentences) == paper.abstract, name
        shown = [node.text().strip() for node in article.css(".pairs p")]
        assert len(shown) == 2 * len(sentences), name
        assert all(shown), name
        kept = [s["state"] for s in sentences].count("kept_original")
        assert sum(text.startswith("保留原文") for text in shown) == kept, name


def test_no_refusal_no_placeholder_and_no_invented_number_goes_unmarked(
    articles: dict[str, LexborNode],
) -> None:
    for name, article in articles.items():
        for text in written(article):
            assert not SUSPECT.search(text), (name, text)
        for claim in article.css(".summary > li, .takeaways > li"):
            mark = claim.css_first("details")
            quotes = "".join(quote.text() for quote in claim.css("blockquote")).replace(",", "")
            missing = [n for n in _NUMBER.findall(said(claim)) if n.replace(",", "") not in quotes]
            if missing:
                assert mark is None or mark.attributes["class"] == "unsure", (name, said(claim))


def test_the_misbehaviour_was_met(lines: dict[str, dict[str, Any]]) -> None:
    text = json.dumps(list(lines.values()), ensure_ascii=False)
    assert INVENTED in text
    assert any(line["state"] != "done" for line in lines.values())
    assert any(s["state"] == "kept_original" for line in lines.values() if line["card"] for s in
               (line["card"]["translation"] or {"sentences": []})["sentences"])  # fmt: skip
