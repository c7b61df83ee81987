"""Chromium with the built extension, arXiv's addresses answered on this machine.

    with open_chromium(extension, profile, arxiv) as browser:
        page = browser.goto("https://arxiv.org/abs/1706.03762")
        page.get_by_role("button", name="PaperGloss").click()
        panel = browser.panel(page)

`arxiv` answers every request for one of arXiv's hosts; every other host but loopback is refused, so
that no test reaches the network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from playwright.sync_api import BrowserContext, Frame, Page, Route, Worker, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
ARXIV_HOSTS = set(json.loads((ROOT / "extension/arxiv/hosts.json").read_text("utf-8"))["arxiv"])

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}

WELCOME = "/welcome/welcome.html"

# The extension's own files come from the browser without a detour through the test.
WEB = re.compile("^https?:")


@dataclass(frozen=True)
class Answer:
    """What arXiv says."""

    body: bytes
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


Arxiv = Callable[[str], Answer]
"""From path and query to the answer."""


def chromium_path() -> str | None:
    """Debian's Chromium, or the one that PAPERGLOSS_CHROMIUM names; None where there is none."""
    named = os.environ.get("PAPERGLOSS_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def build_extension(dist: Path, browser: str = "chrome") -> Path:
    """Builds the extension as it is now (about 0.2 s) and returns the folder to load."""
    command = [sys.executable, str(ROOT / "manifest-build/build.py"), "--dist", str(dist), browser]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return dist / browser


def recorded_arxiv(data: Path) -> Arxiv:
    """Answers from the folder of recorded inputs; 404 for all else.

    Abstract pages, listings (`/list/cs.CL/recent`; `/catchup/…` and `/a/…` show one too, as they are made
    by the same template), `/search/NAME` for `search_NAME.html`, HTML papers, PDFs, style sheets.
    """
    pages = data / "pages"

    def answer(path: str) -> Answer:
        kind, _, name = urlsplit(path).path.strip("/").partition("/")
        flat = name.replace("/", "_")
        documents = {
            "abs": pages / f"abs/abs_{flat}.html",
            "list": pages / f"list/list_{flat}.html",
            "catchup": pages / "list/list_astro-ph_new.html",
            "a": pages / "list/list_cs.CL_recent.html",
            "search": pages / f"search/search_{flat}.html",
            "html": data / f"html/{flat}.html",
            "pdf": data / f"pdfs/{flat}.pdf",
        }
        file = documents.get(kind, pages / kind / name)
        if file.is_file():
            return Answer(file.read_bytes(), content_type=TYPES.get(file.suffix, "application/octet-stream"))
        return Answer(b"<h1>404</h1>", 404)

    return answer


def served_arxiv(base: str) -> Arxiv:
    """Answers what the local server at `base` says to the same path."""

    def answer(path: str) -> Answer:
        try:
            with urlopen(Request(base + path), timeout=30) as response:
                return Answer(
                    response.read(), response.status, response.headers["content-type"] or "text/plain"
                )
        except HTTPError as refused:
            with refused:
                return Answer(refused.read(), refused.code, refused.headers["content-type"] or "text/plain")

    return answer


@dataclass(frozen=True)
class Chromium:
    """A running browser and the extension in it."""

    context: BrowserContext
    worker: Worker

    @property
    def extension_id(self) -> str:
        """The id; the same for every unpacked build, by the manifest's `key`."""
        return urlsplit(self.worker.url).netloc

    def url(self, path: str) -> str:
        """Address of a page of the extension, e.g. `panel/panel.html?view=library`."""
        return f"chrome-extension://{self.extension_id}/{path}"

    def goto(self, url: str) -> Page:
        """Opens an address in a new tab."""
        page = self.context.new_page()
        page.goto(url)
        return page

    def panel(self, page: Page) -> Frame:
        """The panel in the overlay of `page`; waits until it is there."""
        element = page.locator("#papergloss-overlay iframe").element_handle()
        frame = element.content_frame()
        assert frame is not None
        frame.wait_for_url(lambda url: url.startswith(self.url("panel/panel.html?")))
        return frame

    def press_toolbar_button(self, page: Page) -> None:
        """Runs the toolbar button's handler for a tab: the button itself is out of reach headless.

        The address is added by hand, as a real press lets the extension see it (`activeTab`).
        """
        page.bring_to_front()
        self.worker.evaluate(
            """async (url) => {
                const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
                chrome.action.onClicked.dispatch({ ...tab, url });
            }""",
            page.url,
        )

    def stop_worker(self, page: Page) -> None:
        """Ends the extension's worker as the browser does when it is idle, and waits until it is gone.

        A message may start it again at once.

        What asks the worker (`settings`, `press_toolbar_button`) does not work afterwards.
        """
        states: list[str] = []

        def note(event: dict[str, Any]) -> None:
            states.extend(version["runningStatus"] for version in event["versions"])

        session = self.context.new_cdp_session(page)
        session.on("ServiceWorker.workerVersionUpdated", note)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        while "stopped" not in states:
            page.wait_for_timeout(20)

    def settings(self) -> dict[str, Any]:
        """Everything in storage.local."""
        return dict(self.worker.evaluate("() => chrome.storage.local.get()"))

    def write_settings(self, **values: Any) -> None:
        """Writes to storage.local, e.g. `paired={"base": …, "token": …}`."""
        self.worker.evaluate("(values) => chrome.storage.local.set(values)", values)

    def offer(self, link: str) -> Page:
        """Opens a pairing link (`http://127.0.0.1:PORT/pair#SECRET`); returns the page that asks."""
        tab = self.context.new_page()
        with self.context.expect_page() as opened:
            tab.goto(link)
        return opened.value

    def pair(self, link: str) -> Page:
        """Opens a pairing link, says yes, and returns the extension's page that has said so."""
        page = self.offer(link)
        page.locator(".button-main").click()
        expect(page.locator("select")).to_be_visible()
        return page


@contextmanager
def open_chromium(
    extension: Path, profile: Path, arxiv: Arxiv, *, lang: str = "en-US", keep_welcome: bool = False
) -> Iterator[Chromium]:
    """Starts headless Chromium with `extension` and a profile of its own.

    The page that welcomes whoever has just installed it is closed unless it is wanted.
    """
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium_path(),
            headless=True,
            locale=lang,
            viewport={"width": 1280, "height": 900},
            args=[
                *ARGUMENTS,
                f"--lang={lang}",
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
            ],
        )
        try:
            context.route(WEB, lambda route: answer_route(route, arxiv))
            workers = context.service_workers
            worker = workers[0] if workers else context.wait_for_event("serviceworker")
            welcome = _welcome(context)
            if not keep_welcome:
                welcome.close()
            yield Chromium(context, worker)
        finally:
            context.close()


def _welcome(context: BrowserContext) -> Page:
    """The tab that the extension opens after it was installed."""
    while True:
        for page in context.pages:
            if page.url.endswith(WELCOME):
                return page
        context.pages[0].wait_for_timeout(20)


def answer_route(route: Route, arxiv: Arxiv) -> None:
    """Answers a request of the browser as `arxiv` does; other hosts than this machine are refused."""
    url = urlsplit(route.request.url)
    if url.scheme == "https" and url.hostname in ARXIV_HOSTS:
        said = arxiv(f"{url.path}?{url.query}" if url.query else url.path)
        headers = {**said.headers, "content-type": said.content_type}
        route.fulfill(status=said.status, body=said.body, headers=headers)
    elif url.scheme in {"http", "https"} and url.hostname != "127.0.0.1":
        route.abort()
    else:
        route.continue_()
