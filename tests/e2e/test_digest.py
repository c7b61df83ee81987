"""A digest's pages opened from the file system in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from support import axe
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import ARGUMENTS, chromium_path
from support.model_script import answer as scripted
from support.model_server import ModelServer, Request
from support.shell import papergloss_here

PAPERS = [
    SmallPaper("2501.00001", title=r"Spheres $S^2$ and $\mathbb{R}^{3 \times 3}$ in practice"),
    SmallPaper("2501.00002", title="A-very-long-word-" * 12, authors=("Ada Findable",)),
    SmallPaper("2501.00003", title="Failing", abstract="It fails. It has $\\sum_{i=1}^{n} x_i + y_i$ in it."),
]

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a day; the third paper's model has failed."""

    def answer(request: Request) -> str:
        return "" if "It fails." in request.prompt else scripted(request.body)

    out, home = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("home")
    with ArxivServer() as arxiv, ModelServer(answer=answer) as model:
        arxiv.announce("cs.CL", *[("new", paper) for paper in PAPERS])
        made = papergloss_here(
            "digest", "--category", "cs.CL", "--out", str(out), "--lang", "zh",
            home=home, PAPERGLOSS_RETRY_SECONDS="0.01",
            PAPERGLOSS_ARXIV_URL=arxiv.url, PAPERGLOSS_ARXIV_API_URL=arxiv.api_url,
            PAPERGLOSS_ARXIV_FEED_URL=arxiv.feed_url,
            OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="local", PAPERGLOSS_MODEL="scripted",
        )  # fmt: skip
    assert made.returncode == 3, made.stderr
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without anything of ours in it."""
    if (path := chromium_path()) is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Opens a page of the site; whatever it says on the console, or asks of another place, is a failure."""
    told: list[str] = []

    def goto(name: str, scheme: str = "light", width: int = 1280, *, heard: bool = True) -> Page:
        page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
        if heard:
            page.on("console", lambda message: told.append(message.text))
            page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda sent: None if sent.url.startswith("file:") else told.append(sent.url))
        page.goto((site / name).as_uri())
        return page

    yield goto
    assert told == []


def day(site: Path) -> str:
    return str(next(site.glob("cs.CL/*.html")).relative_to(site))


def test_the_search_finds_and_leads_to_the_paper(opened: OpenPage) -> None:
    page = opened("index.html")
    expect(page.get_by_role("link", name="cs.CL")).to_be_visible()
    page.get_by_role("searchbox").fill("findable 2501")
    hit = page.locator("#found a")
    expect(hit).to_have_count(1)
    expect(page.locator("#days")).to_be_hidden()
    hit.click()
    expect(page).to_have_url(re.compile(r"\.html#2501\.00002v1$"))
    expect(page.locator("article:target")).to_be_in_viewport()
    page.go_back()
    page.get_by_role("searchbox").fill("nothing has these words")
    expect(page.locator("#none")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_pages_are_accessible_light_and_dark_and_fit_a_phone(
    opened: OpenPage, site: Path, scheme: str
) -> None:
    for name in ("index.html", day(site)):
        page = opened(name, scheme, 360, heard=False)  # axe asks for the style sheet in vain
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is too wide"
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (min(map(int, re.findall(r"\d+", background))) > 200) == (scheme == "light")


def test_formulas_are_set_and_what_failed_is_told(opened: OpenPage, site: Path) -> None:
    page = opened(day(site))
    assert page.locator("article h3 small math").first.text_content() == "S2"
    assert page.locator("article math").first.evaluate("math => math.getBoundingClientRect().height") > 5
    failed = page.locator("article", has_text="Failing")
    expect(failed.locator(".note").first).to_be_visible()
    expect(failed).to_contain_text("It fails.")
    expect(failed.locator("math").first).to_be_visible()
    expect(failed.locator("ol")).to_have_count(0)
