"""What the extension costs on arXiv's pages: bytes, and the time until the panel is seen, empty and full."""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.clicks import panel_ms, static_ms, with_static_page
from bench.extension import built
from bench.harness import Recorder, bench
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_server import ModelServer
from support.panel_page import PanelPage
from support.pdfs import paper as small_pdf
from support.reader import connect
from support.serving import PaperGloss

RUNS = 20
PAPER = "2503.20680"

# Notes when the frame with all texts and the frames of all figures was painted (formulas are TeX at first).
NOTE_FULL = """window.full = new Promise((resolve) => {
    const parts = [".takeaways > li", ".pair-target", ".figure"];
    const painted = () => setTimeout(() => resolve(performance.timeOrigin + performance.now()));
    const full = () => parts.every((part) => document.querySelector(part));
    const look = () => full() ? painted() : requestAnimationFrame(look);
    requestAnimationFrame(look);
})"""
FULL = "() => window.full"


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
    with with_static_page() as browser:
        page = browser.goto(f"https://arxiv.org/abs/{PAPER}")
        pairs = [(panel_ms(page), static_ms(page)) for _ in range(RUNS + 1)][1:]
    ours, reference = (statistics.median(side) for side in zip(*pairs, strict=True))
    record.figure(
        "extension.first_frame.ratio", ours / reference, "<=", 1.3, ours_ms=ours, reference_ms=reference
    )


@bench("extension")
def cached_card(record: Recorder) -> None:
    """From the click to the whole card of a paper in the library, beside the same static page."""
    with _backend() as backend, with_static_page() as browser:
        reader = connect(browser, backend)
        browser.context.add_init_script(NOTE_FULL)
        page = browser.goto(f"https://arxiv.org/abs/{PAPER}")
        page.get_by_role("button", name="PaperGloss").click()
        PanelPage(browser.panel(page)).finished()
        page.get_by_role("button", name="PaperGloss").click()
        pairs = [(panel_ms(page, FULL), static_ms(page)) for _ in range(RUNS + 1)][1:]
        assert reader.complaints() == []
    ours, reference = (statistics.median(side) for side in zip(*pairs, strict=True))
    record.figure(
        "extension.cached_card.ratio", ours / reference, "<=", 1.6, ours_ms=ours, reference_ms=reference
    )


@contextmanager
def _backend() -> Iterator[PaperGloss]:
    with tempfile.TemporaryDirectory() as folder, ArxivServer() as site, ModelServer() as model:
        site.add(SmallPaper(PAPER, "Reading Papers in the Margin", pdf=small_pdf()))
        environment = {
            "PAPERGLOSS_ARXIV_URL": site.url,
            "PAPERGLOSS_ARXIV_API_URL": site.api_url,
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": "local",
            "PAPERGLOSS_MODEL": "scripted",
        }
        with PaperGloss(Path(folder) / "home", environment) as backend:
            yield backend
