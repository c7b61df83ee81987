"""What the extension costs on arXiv's pages: bytes, and the time until the panel is seen."""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from bench.extension import built
from bench.harness import Absent, Recorder, bench
from support.browser import Answer, Arxiv, Chromium, chromium_path, open_chromium

RUNS = 20
STATIC = "<!DOCTYPE html><title>Static</title><h1>PaperGloss</h1><p>Nothing else.</p>"


@bench("extension")
def arxiv_bytes(record: Recorder) -> None:
    """Bytes, gzipped, of what is injected into each of arXiv's pages; the rest loads on use."""
    with built() as folder:
        scripts = json.loads((folder / "manifest.json").read_text("utf-8"))["content_scripts"]
        on_arxiv = [script for script in scripts if any("arxiv.org/" in match for match in script["matches"])]
        names = {name for script in on_arxiv for name in [*script["js"], *script.get("css", [])]}
        sizes = {name: len(gzip.compress((folder / name).read_bytes(), 9)) for name in sorted(names)}
    record.figure("extension.arxiv.bytes", sum(sizes.values()), "<=", 4096, files=sizes)


@bench("extension")
def first_frame(record: Recorder) -> None:
    """From the click to the panel's first painted frame, beside a static page of the extension in a frame.

    Both have the changing address that keeps arXiv's page from knowing the extension.
    """
    page_html = (
        b'<button id="static">static</button><div class="extra-services"><div class="full-text"></div></div>'
    )
    with _with_us(lambda _path: Answer(page_html), static=True) as browser:
        page = browser.goto("https://arxiv.org/abs/2503.20680")
        pairs = [(_panel_ms(page), _static_ms(page)) for _ in range(RUNS + 1)][1:]
    ours, reference = (statistics.median(side) for side in zip(*pairs, strict=True))
    record.figure(
        "extension.first_frame.ratio", ours / reference, "<=", 1.3, ours_ms=ours, reference_ms=reference
    )


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


def _panel_ms(page: Page) -> float:
    button = page.get_by_role("button", name="PaperGloss")
    passed = _painted_after(page, button.click, "#papergloss-overlay iframe")
    page.evaluate(
        """() => {
            const frame = document.getElementById("papergloss-overlay").shadowRoot.querySelector("iframe");
            window.staticAddress = new URL("../static.html", frame.src).href;
        }"""
    )
    button.click()
    page.locator("#papergloss-overlay").wait_for(state="detached")
    return passed


def _static_ms(page: Page) -> float:
    page.evaluate(
        """() => document.getElementById("static").addEventListener("click", () => {
            const frame = document.createElement("iframe");
            frame.id = "reference"; frame.src = window.staticAddress;
            frame.style.cssText = "position:fixed;inset:0 0 0 auto;width:480px;height:100%";
            document.body.append(frame);
        }, { once: true })"""
    )
    passed = _painted_after(page, lambda: page.click("#static"), "#reference")
    page.evaluate("document.getElementById('reference').remove()")
    return passed


def _painted_after(page: Page, press: Callable[[], None], selector: str) -> float:
    page.evaluate(CLICKED)
    press()
    frame = page.locator(selector).element_handle().content_frame()
    assert frame is not None
    return float(frame.evaluate(PAINTED)) - float(page.evaluate("window.clicked"))


@contextmanager
def _with_us(arxiv: Arxiv, *, static: bool = False) -> Iterator[Chromium]:
    if chromium_path() is None:
        raise Absent("Chromium is not installed")
    with built() as folder, tempfile.TemporaryDirectory() as profile:
        if static:
            manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
            manifest["web_accessible_resources"][0]["resources"].append("static.html")
            (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
            (folder / "static.html").write_text(STATIC, "utf-8")
        with open_chromium(folder, Path(profile), arxiv) as browser:
            yield browser
