"""Nothing is lost: whatever ends in the middle, the same gloss goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import Exchange, ModelServer, Request
from support.panel_page import PanelPage
from support.reader import Reader, connect
from support.serving import PaperGloss


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.fixture
def gate(model: ModelServer) -> Gate:
    """The model stops in the middle of each answer until the test opens this."""
    made = Gate()
    model.always(made)
    return made


def is_summary(request: Request) -> bool:
    return "TAKEAWAYS" in request.prompt


def test_a_tab_closed_in_mid_stream_loses_nothing(
    reader: Reader, model: ModelServer, gate: Gate, paper: SmallPaper
) -> None:
    panel = reader.open(paper.id)
    expect(panel.summary).to_contain_text("。")
    half = (panel.summary.text_content() or "").rstrip("。… ")
    panel.page.close()

    again = reader.open(paper.id)
    expect(again.summary).to_contain_text(half)
    gate.open()
    again.finished()
    assert len(model.chats) == 3


def test_a_finished_card_opens_at_once_and_asks_no_model(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    first = reader.open(paper.id)
    first.finished()
    summary = first.summary.inner_text()
    first.page.close()
    asked = len(model.requests)

    again = reader.open(paper.id)
    again.finished()
    expect(again.summary).to_have_text(summary, use_inner_text=True)
    assert len(model.requests) == asked


def test_a_killed_backend_finishes_the_same_job_after_its_restart(
    chromium: Chromium, own_backend: PaperGloss, gate: Gate, paper: SmallPaper
) -> None:
    own_backend.start()
    reader = connect(chromium, own_backend)
    panel = reader.open(paper.id)
    expect(panel.summary).to_contain_text("。")
    (job,) = own_backend.call("GET", "/jobs", reader.token).json()["jobs"]

    own_backend.kill()
    expect(panel.banner).to_contain_text("The connection is broken")
    gate.open()
    own_backend.start()
    panel.finished()
    expect(panel.banner).to_have_count(0)
    expect(panel.problems).to_have_count(0)
    (same,) = own_backend.call("GET", "/jobs", reader.token).json()["jobs"]
    assert (same["id"], same["state"]) == (job["id"], "done")
    panel.open_list()
    expect(panel.saved).to_have_count(1)
    reader.close_tabs()


def test_stop_ends_the_answer_and_start_again_makes_the_card(
    reader: Reader, model: ModelServer, gate: Gate, paper: SmallPaper
) -> None:
    panel = reader.open(paper.id)
    expect(panel.summary).to_contain_text("。")
    panel.button("Stop").click()
    expect(panel.banner).to_contain_text("Stopped. What was finished stays.")
    assert all(request.gone.wait(10) for request in model.chats)
    gate.open()
    panel.button("Start again").click()
    panel.finished()


def test_a_failed_stage_is_tried_again_alone(reader: Reader, model: ModelServer, paper: SmallPaper) -> None:
    def refuse_summaries(exchange: Exchange) -> None:
        if is_summary(exchange.request):
            status(401)(exchange)
        else:
            exchange.say(model.answer(exchange.request))

    model.always(refuse_summaries)
    panel = reader.open(paper.id)
    summary = panel.section("Summary")
    expect(summary.locator(".problem")).to_contain_text("The provider rejected the key.")
    expect(panel.problems).to_have_count(1)
    expect(panel.translations).to_have_count(2)

    model.always(None)
    summary.get_by_role("button", name="Try again").click()
    expect(panel.summary).to_contain_text("。")
    panel.finished()
    expect(panel.problems).to_have_count(0)
    assert [is_summary(request) for request in model.chats].count(False) == 2


# The last one, as the driver knows no worker afterwards.
def test_the_worker_may_die_at_every_step(
    chromium: Chromium, reader: Reader, gate: Gate, paper: SmallPaper
) -> None:
    page = chromium.goto(f"https://arxiv.org/abs/{paper.id}")
    button = page.get_by_role("button", name="PaperGloss")
    chromium.stop_worker(page)
    button.click()
    panel = PanelPage(chromium.panel(page))
    chromium.stop_worker(page)
    expect(panel.summary).to_contain_text("。")
    half = panel.summary.inner_text()
    chromium.stop_worker(page)
    gate.open()
    panel.finished()
    assert len(panel.summary.inner_text()) > len(half)
    chromium.stop_worker(page)
    panel.marks.first.click()
    panel.button("Show on page").first.click()
    expect(panel.frame.locator(".page-crop img").first).to_be_visible()
    chromium.stop_worker(page)
    panel.frame.locator("h1").press("Escape")
    expect(page.locator("#papergloss-overlay")).to_have_count(0)
    chromium.stop_worker(page)
    button.click()
    PanelPage(chromium.panel(page)).finished()
