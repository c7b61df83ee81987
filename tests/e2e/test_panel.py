"""What a reader does with a card: marks it, puts it right, cites it, and moves the panel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PanelPage
from support.reader import Reader


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.fixture
def panel(reader: Reader, paper: SmallPaper) -> PanelPage:
    """A finished card in the overlay."""
    opened = reader.open(paper.id)
    opened.finished()
    expect(opened.shelf).to_be_visible()
    return opened


@pytest.fixture
def places(chromium: Chromium) -> Iterator[None]:
    """The panel is docked as at first afterwards."""
    yield
    chromium.write_settings(dock="right", panelBox=None)


def key(panel: PanelPage, *keys: str) -> None:
    for name in keys:
        panel.page.keyboard.press(name)


def menu(panel: PanelPage, item: str) -> None:
    panel.button("More").click()
    panel.button(item, exact=False).click()


def overlay(panel: PanelPage) -> Locator:
    return panel.page.locator("#papergloss-overlay")


def test_star_tag_state_and_note_are_kept(reader: Reader, panel: PanelPage, paper: SmallPaper) -> None:
    panel.frame.locator("body").press("s")
    expect(panel.button("Star")).to_have_attribute("aria-pressed", "true")
    key(panel, "t")
    panel.page.keyboard.type("vision")
    key(panel, "Enter", "Escape")
    panel.frame.get_by_label("Reading state").select_option("skimmed")
    panel.frame.locator("h1.title").click()
    key(panel, "n")
    panel.page.keyboard.type("Check $O(n^2)$ again.")
    key(panel, "Control+Enter")
    expect(panel.frame.locator(".note-item")).to_contain_text("again.")
    expect(panel.button("Remove the tag “vision”")).to_be_visible()

    again = reader.open(paper.id)
    again.finished()
    expect(again.button("Star")).to_have_attribute("aria-pressed", "true")
    expect(again.frame.get_by_label("Reading state")).to_have_value("skimmed")
    expect(again.frame.locator(".mark-tag")).to_have_text("vision")
    expect(again.frame.locator(".note-item math")).to_have_count(1)


def test_a_claim_is_put_right_and_taken_back(reader: Reader, panel: PanelPage, paper: SmallPaper) -> None:
    first = panel.takeaways.first
    said = first.inner_text()
    first.hover()
    first.get_by_role("button", name="Correct these words").click()
    panel.page.keyboard.press("Control+A")
    panel.page.keyboard.type("In my own words.")
    key(panel, "Control+Enter")
    expect(first).to_contain_text("In my own words.")
    expect(first.get_by_role("button", name="Correct these words")).to_be_focused()

    again = reader.open(paper.id)
    again.finished()
    corrected = again.takeaways.first
    expect(corrected).to_contain_text("Corrected by you.")
    corrected.get_by_role("button", name="Show the original").click()
    expect(corrected.locator(".corrected-original")).not_to_be_empty()
    assert again.violations() == []
    corrected.get_by_role("button", name="Take it back").click()
    expect(corrected).to_have_text(said, use_inner_text=True)


def test_wrong_evidence_is_flagged(panel: PanelPage) -> None:
    panel.takeaways.first.locator("button.cite").click()
    panel.button("Wrong evidence").first.click()
    expect(panel.button("Flagged as wrong").first).to_have_attribute("aria-pressed", "true")
    expect(panel.takeaways.first.locator("button.cite")).to_have_text("evidence flagged as wrong")


def test_keys_step_through_the_takeaways_and_show_their_evidence(panel: PanelPage) -> None:
    panel.frame.locator("body").press("j")
    expect(panel.takeaways.nth(0)).to_be_focused()
    key(panel, "j")
    expect(panel.takeaways.nth(1)).to_be_focused()
    key(panel, "k", "e")
    expect(panel.takeaways.nth(0).locator(".evidence blockquote").first).to_be_visible()
    key(panel, "?")
    sheet = panel.frame.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet).to_contain_text("Next takeaway")
    expect(sheet).to_contain_text("Translate")
    assert panel.violations() == []
    key(panel, "Escape")
    expect(sheet).to_have_count(0)
    expect(overlay(panel)).to_have_count(1)


def test_a_mark_that_has_the_focus_shows_its_passage(panel: PanelPage) -> None:
    mark = panel.takeaways.first.locator("button.cite")
    mark.focus()
    key(panel, "Shift+Tab", "Tab")
    expect(panel.frame.get_by_role("tooltip")).to_be_visible()
    key(panel, "Escape")
    expect(panel.frame.get_by_role("tooltip")).to_have_count(0)
    expect(overlay(panel)).to_have_count(1)
    mark.hover()
    expect(panel.frame.get_by_role("tooltip")).to_contain_text("p. ")


def test_bibtex_is_copied_and_a_new_revision_made(
    reader: Reader, panel: PanelPage, paper: SmallPaper, model: ModelServer
) -> None:
    menu(panel, "Copy BibTeX")
    expect(panel.status).to_have_text("Copied")
    assert paper.id in reader.clipboard()
    assert panel.violations() == []
    asked = len(model.chats)
    gate = Gate()
    model.always(gate)
    panel.button("Make it anew", exact=False).click()
    expect(panel.button("Stop")).to_be_visible()
    gate.open()
    panel.finished()
    assert len(model.chats) == 2 * asked
    panel.frame.locator(".foot-more summary").click()
    expect(panel.frame.locator(".provenance")).to_contain_text("2 · ")


def test_the_citation_is_saved_and_the_library_opens_at_the_paper(
    reader: Reader, panel: PanelPage, paper: SmallPaper
) -> None:
    with panel.page.expect_download() as saved:
        menu(panel, "Save as a file: RIS")
    assert saved.value.suggested_filename.endswith(".ris")
    assert paper.title in saved.value.path().read_text("utf-8")
    panel.button("More").click()
    with reader.browser.context.expect_page() as opened:
        panel.frame.get_by_role("link", name="Open the library").click()
    expect(opened.value.get_by_text("History", exact=True)).to_be_visible()
    assert paper.id in opened.value.url
    opened.value.close()


def test_another_language_does_not_read_the_paper_again(panel: PanelPage, chromium: Chromium) -> None:
    panel.frame.get_by_label("Language of the gloss").select_option("de")
    expect(panel.title).to_have_attribute("lang", "de")
    panel.finished()
    panel.frame.locator(".foot-more summary").click()
    expect(panel.frame.locator(".provenance")).to_contain_text("pages read")


def test_trying_one_part_again_leaves_the_other_failed_one(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    model.always(status(401))
    panel = reader.open(paper.id)
    expect(panel.problems).to_have_count(3, timeout=40_000)
    model.always(None)
    asked = len(model.chats)
    panel.section("Summary").get_by_role("button", name="Try again").click()
    expect(panel.problems).to_have_count(2, timeout=40_000)
    expect(panel.summary).not_to_be_empty()
    assert len(model.chats) == asked + 1


def test_what_runs_is_said_with_its_usual_time(
    reader: Reader, model: ModelServer, panel: PanelPage, site: ArxivServer, paper: SmallPaper
) -> None:
    gate = Gate()
    model.always(gate)
    menu(panel, "Make it anew")
    expect(panel.foot).to_contain_text("Writing the summary")
    gate.open()
    panel.finished()


def test_a_card_is_made_anew_by_another_model_of_the_provider(
    panel: PanelPage, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "models", ("scripted", "other-model"))
    panel.button("More").click()
    panel.frame.get_by_text("Make it anew with another model").click()
    panel.button("other-model").click()
    expect(panel.foot).to_contain_text("other-model")
    panel.finished()
    assert {request.body["model"] for request in model.chats} == {"scripted", "other-model"}


def test_the_panel_docks_left_floats_and_grows_by_key(
    chromium: Chromium, panel: PanelPage, places: None
) -> None:
    page, host = panel.page, overlay(panel)
    width = page.viewport_size["width"] if page.viewport_size else 0

    def box() -> dict[str, float]:
        found = host.bounding_box()
        assert found is not None
        return dict(found)

    docked = box()
    assert docked["x"] + docked["width"] == pytest.approx(width)
    edge = page.get_by_role("separator", name="Width of the panel")
    edge.press("ArrowLeft")
    assert box()["width"] == pytest.approx(docked["width"] + 24, abs=1)
    page.mouse.move(box()["x"], 300)
    page.mouse.down()
    page.mouse.move(box()["x"] - 60, 300, steps=3)
    page.mouse.up()
    assert box()["width"] == pytest.approx(docked["width"] + 84, abs=3)
    # By key: under a pointer the button still moves while the panel takes its new width.
    panel.button("More").press("Enter")
    panel.frame.get_by_role("radio", name="Left").click(force=True)
    expect(page.locator("html")).to_have_attribute("data-papergloss-docked", "left")
    assert box()["x"] == 0
    assert page.locator("blockquote.abstract").bounding_box()["x"] >= box()["width"]
    panel.button("More").press("Enter")
    panel.frame.get_by_role("radio", name="Floating").click(force=True)
    grip = page.get_by_role("button", name="Move the panel")
    expect(grip).to_be_visible()
    before = box()
    grip.press("ArrowDown")
    assert box()["y"] == pytest.approx(before["y"] + 24, abs=1)

    page.reload()
    chromium.panel(page)
    expect(grip).to_be_visible()
    assert box()["y"] == pytest.approx(before["y"] + 24, abs=1)
