"""The library page in the browser: its first screen with very many papers against one with few."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from bench.extension import built
from bench.harness import Absent, Recorder, bench
from support.browser import Answer, Chromium, chromium_path, open_chromium
from support.many_papers import fill
from support.reader import connect
from support.serving import PaperGloss

MANY = 50_000
FEW = 100
OPENED = 9


@bench("library")
def first_screen(record: Recorder) -> None:
    """Milliseconds from asking for the page to the first papers on screen, both sizes in turn."""
    if chromium_path() is None:
        raise Absent("Chromium is not installed")
    with built() as folder, tempfile.TemporaryDirectory() as place:
        homes = [_home(Path(place) / str(count), count) for count in (MANY, FEW)]
        with (
            open_chromium(folder, Path(place) / "profile", lambda _path: Answer(b"")) as browser,
            PaperGloss(homes[0], {}) as many,
            PaperGloss(homes[1], {}) as few,
        ):
            paired = [connect(browser, backend).settings["paired"] for backend in (many, few)]
            pairs = [[_open(browser, one) for one in paired] for _ in range(OPENED + 1)][1:]
    ours, reference = (statistics.median(times) for times in zip(*pairs, strict=True))
    record.figure("library.first_screen.ratio", ours / reference, "<=", 1.3, many_ms=ours, few_ms=reference)


def _home(home: Path, count: int) -> Path:
    home.mkdir(parents=True)
    fill(home / "papergloss.sqlite3", count).close()
    return home


def _open(browser: Chromium, paired: object) -> float:
    browser.write_settings(paired=paired)
    page = browser.context.new_page()
    start = time.perf_counter()
    page.goto(browser.url("library/library.html"), wait_until="commit")
    page.wait_for_selector(".line-title")
    passed = (time.perf_counter() - start) * 1000
    page.close()
    return passed
