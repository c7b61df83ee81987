"""From a click on arXiv's page to what is then seen: the panel, or a static page of the extension."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Frame, Page

from bench.extension import built
from bench.harness import Absent
from support.browser import Answer, Arxiv, Chromium, chromium_path, open_chromium

ARXIV_PAGE = Answer(
    b'<button id="static">static</button><div class="extra-services"><div class="full-text"></div></div>'
)
STATIC = "<!DOCTYPE html><title>Static</title><h1>PaperGloss</h1><p>Nothing else.</p>"
CLICKED = """() => addEventListener(
    "click",
    () => { window.clicked = performance.timeOrigin + performance.now(); },
    { capture: true, once: true },
)"""
PAINTED = """() => new Promise((resolve) => {
    const told = (list) => {
        const paint = list.getEntriesByName("first-contentful-paint")[0];
        if (paint) resolve(performance.timeOrigin + paint.startTime);
    };
    new PerformanceObserver(told).observe({ type: "paint", buffered: true });
})"""


def panel_ms(page: Page, seen: str = PAINTED) -> float:
    """Milliseconds from the press of the button until `seen` (a script's promise of a time) in the panel."""
    button = page.get_by_role("button", name="PaperGloss")
    passed = _ms_until(page, button.click, "#papergloss-overlay iframe", seen)
    page.evaluate(
        """() => {
            const frame = document.getElementById("papergloss-overlay").shadowRoot.querySelector("iframe");
            window.staticAddress = new URL("../static.html", frame.src).href;
        }"""
    )
    button.click()
    page.locator("#papergloss-overlay").wait_for(state="detached")
    return passed


def static_ms(page: Page) -> float:
    """Milliseconds until the static page is painted, after `panel_ms` has told its changing address."""
    page.evaluate(
        """() => document.getElementById("static").addEventListener("click", () => {
            const frame = document.createElement("iframe");
            frame.id = "reference"; frame.src = window.staticAddress;
            frame.style.cssText = "position:fixed;inset:0 0 0 auto;width:480px;height:100%";
            document.body.append(frame);
        }, { once: true })"""
    )
    passed = _ms_until(page, lambda: page.click("#static"), "#reference", PAINTED)
    page.evaluate("document.getElementById('reference').remove()")
    return passed


def _ms_until(page: Page, press: Callable[[], None], selector: str, seen: str) -> float:
    page.evaluate(CLICKED)
    press()
    return float(_frame(page, selector).evaluate(seen)) - float(page.evaluate("window.clicked"))


def _frame(page: Page, selector: str) -> Frame:
    frame = page.locator(selector).element_handle().content_frame()
    assert frame is not None
    return frame


@contextmanager
def with_static_page(arxiv: Arxiv = lambda _path: ARXIV_PAGE) -> Iterator[Chromium]:
    """Chromium with the extension as the tree has it, and the static page in it."""
    if chromium_path() is None:
        raise Absent("Chromium is not installed")
    with built() as folder, tempfile.TemporaryDirectory() as profile:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        manifest["web_accessible_resources"][0]["resources"].append("static.html")
        (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
        (folder / "static.html").write_text(STATIC, "utf-8")
        with open_chromium(folder, Path(profile), arxiv) as browser:
            yield browser
