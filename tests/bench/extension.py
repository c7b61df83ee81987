"""What the extension costs on arXiv's pages: bytes injected, and the time from press to panel."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from bench.harness import Absent, Recorder, bench
from support.browser import ROOT, Answer, Chromium, build_extension, chromium_path, open_chromium

PAGE = Answer(b'<div class="extra-services"><div class="full-text"><ul></ul></div></div>')
PRESSES = 7


@contextmanager
def built() -> Iterator[Path]:
    """The extension as the tree has it now."""
    if not shutil.which("esbuild", path=ROOT / "node_modules" / ".bin"):
        raise Absent("esbuild is not installed")
    with tempfile.TemporaryDirectory() as folder:
        yield build_extension(Path(folder))


@bench("extension")
def injected(record: Recorder) -> None:
    """Bytes, gzipped, of everything that the manifest injects into pages."""
    with built() as folder:
        scripts = json.loads((folder / "manifest.json").read_text("utf-8"))["content_scripts"]
        names = [name for script in scripts for name in [*script["js"], *script.get("css", [])]]
        sizes = {name: len(gzip.compress((folder / name).read_bytes(), 9)) for name in names}
    record.figure("extension.injected.bytes", sum(sizes.values()), "<=", 4096, files=sizes)


@bench("extension")
def panel(record: Recorder) -> None:
    """Milliseconds from the press of the button to the panel's first words (here: not paired)."""
    if chromium_path() is None:
        raise Absent("Chromium is not installed")
    with (
        built() as folder,
        tempfile.TemporaryDirectory() as profile,
        open_chromium(folder, Path(profile), lambda _path: PAGE) as browser,
    ):
        page = browser.goto("https://arxiv.org/abs/2503.20680")
        times = [_press(browser, page) for _ in range(PRESSES + 1)][1:]
    record.figure("extension.panel.ms", statistics.median(times), "<=", 400, all=times)


def _press(browser: Chromium, page: Page) -> float:
    button = page.get_by_role("button", name="PaperGloss")
    start = time.perf_counter()
    button.click()
    browser.panel(page).wait_for_selector("h1")
    passed = (time.perf_counter() - start) * 1000
    button.click()
    return passed


@bench("extension")
def panel_bytes(record: Recorder) -> None:
    """Bytes, gzipped file by file, of what the panel loads first; KaTeX and messages come on use."""
    with built() as folder:
        page = folder / "panel/panel.html"
        waiting = [page]
        sizes: dict[str, int] = {}
        while waiting:
            file = waiting.pop()
            name = file.resolve().relative_to(folder).as_posix()
            if name in sizes:
                continue
            sizes[name] = len(gzip.compress(file.read_bytes(), 9))
            links = re.findall(
                r"""(?:\bfrom|\bimport|src=|href=)\s*"([^":]+\.(?:js|css))\"""", file.read_text("utf-8")
            )
            waiting += [file.parent / link for link in links]
    record.figure("extension.panel.bytes", sum(sizes.values()), "<=", 40 * 1024, files=sizes)
