"""What a reader does first, written once and run in Chromium and in Firefox.

docs/browsers.md says where the browsers and their drivers differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.axe import load_axe, violations_in
from support.browser import Answer, Arxiv, served_arxiv
from support.glossed import CARD_IS_WHOLE, Glossed, connect, press
from support.latexml import math, paragraph
from support.latexml import page as html_paper
from support.listing import listing
from support.model_gate import Gate
from support.model_server import ModelServer
from support.pdfs import paper as small_paper_pdf
from support.serving import PaperGloss
from support.two_browsers import Driver, InChromium, Tab

TITLE = "Reading Papers in the Margin"
PAPER = SmallPaper("2507.00001", TITLE, pdf=small_paper_pdf())
LISTED, ALSO_LISTED = (
    [SmallPaper(f"2507.{number:05}", f"On Small Paper Number {number}") for number in range(first, first + 6)]
    for first in (10, 20)
)
AT_ONCE = [
    SmallPaper(f"2507.{number:05}", f"On Margin Number {number}", pdf=small_paper_pdf())
    for number in range(30, 38)
]
HTML = html_paper(paragraph(f"Our reader takes {math('O(n^{2})')} steps and reaches 28.4 points."), PAPER.id)

HEADINGS = "[...document.querySelectorAll('.section-head h2')].map((head) => head.textContent).join()"
ALL_IS_DRAWN = f"{CARD_IS_WHOLE} && document.querySelector('.questions .ask') !== null"
NEAR = 150
MIDDLE = """((main) => {
    main.scrollTo(0, Math.round((main.scrollHeight - main.clientHeight) / 2));
    return main.scrollTop;
})(document.querySelector("main"))"""
SELECTED = {
    "task": "translate",
    "text": "It holds in 93.4% of cases.",
    "before": "",
    "after": "",
    "title": TITLE,
    "paper": PAPER.id,
}
PAGES = {
    "panel": (f"panel/panel.html?paper={PAPER.id}", ".marks"),
    "bubble": (f"panel/panel.html?selection#{quote(json.dumps(SELECTED))}", ".bubble-foot"),
    "library": ("library/library.html", ".line-open"),
    "options": ("options/options.html", "#clients li"),
    "welcome": ("welcome/welcome.html", ".step-done + .step-done"),
    "popup": ("popup/popup.html", ".standing-ready"),
    "today": ("today/today.html", "h1, h2"),
}
"""Each page of the extension, and what is there when it has been drawn."""
SELECT = """(() => {
    getSelection().selectAllChildren(document.querySelector(".ltx_p"));
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
})()"""


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    site.add(PAPER, *LISTED, *ALSO_LISTED, *AT_ONCE)
    served = served_arxiv(site.url)
    own = {
        f"/html/{PAPER.id}v1": Answer(HTML),
        "/list/cs.CL/recent": Answer(listing(LISTED)),
        "/list/math.NT/recent": Answer(listing(ALSO_LISTED)),
        f"/format/{PAPER.id}": Answer(b"<h1>Formats</h1>"),
        f"/pdf/{PAPER.id}": Answer(PAPER.pdf or b"", content_type="application/pdf"),
    }
    return lambda path: own[path] if path in own else served(path)


@pytest.fixture(scope="module")
def backend(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory, driver: Driver
) -> Iterator[PaperGloss]:
    """The backend that this browser is to be connected with."""
    with PaperGloss(tmp_path_factory.mktemp("papergloss"), environment) as process:
        yield process


@pytest.fixture(scope="module")
def glossed(driver: Driver, backend: PaperGloss, model_server: ModelServer) -> Glossed:
    model_server.requests.clear()
    connect(driver, backend)
    page = driver.goto(f"https://arxiv.org/abs/{PAPER.id}")
    panel = press(page, PAPER.id)
    panel.expect("document.querySelector('.facts') !== null")
    asked = len(model_server.chats)
    panel.press(".notice .button-main")
    panel.expect(CARD_IS_WHOLE)
    driver.close(page)
    return Glossed(driver, backend, PAPER.id, asked)


def says(panel: Tab, title: str) -> None:
    panel.expect(f"document.querySelector('.notice h1')?.textContent === {title!r}")


def test_from_the_link_to_the_card(glossed: Glossed) -> None:
    page, panel = glossed.open()
    assert glossed.asked_before_consent == 0
    assert panel.run("document.querySelector('.title-original').textContent") == TITLE
    assert panel.run("document.querySelector('.authors').textContent").startswith(PAPER.authors[0])
    assert panel.run("document.querySelectorAll('.takeaways > li').length") >= 3
    assert panel.run("document.querySelectorAll('.problem').length") == 0
    glossed.driver.close(page)


def test_evidence_and_pictures(glossed: Glossed) -> None:
    page, panel = glossed.open()
    panel.press(".takeaways button.cite")
    panel.expect("document.querySelector('.evidence blockquote')?.textContent.length > 20")
    panel.press(".passage-foot button")
    panel.expect("document.querySelector('.page-crop img')?.naturalWidth > 0")
    panel.run("document.querySelector('.figure').scrollIntoView()")
    panel.expect("document.querySelector('.figure img')?.naturalWidth > 0")
    glossed.driver.close(page)


def test_escape_closes_and_gives_the_focus_back(glossed: Glossed) -> None:
    page, panel = glossed.open()
    panel.press("h1")
    panel.key("Escape")
    page.expect("document.getElementById('papergloss-overlay') === null")
    assert page.run("document.activeElement.closest('#papergloss-button') !== null")
    glossed.driver.close(page)


def test_the_toolbar_button_opens_and_closes(glossed: Glossed) -> None:
    page = glossed.driver.goto(f"https://arxiv.org/abs/{PAPER.id}")
    page.expect("document.getElementById('papergloss-button') !== null")
    glossed.driver.press_toolbar_button(page)
    page.child("panel/panel.html").expect(CARD_IS_WHOLE)
    glossed.driver.press_toolbar_button(page)
    page.expect("document.getElementById('papergloss-overlay') === null")
    glossed.driver.close(page)


def test_where_no_script_of_ours_runs_it_opens_a_tab(glossed: Glossed) -> None:
    page = glossed.driver.goto(f"https://arxiv.org/format/{PAPER.id}")
    glossed.driver.press_toolbar_button(page)
    panel = glossed.driver.tab(f"panel/panel.html?paper={PAPER.id}")
    panel.expect(CARD_IS_WHOLE)
    glossed.driver.close(page, panel)


def test_over_a_pdf(glossed: Glossed) -> None:
    """Chrome's viewer holds the overlay; Firefox's allows no script of ours, so a tab opens."""
    page = glossed.driver.goto(f"https://arxiv.org/pdf/{PAPER.id}")
    glossed.driver.press_toolbar_button(page)
    if isinstance(glossed.driver, InChromium):
        page.child("panel/panel.html").expect(CARD_IS_WHOLE)
    else:
        panel = glossed.driver.tab(f"panel/panel.html?paper={PAPER.id}")
        panel.expect(CARD_IS_WHOLE)
        glossed.driver.close(panel)
    glossed.driver.close(page)


def test_the_library_finds_it(glossed: Glossed) -> None:
    library = glossed.driver.goto(glossed.driver.url("library/library.html"))
    library.press(".line-open")
    library.expect(f"document.querySelector('.detail')?.textContent.includes({TITLE!r})")
    library.press("[type=search]")
    for key in "margin":
        library.key(key)
    library.expect("document.querySelector('.line-title mark') !== null")
    glossed.driver.close(library)


def test_settings_reach_the_other_pages(glossed: Glossed) -> None:
    page, panel = glossed.open()
    options = glossed.driver.goto(glossed.driver.url("options/options.html"))
    options.expect("document.querySelector('#provider')?.textContent.includes('OPENAI_BASE_URL')")
    for theme in ("dark", "light"):
        options.run(
            f"""(() => {{
                const [, select] = document.querySelectorAll("#reading select");
                select.value = "{theme}";
                select.dispatchEvent(new Event("change", {{ bubbles: true }}));
            }})()"""
        )
        panel.expect(f"document.documentElement.dataset.theme === '{theme}'")
    glossed.driver.close(options, page)


def test_welcome_and_overview_know_the_backend(glossed: Glossed) -> None:
    welcome = glossed.driver.goto(glossed.driver.url("welcome/welcome.html"))
    welcome.expect("document.querySelectorAll('.step-done').length >= 2")
    overview = glossed.driver.goto(glossed.driver.url("popup/popup.html"))
    overview.expect("document.querySelector('.standing-ready')?.textContent === 'scripted'")
    overview.expect(f"document.body.textContent.includes({TITLE!r})")
    glossed.driver.close(welcome, overview)


def test_a_selection_is_translated_beside_it(glossed: Glossed, model: ModelServer) -> None:
    page = glossed.driver.goto(f"https://arxiv.org/html/{PAPER.id}v1")
    page.run(SELECT)
    button = "document.querySelector('#papergloss-selection-button')?.shadowRoot.querySelector('button')"
    page.expect(f"{button} !== undefined")
    assert model.chats == []
    page.run(f"{button}.click()")
    shown = page.child("panel/panel.html?selection")
    shown.expect("document.querySelector('.bubble-foot') !== null")
    assert "28.4" in shown.run("document.querySelector('.said').textContent")
    shown.expect("document.querySelectorAll('.said math').length === 1")
    assert "$O(n^{2})$" in model.chats[-1].prompt
    glossed.driver.close(page)


def test_a_list_is_glossed_in_place(glossed: Glossed, model: ModelServer) -> None:
    page = glossed.driver.goto("https://arxiv.org/list/cs.CL/recent")
    page.press("#papergloss-triage a")
    page.press("#papergloss-triage div button")
    page.expect("document.querySelectorAll('dd > .papergloss-line').length === 6")
    assert page.run("document.querySelector('.papergloss-line math') !== null")
    glossed.driver.close(page)


def test_the_way_back_and_forth_finds_each_card_where_it_was(glossed: Glossed) -> None:
    page, panel = glossed.open()
    panel.expect(ALL_IS_DRAWN)
    order = panel.run(HEADINGS)
    first = scrolled(page, panel)
    page.run(f"location.assign('/abs/{LISTED[3].id}')")
    page.expect(f"location.pathname === '/abs/{LISTED[3].id}'")
    panel = press(page, LISTED[3].id)
    panel.expect(ALL_IS_DRAWN)
    second = scrolled(page, panel)
    for by, paper, top in ((-1, PAPER, first), (1, LISTED[3], second)):
        page.step(by)
        page.expect(f"location.pathname === '/abs/{paper.id}'")
        panel = page.child(f"panel/panel.html?paper={paper.id}")
        panel.expect(f"{ALL_IS_DRAWN} && Math.abs(document.querySelector('main').scrollTop - {top}) < {NEAR}")
        if paper is PAPER:
            panel.expect(f"{HEADINGS} === {order!r}")
    glossed.driver.close(page)


def scrolled(page: Tab, panel: Tab) -> int:
    """Scrolls to the middle of a card, and waits until the page has noted it; how far that is.

    Pictures above it may still come, and move it by a little.
    """
    panel.run(MIDDLE)
    top = int(page.expect("history.state?.papergloss?.top"))
    panel.expect(f"Math.abs(document.querySelector('main').scrollTop - {top}) < {NEAR}")
    return top


def test_none_of_eight_streams_starves(glossed: Glossed, model: ModelServer) -> None:
    """Browsers give one host six connections."""
    gate = Gate()
    model.always(gate)
    pages = [glossed.driver.goto_beside(f"https://arxiv.org/abs/{paper.id}") for paper in AT_ONCE]
    panels = [press(page, paper.id) for page, paper in zip(pages, AT_ONCE, strict=True)]
    for panel in panels:
        assert panel.run("document.visibilityState") == "visible"
        panel.expect("document.querySelector('.summary')?.textContent.includes('。')")
    # All are still running: a call of another kind must get through as well.
    listed = glossed.driver.goto_beside(glossed.driver.url("panel/panel.html?view=library"))
    listed.expect("document.querySelectorAll('.queue-paper').length === 8")
    gate.open()
    for panel in panels:
        panel.expect(CARD_IS_WHOLE)
        assert panel.run("document.querySelectorAll('.problem').length") == 0
    glossed.driver.close(listed, *pages)


@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_read_it_light_and_dark(glossed: Glossed, name: str) -> None:
    path, there = PAGES[name]
    page = glossed.driver.goto(glossed.driver.url(path))
    page.expect(f"document.querySelector({there!r}) !== null")
    load_axe(page)
    for theme in ("light", "dark"):
        page.run(f"chrome.storage.local.set({{ theme: '{theme}' }}).then(() => true)")
        page.expect(f"document.documentElement.dataset.theme === '{theme}'")
        assert violations_in(page) == []
    glossed.driver.close(page)


# After it the driver knows no worker, so the toolbar button is out of its reach.
def test_the_background_may_end_at_every_step(glossed: Glossed) -> None:
    page = glossed.driver.goto(f"https://arxiv.org/abs/{LISTED[2].id}")
    page.expect("document.getElementById('papergloss-button') !== null")
    glossed.driver.stop_background(page)
    page.press("#papergloss-button a")
    panel = page.child("panel/panel.html")
    glossed.driver.stop_background(page)
    panel.expect(CARD_IS_WHOLE)
    glossed.driver.stop_background(page)
    panel.press("h1")
    panel.key("Escape")
    page.expect("document.getElementById('papergloss-overlay') === null")
    listed = glossed.driver.goto("https://arxiv.org/list/math.NT/recent")
    listed.expect("document.querySelector('#papergloss-triage a') !== null")
    glossed.driver.stop_background(listed)
    listed.press("#papergloss-triage a")
    listed.press("#papergloss-triage div button")
    glossed.driver.stop_background(listed)
    listed.expect("document.querySelectorAll('dd > .papergloss-line').length === 6")
    glossed.driver.close(page, listed)


# The last one: it ends with a backend that does not know the browser.
def test_a_backend_that_is_off_comes_back_and_one_that_forgot_says_so(glossed: Glossed) -> None:
    glossed.backend.stop()
    page = glossed.driver.goto(glossed.driver.url(f"panel/panel.html?paper={LISTED[0].id}"))
    says(page, "PaperGloss is not running")
    glossed.backend.start()
    page.expect(CARD_IS_WHOLE)
    forgotten = '{ base: "' + glossed.backend.base + '", token: "forgotten" }'
    page.run(f"chrome.storage.local.set({{ paired: {forgotten} }}).then(() => true)")
    again = glossed.driver.goto(glossed.driver.url(f"panel/panel.html?paper={LISTED[1].id}"))
    says(again, "This browser is not connected yet")
    connect(glossed.driver, glossed.backend)
    again.expect(CARD_IS_WHOLE)
    glossed.driver.close(page, again)
