"""Every page of the extension: 200 % zoom, right to left, and the keyboard alone.

What axe-core says of each, in both themes, is asked in both browsers: see test_both_browsers.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.keyboard import overflow, unreached
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PanelPage
from support.pdfs import paper as small_paper_pdf
from support.reader import Reader

PAPER = SmallPaper("2506.00001", "Reading Papers in the Margin", pdf=small_paper_pdf())
WIDE = {"width": 1280, "height": 900}
ZOOMED = {"width": 640, "height": 450}
"""What is left of WIDE at 200 %."""


SELECTED = {
    "task": "translate",
    "text": "It holds in 93.4% of cases.",
    "before": "",
    "after": "",
    "title": PAPER.title,
    "paper": PAPER.id,
}

LISTEN = """() => {
    window.said = [];
    const hear = () => {
        const statuses = [...document.querySelectorAll("[role=status]")];
        const text = statuses.map((status) => status.textContent).join(" ").trim();
        if (text && text !== window.said.at(-1)) window.said.push(text);
    };
    const all = { subtree: true, childList: true, characterData: true };
    new MutationObserver(hear).observe(document, all);
}"""


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    site.add(PAPER)
    return served_arxiv(site.url)


def panel(reader: Reader) -> Page:
    opened = reader.panel_tab(f"paper={PAPER.id}")
    opened.finished()
    expect(opened.frame.locator(".marks")).to_be_visible()
    return opened.page


def page(path: str, there: str) -> Callable[[Reader], Page]:
    def opened(reader: Reader) -> Page:
        tab = reader.browser.goto(reader.browser.url(path))
        expect(tab.locator(there).first).to_be_visible()
        return tab

    return opened


PAGES: dict[str, Callable[[Reader], Page]] = {
    "panel": panel,
    "bubble": page(f"panel/panel.html?selection#{quote(json.dumps(SELECTED))}", ".bubble-foot"),
    "library": page("library/library.html", ".line-open"),
    "options": page("options/options.html", "#clients li"),
    "welcome": page("welcome/welcome.html", ".step-done + .step-done"),
    "popup": page("popup/popup.html", ".standing-ready"),
    "today": page("today/today.html", "h1, h2"),
}


@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_use_it(reader: Reader, name: str) -> None:
    panel(reader).close()
    tab = PAGES[name](reader)
    assert unreached(tab) == []
    for direction in ("ltr", "rtl"):
        tab.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        for size in (WIDE, ZOOMED):
            tab.set_viewport_size(size)
            assert overflow(tab) == 0, (direction, size)


def test_the_overlay_fits_a_page_at_twice_its_size(reader: Reader) -> None:
    opened = reader.open(PAPER.id)
    opened.finished()
    opened.page.set_viewport_size(ZOOMED)
    box = opened.page.locator("#papergloss-overlay").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= ZOOMED["width"]
    assert overflow(opened.frame) == 0


def test_a_card_in_arabic_runs_from_right_to_left(reader: Reader) -> None:
    reader.browser.write_settings(lang="ar")
    opened = PanelPage(panel(reader))
    for part in (opened.title, opened.summary, opened.translations.first):
        expect(part).to_have_css("direction", "rtl")
    expect(opened.original_title).to_have_css("direction", "ltr")
    assert opened.violations() == []


def test_stages_are_announced_without_chatter(reader: Reader, model: ModelServer, paper: SmallPaper) -> None:
    gate = Gate()
    model.always(gate)
    opened = reader.open(paper.id)
    opened.frame.evaluate(LISTEN)
    gate.open()
    opened.finished()
    said = opened.frame.evaluate("() => window.said")
    assert 1 <= len(said) <= 10, said
    assert not [text for text in said if "。" in text]


def test_what_keys_miss_and_what_is_too_wide_would_be_noticed(reader: Reader) -> None:
    tab = PAGES["popup"](reader)
    tab.evaluate(
        """() => {
            const unseen = Object.assign(document.createElement("button"), { textContent: "unseen" });
            unseen.style.outline = unseen.style.boxShadow = "none";
            const trapped = Object.assign(document.createElement("button"), { textContent: "trapped" });
            trapped.addEventListener("focus", () => trapped.blur());
            const wide = document.createElement("div");
            wide.style.width = "2000px";
            wide.textContent = "wide";
            document.body.append(unseen, trapped, wide);
        }"""
    )
    assert [html.count("unseen") + html.count("trapped") for html in unreached(tab)] == [1, 1]
    assert overflow(tab) > 500
