"""“Gloss this page”: a line under each paper of a list, in one batch that outlives the tab."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Locator, Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.axe import violations
from support.browser import Answer, Arxiv, served_arxiv
from support.listing import listing
from support.model_gate import Gate
from support.model_script import pretend
from support.model_server import ModelServer
from support.panel_page import PATIENCE
from support.reader import Reader
from support.serving import PaperGloss

HOSTILE = {
    "content-security-policy": "default-src 'none'; frame-src 'none'; style-src 'none'; script-src 'none'"
}
_lists: dict[str, list[SmallPaper]] = {}
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    served = served_arxiv(site.url)

    def answer(path: str) -> Answer:
        return Answer(listing(_lists[path]), headers=HOSTILE) if path in _lists else served(path)

    return answer


@pytest.fixture
def papers(site: ArxivServer) -> list[SmallPaper]:
    """Papers that nobody has glossed yet."""
    numbers = itertools.islice(_numbers, 6)
    made = [SmallPaper(f"2510.{n:05}", f"On Small Paper Number {n}") for n in numbers]
    site.add(*made)
    return made


@pytest.fixture
def address(papers: list[SmallPaper]) -> str:
    path = f"/list/cs.CL/recent?skip={papers[0].id}"
    _lists[path] = papers
    return f"https://arxiv.org{path}"


@pytest.fixture
def gate(model: ModelServer) -> Gate:
    """The model stops in the middle of each answer until the test opens this."""
    made = Gate()
    model.always(made)
    return made


def begin(page: Page, name: str = "Begin") -> None:
    page.get_by_role("button", name="Gloss this page").click()
    page.get_by_role("button", name=name).click()


def lines(page: Page) -> Locator:
    return page.locator("dd > .papergloss-line")


def test_a_line_under_each_paper(
    reader: Reader, address: str, papers: list[SmallPaper], model: ModelServer
) -> None:
    page = reader.browser.goto(address)
    page.get_by_role("button", name="Gloss this page").click()
    control = page.locator("#papergloss-triage")
    expect(control).to_contain_text("6 papers.")
    assert model.chats == [], "what it takes is said before anything is sent"
    page.get_by_role("button", name="Begin").click()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    expect(control).to_contain_text("6 papers glossed.")
    expect(page.get_by_role("status")).to_have_text("6 papers glossed.")
    assert len(model.chats) == 6
    first = lines(page).first
    expect(first).to_contain_text("93.4%")
    expect(first).to_contain_text("✓")
    expect(first.locator("math")).to_have_count(1)
    assert violations(page, "#papergloss-triage, .papergloss-line") == []
    title = first.get_by_role("button")
    expect(title).to_have_text(pretend(papers[0].title))
    title.click()
    assert reader.browser.panel(page).url.endswith(f"?paper={papers[0].id}")


def test_asking_again_costs_nothing(reader: Reader, address: str, model: ModelServer) -> None:
    page = reader.browser.goto(address)
    begin(page)
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    page.reload()
    expect(lines(page)).to_have_count(6)
    assert len(model.chats) == 6


def test_another_day_lists_other_papers_at_the_same_address(
    reader: Reader, address: str, papers: list[SmallPaper], site: ArxivServer
) -> None:
    page = reader.browser.goto(address)
    begin(page)
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    control = page.locator("#papergloss-triage")
    path = address.removeprefix("https://arxiv.org")
    today = [SmallPaper(f"2510.{next(_numbers):05}", "On Another Paper") for _ in range(2)]
    site.add(*today)
    _lists[path] = today
    page.reload()
    expect(control.get_by_role("button", name="Gloss this page")).to_be_visible()
    expect(control).not_to_contain_text("glossed")
    expect(lines(page)).to_have_count(0)
    _lists[path] = [*papers[:4], *today]
    page.reload()
    expect(lines(page)).to_have_count(4, timeout=PATIENCE)
    control.get_by_role("button", name="Gloss the other 2").click()
    page.get_by_role("button", name="Begin").click()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)


def test_stopped_and_gone_on(reader: Reader, address: str, gate: Gate) -> None:
    page = reader.browser.goto(address)
    begin(page)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#papergloss-triage")).to_contain_text("Stopped: 0 of 6 are done, and stay.")
    gate.open()
    page.get_by_role("button", name="Go on").click()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)


def test_a_closed_tab_is_joined_again(reader: Reader, address: str, gate: Gate) -> None:
    page = reader.browser.goto(address)
    begin(page)
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.close()
    again = reader.browser.goto(address)
    expect(again.get_by_role("progressbar")).to_be_visible()
    gate.open()
    expect(lines(again)).to_have_count(6, timeout=PATIENCE)
    expect(again.get_by_role("button", name="Stop")).to_have_count(0)


def test_a_paper_that_fails_says_so_and_is_tried_again(
    reader: Reader, address: str, papers: list[SmallPaper], model: ModelServer
) -> None:
    scripted = model.answer
    model.answer = lambda request: "" if papers[2].title in request.prompt else scripted(request)
    page = reader.browser.goto(address)
    begin(page)
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    expect(lines(page).filter(has_text="could not be glossed")).to_have_count(1)
    model.answer = scripted
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#papergloss-triage")).to_contain_text("6 papers glossed.", timeout=PATIENCE)
    expect(lines(page).filter(has_text="could not be glossed")).to_have_count(0)


def test_nothing_is_sent_before_the_reader_agrees(
    reader: Reader, address: str, own_backend: PaperGloss, model: ModelServer
) -> None:
    own_backend.start()
    reader.browser.pair(own_backend.link)
    page = reader.browser.goto(address)
    page.get_by_role("button", name="Gloss this page").click()
    agree = page.get_by_role("button", name="Send to 127.0.0.1")
    expect(agree).to_be_visible()
    agree.evaluate("(button) => button.click()")
    page.wait_for_timeout(300)
    assert model.chats == [], "a page's script is not the reader"
    agree.click()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    own_backend.stop()
    page.reload()
    begin_button = page.get_by_role("button", name="Gloss this page")
    begin_button.click()
    expect(page.locator("#papergloss-triage")).to_contain_text("PaperGloss is not running")
    own_backend.start()
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#papergloss-triage")).to_contain_text("6 of them are there already")


def test_without_a_model_the_abstracts_speak(reader: Reader, address: str, own_backend: PaperGloss) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "PAPERGLOSS_MODEL"):
        own_backend.environment[name] = ""
    own_backend.start()
    reader.browser.pair(own_backend.link)
    page = reader.browser.goto(address)
    page.get_by_role("button", name="Gloss this page").click()
    expect(page.locator("#papergloss-triage")).to_contain_text("No model is connected")
    page.get_by_role("button", name="Begin").click()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
    expect(lines(page).first).to_contain_text("holds in 93.4% of cases")
    expect(lines(page).first.get_by_role("button", name="Whole gloss")).to_be_visible()


# The last one, as the driver knows no worker afterwards.
def test_the_worker_between_page_and_network_may_die(reader: Reader, address: str, gate: Gate) -> None:
    page = reader.browser.goto(address)
    reader.browser.stop_worker(page)
    page.get_by_role("button", name="Gloss this page").click()
    reader.browser.stop_worker(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#papergloss-triage progress")).to_be_visible()
    reader.browser.stop_worker(page)
    gate.open()
    expect(lines(page)).to_have_count(6, timeout=PATIENCE)
