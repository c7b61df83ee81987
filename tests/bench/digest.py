"""A day of 300 papers: time against the model's own, memory against a tenth of it, and its page."""

from __future__ import annotations

import gzip
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from bench.harness import Absent, Recorder, bench
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import ARGUMENTS, chromium_path
from support.model_process import model_process
from support.shell import COMMAND

PAPERS, FEW = 300, 30
WORKERS, CALLS = 4, 2
"""Papers at once, and calls of each that run side by side: its translation and its summary."""
LATENCY = 2.0
"""Seconds of each call, whatever is asked; a real model takes longer for a summary."""
LOADS = 9
ABSTRACT = (
    "We study how paper {n} reads pages. Earlier methods drop every sentence that they do not know, which "
    "costs them {m}% of the claims. Our method keeps the order of the sentences and asks the model once for "
    "each part. On a benchmark of {k} papers it finds the right page for 93.4% of the claims, 7 points more "
    "than before. It needs no training data. The code is public."
)


@dataclass(frozen=True)
class Made:
    """One run of the command."""

    seconds: float
    most_memory: int
    page: Path


@contextmanager
def arxiv(count: int) -> Iterator[ArxivServer]:
    """An arXiv that announces so many papers."""
    with ArxivServer() as server:
        papers = [
            SmallPaper(
                f"2501.{n:05}",
                title=f"Paper number {n} reads its pages in order",
                abstract=ABSTRACT.format(n=n, m=n % 40 + 3, k=n + 100),
            )
            for n in range(1, count + 1)
        ]
        server.announce("cs.CL", *[("new", paper) for paper in papers])
        yield server


def make(count: int, folder: Path, model: str) -> Made:
    """Glosses so many papers in a process of its own."""
    out = folder / f"site-{count}"
    with arxiv(count) as server:
        environment = {
            **os.environ,
            "PAPERGLOSS_HOME": str(folder / f"home-{count}"),
            "PAPERGLOSS_ARXIV_URL": server.url,
            "PAPERGLOSS_ARXIV_API_URL": server.api_url,
            "PAPERGLOSS_ARXIV_FEED_URL": server.feed_url,
            "PAPERGLOSS_BATCH_WORKERS": str(WORKERS),
            "OPENAI_BASE_URL": model,
            "OPENAI_API_KEY": "local",
            "PAPERGLOSS_MODEL": "scripted",
        }
        log = folder / f"{count}.log"
        with log.open("w", encoding="utf-8") as said:
            began = time.perf_counter()
            process = subprocess.Popen(
                [COMMAND, "digest", "--category", "cs.CL", "--out", out],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"The digest failed: {log.read_text('utf-8')[-500:]}")
    return Made(seconds, _peak(used), next(out.glob("cs.CL/*.html")))


def _peak(used: resource.struct_rusage) -> int:
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@bench("digest")
def a_day(recorder: Recorder) -> None:
    """Calls / concurrency x latency is what no program could be faster than."""
    with tempfile.TemporaryDirectory() as name, model_process(delay=LATENCY) as model:
        folder = Path(name)
        few, many = make(FEW, folder, model), make(PAPERS, folder, model)
        ideal = PAPERS * CALLS / (WORKERS * CALLS) * LATENCY
        recorder.figure("digest.time.ratio", many.seconds / ideal, "<=", 1.15, ours=many.seconds, ideal=ideal)
        recorder.figure(
            "digest.memory.ratio", many.most_memory / few.most_memory, "<=", 1.3,
            papers_300=many.most_memory / 1e6, papers_30=few.most_memory / 1e6,
        )  # fmt: skip
        _page(recorder, many.page, folder)


def _page(recorder: Recorder, ours: Path, folder: Path) -> None:
    """The page against its words alone, a paragraph each: bytes as servers send them, and the first paint."""
    body = LexborHTMLParser(ours.read_text("utf-8")).body
    words = body.text(separator="\n", strip=True).split("\n") if body else []
    plain = folder / "plain.html"
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in words)
    plain.write_text(f'<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><body>{paragraphs}', "utf-8")
    style = ours.parent.parent / "digest.css"
    weights = [
        sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) for files in ((ours, style), (plain,))
    ]
    recorder.figure(
        "digest.page.weight.ratio", weights[0] / weights[1], "<=", 1.5, ours=weights[0], plain=weights[1]
    )
    if (path := chromium_path()) is None:
        raise Absent("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        pairs = [(_first_paint(browser, ours), _first_paint(browser, plain)) for _ in range(LOADS + 1)][1:]
    first, reference = (statistics.median(times) for times in zip(*pairs, strict=True))
    recorder.figure(
        "digest.page.first_paint.ratio", first / reference, "<=", 1.25, ours=first, plain=reference
    )


def _first_paint(browser: Browser, page: Path) -> float:
    """Milliseconds until something of a page stands on the screen."""
    tab = browser.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    painted = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    tab.close()
    return float(painted)
