"""The options page: which provider answers, its key and model, tried out before it is relied on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import violations
from support.browser import Chromium
from support.model_faults import status
from support.model_server import ModelServer
from support.reader import Reader, connect
from support.serving import PaperGloss

KEY = "sk-geheim-0123456789abcdef"


class OptionsPage:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.provider = page.get_by_role("combobox", name="Provider")
        self.address = page.get_by_role("textbox", name="Address")
        self.key = page.locator("input[type=password]")
        self.model = page.get_by_role("combobox", name="Model")
        self.outcome = page.locator(".outcome")

    def button(self, name: str) -> Locator:
        return self.page.locator("#provider").get_by_role("button", name=name, exact=True)


@pytest.fixture
def other_model() -> Iterator[ModelServer]:
    """A second server, which is found on this machine."""
    with ModelServer(answer=lambda request: "ready", models=("small-model", "large-model")) as server:
        yield server


@pytest.fixture
def unset(
    chromium: Chromium, environment: dict[str, str], other_model: ModelServer, tmp_path: Path
) -> Iterator[Reader]:
    """A paired browser whose backend was told of no provider."""
    told = {name: value for name, value in environment.items() if not name.startswith("OPENAI")}
    told |= {"PAPERGLOSS_MODEL": "", "PAPERGLOSS_LOCAL_MODELS": other_model.base_url}
    with PaperGloss(tmp_path / "papergloss", told) as backend:
        reader = connect(chromium, backend)
        yield reader
        reader.close_tabs()
        assert reader.complaints() == []


def options(browser: Chromium) -> OptionsPage:
    page = OptionsPage(browser.goto(browser.url("options/options.html")))
    expect(page.provider).to_be_visible()
    return page


def test_a_server_on_this_machine_is_found_tried_saved_and_confirmed(
    unset: Reader, other_model: ModelServer
) -> None:
    page = options(unset.browser)
    page.button(other_model.base_url.removeprefix("http://").removesuffix("/v1")).click()
    expect(page.address).to_have_value(other_model.base_url)
    expect(page.model).to_have_value("small-model")
    expect(page.page.get_by_text("lists 2 models")).to_be_visible()
    page.model.fill("large-model")
    page.key.fill(KEY)

    page.button("Test").click()
    expect(page.outcome).to_contain_text("large-model at 127.0.0.1")
    expect(page.outcome).to_contain_text("tokens")
    assert other_model.chats[-1].headers["authorization"] == f"Bearer {KEY}"

    page.button("Save").click()
    expect(page.outcome).to_contain_text("gets the paper’s title, abstract and full text")
    expect(page.key).to_have_value("")
    expect(page.key).to_have_attribute("placeholder", "Set. Type to replace it")
    page.button("Go on").click()
    expect(page.outcome).to_contain_text("large-model at 127.0.0.1")
    engine = unset.backend.call("GET", "/status", unset.token).json()["engine"]
    assert (engine["model"], engine["key_set"], engine["consented"]) == ("large-model", True, True)
    assert KEY not in str(unset.browser.settings())

    page = options(unset.browser)
    expect(page.model).to_have_value("large-model")
    page.button("Remove the key").click()
    expect(page.key).to_have_attribute("placeholder", "None set")
    page.button("Forget these settings").click()
    expect(page.page.get_by_text("No model is connected")).to_be_visible()


def test_a_failed_try_says_why_and_saves_nothing(unset: Reader, other_model: ModelServer) -> None:
    other_model.always(status(401))
    page = options(unset.browser)
    page.provider.select_option(value=other_model.base_url)
    page.button("Test").click()
    expect(page.outcome).to_contain_text("The provider rejected the key.")
    assert violations(page.page) == []
    assert unset.backend.call("GET", "/settings/provider", unset.token).json()["base_url"] is None


def test_a_key_is_not_taken_along_to_another_address(unset: Reader, other_model: ModelServer) -> None:
    page = options(unset.browser)
    page.provider.select_option(label="DeepSeek")
    expect(page.address).to_have_value("https://api.deepseek.com")
    page.key.fill(KEY)
    page.button("Save").click()
    expect(page.button("Remove the key")).to_be_visible()
    page.provider.select_option(value=other_model.base_url)
    expect(page.page.get_by_text("It will be removed, not sent to the new one")).to_be_visible()
    page.button("Save").click()
    expect(page.key).to_have_attribute("placeholder", "None set")
    assert KEY not in str([request.headers for request in other_model.requests])


def test_what_the_environment_says_is_shown_and_cannot_be_changed(reader: Reader) -> None:
    page = options(reader.browser)
    for field in (page.provider, page.address, page.key, page.model):
        expect(field).to_be_disabled()
    expect(page.page.get_by_text("Set by OPENAI_BASE_URL in the environment")).to_be_visible()
    page.button("Test").click()
    expect(page.outcome).to_contain_text("scripted at 127.0.0.1")


def test_the_language_of_glosses_reaches_the_backend(unset: Reader) -> None:
    page = options(unset.browser)
    with page.page.expect_response("**/settings/reader"):
        page.page.get_by_label("Language of the gloss").select_option("ja")
    expect(page.page.locator("html")).to_have_attribute("lang", "ja")
    assert unset.backend.call("GET", "/settings/reader", unset.token).json() == {"lang": "ja"}
    unset.browser.write_settings(lang=None)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh-CN", "zh-TW", "ja"])
def test_everyone_can_read_it_in_every_language(
    unset: Reader, theme: str, lang: str, other_model: ModelServer
) -> None:
    unset.browser.write_settings(theme=theme, lang=lang)
    page = unset.browser.goto(unset.browser.url("options/options.html"))
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.locator(".provider select").select_option(value=other_model.base_url)
    page.locator(".provider form .button:not(.button-main)").click()
    expect(page.locator(".outcome .good")).to_be_visible()
    assert violations(page) == []
    for width in (360, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    unset.browser.write_settings(theme="system", lang=None)
