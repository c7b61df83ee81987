"""What the panel says when there is no card to show, and that it goes on by itself when there can be one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_faults import status
from support.model_server import ModelServer
from support.other_version import backend_of_version
from support.panel_page import PATIENCE
from support.reader import Reader, connect
from support.serving import PaperGloss


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def test_from_the_printed_link_to_the_first_card(
    chromium: Chromium, reader: Reader, own_backend: PaperGloss, model: ModelServer, paper: SmallPaper
) -> None:
    """No typing: the link, one yes to the backend, one yes to the provider."""
    chromium.write_settings(paired=None)
    panel = reader.open(paper.id)
    expect(panel.notice).to_have_text("This browser is not connected yet")
    expect(panel.command).to_have_text("papergloss pair --open")

    own_backend.start()
    question = chromium.offer(own_backend.link)
    expect(question.locator("h1")).to_have_text(f"Connect to PaperGloss at 127.0.0.1:{own_backend.port}?")
    question.get_by_role("button", name="Connect").click()
    expect(question.locator("h1")).to_have_text("Connected")

    expect(panel.notice).to_have_text("The model runs on this machine")
    facts = panel.frame.locator(".facts")
    expect(facts).to_contain_text("The paper’s title, abstract and full text")
    expect(facts).to_contain_text(model.base_url.split("/")[2])
    expect(facts).to_contain_text("scripted")
    assert model.chats == []
    panel.agree()
    panel.finished()
    assert len(model.chats) == 3


def test_before_a_text_leaves_the_machine_the_reader_can_say_no(
    chromium: Chromium, own_backend: PaperGloss, paper: SmallPaper
) -> None:
    own_backend.environment["OPENAI_BASE_URL"] = "https://api.deepseek.com/v1"
    own_backend.start()
    chromium.pair(own_backend.link)
    reader = Reader(chromium, own_backend)
    panel = reader.open(paper.id)
    expect(panel.notice).to_have_text("Before the first paper leaves this machine")
    expect(panel.button("Send to api.deepseek.com")).to_be_visible()
    panel.button("Show key sentences without a model").click()
    panel.finished()
    expect(panel.section("Key sentences").locator(".summary")).not_to_be_empty()
    reader.close_tabs()


def test_without_a_model_the_paper_speaks_for_itself(
    chromium: Chromium, own_backend: PaperGloss, paper: SmallPaper
) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "PAPERGLOSS_MODEL"):
        del own_backend.environment[name]
    own_backend.start()
    chromium.pair(own_backend.link)
    reader = Reader(chromium, own_backend)
    panel = reader.open(paper.id)
    panel.finished()
    expect(panel.warnings).to_contain_text("No model is connected")
    expect(panel.title).to_have_text(paper.title)
    expect(panel.translations).to_have_count(0)
    expect(panel.marks.first).to_be_visible()
    expect(panel.foot).to_contain_text("without a model")
    panel.frame.get_by_text("How to connect a model").click()
    expect(panel.frame.locator(".no-model pre")).to_contain_text("OPENAI_API_KEY=… papergloss serve")
    reader.close_tabs()


def test_when_the_model_is_down_key_sentences_are_offered_not_substituted(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    model.always(status(401))
    panel = reader.open(paper.id)
    expect(panel.problems).to_have_count(3)
    expect(panel.summary).to_be_empty()
    panel.button("Show key sentences without a model").click()
    expect(panel.section("Key sentences").locator(".summary")).not_to_be_empty(timeout=PATIENCE)
    expect(panel.problems).to_have_count(0)


def test_a_backend_that_is_off_is_waited_for(
    chromium: Chromium, own_backend: PaperGloss, paper: SmallPaper, model: ModelServer
) -> None:
    own_backend.start()
    reader = connect(chromium, own_backend)
    own_backend.stop()
    panel = reader.open(paper.id)
    expect(panel.notice).to_have_text("PaperGloss is not running")
    expect(panel.command).to_have_text("papergloss serve")
    own_backend.start()
    panel.finished()
    assert len(model.chats) == 3
    reader.close_tabs()


def test_a_token_that_is_not_known_any_more_asks_for_a_new_pairing(
    chromium: Chromium, reader: Reader, paper: SmallPaper
) -> None:
    chromium.write_settings(paired={"base": reader.backend.base, "token": "forgotten"})
    panel = reader.open(paper.id)
    expect(panel.notice).to_have_text("This browser is not connected yet")
    expect(panel.command).to_have_text("papergloss pair --open")


@pytest.mark.parametrize(
    ("api", "says"),
    [
        (0, "The backend (7.8.9) is older than this extension."),
        (2, "This extension is older than the backend (7.8.9)."),
    ],
)
def test_versions_that_do_not_fit_say_which_to_update(
    chromium: Chromium, reader: Reader, paper: SmallPaper, api: int, says: str
) -> None:
    with backend_of_version(api) as base:
        chromium.write_settings(paired={"base": base, "token": "any"})
        panel = reader.open(paper.id)
        expect(panel.notice).to_have_text("Extension and backend do not fit")
        expect(panel.frame.locator(".notice")).to_contain_text(says)


def test_an_id_that_arxiv_does_not_know_says_so(reader: Reader) -> None:
    panel = reader.panel_tab("paper=2511.99999")
    expect(panel.problems).to_contain_text("arXiv knows no such paper.")


def test_what_is_no_id_says_so(reader: Reader) -> None:
    panel = reader.panel_tab("paper=tomorrow")
    expect(panel.notice).to_have_text("This is not an arXiv paper.")


def test_a_saved_paper_opens_at_once(reader: Reader, model: ModelServer, paper: SmallPaper) -> None:
    first = reader.open(paper.id)
    first.finished()
    asked = len(model.requests)
    library = reader.panel_tab()
    newest = library.saved.first
    expect(newest).to_contain_text(paper.id)
    newest.locator(".saved-open").click()
    library.finished()
    expect(library.original_title).to_have_text(paper.title)
    expect(library.takeaways).to_have_count(first.takeaways.count())
    assert len(model.requests) == asked
    library.open_list()
    newest.get_by_role("button", name="Delete").click()
    library.button("Delete for good").click()
    expect(library.saved.filter(has_text=paper.id)).to_have_count(0)
