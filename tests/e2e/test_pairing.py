"""Pairing without typing, against the real backend: what is asked, what is kept, what is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from papergloss.jobs.assembly import Backend
from support.backend import running_server
from support.browser import Chromium
from support.small_pipeline import SmallPipeline


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    with running_server(tmp_path / "first", SmallPipeline()) as made:
        yield made


@pytest.fixture
def unpaired(chromium: Chromium) -> Chromium:
    chromium.worker.evaluate("() => chrome.storage.local.clear()")
    return chromium


def base(backend: Backend) -> str:
    return f"http://127.0.0.1:{backend.config.port}"


def link(backend: Backend) -> str:
    return f"{base(backend)}/pair#{backend.pairing.new_secret()}"


def test_from_the_link_to_the_panel(unpaired: Chromium, backend: Backend) -> None:
    asks = unpaired.offer(link(backend))
    expect(asks.locator("h1")).to_have_text(f"Connect to PaperGloss at 127.0.0.1:{backend.config.port}?")
    assert asks.url == unpaired.url("welcome/pair.html")
    assert unpaired.settings() == {}
    asks.locator(".button-main").click()
    expect(asks.locator("h1")).to_have_text("Connected")
    assert unpaired.settings()["paired"]["base"] == base(backend)
    page = unpaired.goto("https://arxiv.org/abs/2503.20680v2")
    page.get_by_role("button", name="PaperGloss").click()
    panel = unpaired.panel(page)
    expect(panel.get_by_text("A Careful Reader")).to_be_visible()
    expect(panel.get_by_text("The method reads every page and cites what it found .")).to_be_visible()


def test_the_secret_stays_in_no_address(unpaired: Chromium, backend: Backend) -> None:
    asks = unpaired.offer(link(backend))
    expect(asks.locator("h1")).to_contain_text("Connect to PaperGloss")
    pages = [page.url for page in unpaired.context.pages]
    assert f"{base(backend)}/pair" in pages
    assert not any("#" in url for url in pages)
    asks.reload()
    expect(asks.locator("h1")).to_have_text("Nobody is waiting to be connected")


def test_a_paired_backend_is_replaced_only_with_a_yes(
    unpaired: Chromium, backend: Backend, tmp_path: Path
) -> None:
    unpaired.pair(link(backend))
    kept = unpaired.settings()["paired"]
    with running_server(tmp_path / "second", SmallPipeline()) as second:
        asks = unpaired.offer(link(second))
        expect(asks.locator(".caution")).to_contain_text(f"127.0.0.1:{backend.config.port}")
        asks.get_by_role("button", name="Not now").click()
        expect(asks.locator("h1")).to_have_text("Not connected")
        assert unpaired.settings()["paired"] == kept
        asks = unpaired.offer(link(second))
        asks.get_by_role("button", name="Replace and connect").click()
        expect(asks.locator("h1")).to_have_text("Connected")
        assert unpaired.settings()["paired"]["base"] == base(second)


def test_a_link_works_once(unpaired: Chromium, backend: Backend) -> None:
    address = link(backend)
    unpaired.pair(address)
    kept = unpaired.settings()["paired"]
    asks = unpaired.offer(address)
    asks.locator(".button-main").click()
    expect(asks.locator("h1")).to_have_text("Could not connect")
    expect(asks.get_by_text("papergloss pair")).to_be_visible()
    assert unpaired.settings()["paired"] == kept


class _OtherProgram(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b'<!doctype html><title>notes</title><p id="seen">'
        if self.path != "/pair":
            body += b'<meta name="papergloss-pair" content="1">'
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("path", ["/pair", "/notes"])
def test_other_pages_of_this_machine_are_left_alone(unpaired: Chromium, path: str) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _OtherProgram) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        before = len(unpaired.context.pages)
        page = unpaired.goto(f"http://127.0.0.1:{server.server_port}{path}#s3cret")
        expect(page.locator("#seen")).to_be_attached()
        assert page.url.endswith("#s3cret")
        assert len(unpaired.context.pages) == before + 1
        server.shutdown()
        thread.join()
