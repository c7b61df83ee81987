"""How much script the extension runs on arXiv's pages."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from bench.extension import built
from bench.harness import Absent, Recorder, bench
from support.browser import ARGUMENTS, WEB, Answer, answer_route, chromium_path, open_chromium

RUNS = 20
SETTLE_MS = 300
ENTRIES = 2000
ABSTRACT = (
    "<!DOCTYPE html><div id='abs-outer'><div class='leftcolumn'><div id='abs'><h1 class='title'>Small</h1>"
    "<blockquote class='abstract'>An abstract.</blockquote></div></div><div class='extra-services'>"
    "<div class='full-text'><h2>Access Paper:</h2><ul><li><a href='/pdf/1706.03762'>View PDF</a></li></ul>"
    "</div></div></div>"
)
ENTRY = (
    "<dt><a name='item{n}'>[{n}]</a> <a href='/abs/2503.{n:05d}' title='Abstract' id='2503.{n:05d}'>"
    "arXiv:2503.{n:05d}</a> [<a href='/pdf/2503.{n:05d}'>pdf</a>, <a href='#'>other</a>]</dt>"
    "<dd><div class='meta'><div class='list-title mathjax'>Paper {n}</div><p class='mathjax'>"
    + "An abstract. " * 60
    + "</p></div></dd>"
)
LISTING = (
    "<!DOCTYPE html><dl id='articles'>" + "".join(ENTRY.format(n=n) for n in range(1, ENTRIES + 1)) + "</dl>"
)
PAGES = {"abstract": ("/abs/1706.03762", 1, 5), "listing": ("/list/cs.CL/new", ENTRIES, 60)}
"""Path, buttons that we put there, and how many milliseconds we may add."""


@bench("extension")
def script_time(record: Recorder) -> None:
    """Milliseconds of script (CDP's ScriptDuration, every world of the page) beside the page without us."""
    if chromium_path() is None:
        raise Absent("Chromium is not installed")
    with (
        built() as folder,
        tempfile.TemporaryDirectory() as profile,
        open_chromium(folder, Path(profile), _arxiv) as browser,
    ):
        ours = {name: _median_ms(browser.context, path, count) for name, (path, count, _) in PAGES.items()}
    with _bare_browser() as context:
        bare = {name: _median_ms(context, path, 0) for name, (path, _, _) in PAGES.items()}
    for name, (_, _, limit) in PAGES.items():
        added = ours[name] - bare[name]
        record.figure(
            f"extension.script.{name}.ms", added, "<=", limit, ours_ms=ours[name], reference_ms=bare[name]
        )


def _arxiv(path: str) -> Answer:
    return Answer((LISTING if path.startswith("/list/") else ABSTRACT).encode())


def _median_ms(context: BrowserContext, path: str, buttons: int) -> float:
    return statistics.median([_script_ms(context, path, buttons) for _ in range(RUNS + 1)][1:])


def _script_ms(context: BrowserContext, path: str, buttons: int) -> float:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(f"https://arxiv.org{path}")
    page.wait_for_timeout(SETTLE_MS)
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    # Counted after the metrics are read, as counting is script too.
    found = page.locator("a[data-papergloss]").count()
    page.close()
    if found != buttons:
        raise AssertionError(f"{found} buttons on {path}, not {buttons}")
    return float(metrics["ScriptDuration"]) * 1000


@contextmanager
def _bare_browser() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium_path(),
            headless=True,
            viewport={"width": 1280, "height": 900},
            args=[*ARGUMENTS, "--lang=en-US"],
        )
        context.route(WEB, lambda route: answer_route(route, _arxiv))
        yield context
        context.close()
