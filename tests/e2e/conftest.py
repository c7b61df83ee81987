"""One build and one browser for the tests of a file; they skip by name where a browser is missing.

Tests of the full stack take `reader`: a paired browser, the real backend process behind it, and behind
that one the local arXiv (`site`) and the local model (`model`).
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import ROOT, Answer, Arxiv, Chromium, build_extension, chromium_path, open_chromium
from support.firefox import firefox_path, open_firefox
from support.model_server import ModelServer
from support.pdfs import paper as small_paper_pdf
from support.reader import Reader, connect
from support.serving import PaperGloss
from support.two_browsers import Driver, InChromium

# A machine that does other things as well answers late; what is expected is still expected.
expect.set_options(timeout=20_000)

SMALL_PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>[2503.20680] Small</title></head><body>
<div id="abs-outer"><div class="leftcolumn"><div id="abs"><h1 class="title">Small</h1>
<blockquote class="abstract">An abstract.</blockquote></div></div>
<div class="extra-services"><div class="full-text"><h2>Access Paper:</h2><ul>
<li><a href="/pdf/2503.20680" class="abs-button download-pdf">View PDF</a></li></ul></div></div></div>
<p><a href="/abs/2503.20681">next</a></p></body></html>"""

# Stricter than arXiv has ever been: nothing of ours may depend on its leave.
HOSTILE = {
    "content-security-policy": "default-src 'none'; frame-src 'none'; style-src 'none'; script-src 'none'"
}


def small_arxiv(_path: str) -> Answer:
    """The same small abstract page for every address, under a hostile policy."""
    return Answer(SMALL_PAGE, headers=HOSTILE)


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the builds of this run go."""
    if not shutil.which("esbuild", path=ROOT / "node_modules" / ".bin"):
        pytest.skip("esbuild is not installed: run `npm ci`")
    return tmp_path_factory.mktemp("dist")


@pytest.fixture(scope="session")
def chrome_build(dist: Path) -> Path:
    """The extension for Chrome."""
    if chromium_path() is None:
        pytest.skip("Chromium is not installed")
    return build_extension(dist, "chrome")


@pytest.fixture(scope="session")
def firefox_build(dist: Path) -> Path:
    """The extension for Firefox."""
    if firefox_path() is None:
        pytest.skip("Firefox is not installed")
    return build_extension(dist, "firefox")


@pytest.fixture(scope="module")
def arxiv() -> Arxiv:
    """What stands for arXiv in the tests of a file; files override it."""
    return small_arxiv


@pytest.fixture(scope="module")
def chromium(
    chrome_build: Path, arxiv: Arxiv, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """Chromium with the extension."""
    with open_chromium(chrome_build, tmp_path_factory.mktemp("chromium"), arxiv) as browser:
        yield browser


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def driver(
    request: pytest.FixtureRequest, arxiv: Arxiv, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """One browser with the extension, then the other: for tests that are written once for both."""
    profile = tmp_path_factory.mktemp(request.param)
    if request.param == "firefox":
        with open_firefox(request.getfixturevalue("firefox_build"), profile, arxiv) as firefox:
            yield firefox
    else:
        with open_chromium(request.getfixturevalue("chrome_build"), profile, arxiv) as chromium:
            yield InChromium(chromium)


@pytest.fixture(scope="session")
def site() -> Iterator[ArxivServer]:
    """arXiv, for the browser and the backend alike; with the recorded papers where they are."""
    recorded = Path(os.environ.get("PAPERGLOSS_DATA", ROOT.parent / "shared" / "data"))
    with ArxivServer(recorded if recorded.is_dir() else None) as server:
        yield server


@pytest.fixture(scope="session")
def model_server() -> Iterator[ModelServer]:
    """The model that the backend is connected to."""
    with ModelServer() as server:
        yield server


@pytest.fixture
def model(model_server: ModelServer) -> Iterator[ModelServer]:
    """The model, as it is at first: it answers every prompt well, at once, and has been asked nothing."""
    scripted = model_server.answer
    model_server.requests.clear()
    yield model_server
    model_server.always(None)
    model_server.answer = scripted
    model_server.rate = 0.0


@pytest.fixture(scope="session")
def environment(site: ArxivServer, model_server: ModelServer) -> dict[str, str]:
    """What a backend is told: the local arXiv and the local model."""
    return {
        "PAPERGLOSS_ARXIV_URL": site.url,
        "PAPERGLOSS_ARXIV_API_URL": site.api_url,
        "PAPERGLOSS_ARXIV_FEED_URL": site.feed_url,
        "PAPERGLOSS_ARXIV_OAI_URL": site.oai_url,
        "OPENAI_BASE_URL": model_server.base_url,
        "OPENAI_API_KEY": "local",
        "PAPERGLOSS_MODEL": "scripted",
    }


@pytest.fixture(scope="session")
def backend(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[PaperGloss]:
    """The backend that tests share."""
    with PaperGloss(tmp_path_factory.mktemp("papergloss"), environment) as process:
        yield process


@pytest.fixture
def own_backend(environment: dict[str, str], tmp_path: Path) -> Iterator[PaperGloss]:
    """A backend of this test's own, not started: to be stopped, killed, or set up differently."""
    process = PaperGloss(tmp_path / "papergloss", dict(environment))
    yield process
    process.stop()


@pytest.fixture(scope="session")
def paired() -> dict[str, Any]:
    """The settings after the first pairing: the token holds for every browser with this extension's id."""
    return {}


@pytest.fixture(scope="module")
def connected(chromium: Chromium, backend: PaperGloss, paired: dict[str, Any]) -> Reader:
    """The browser of this file, paired with the shared backend, consent given."""
    if paired:
        reader = Reader(chromium, backend, paired)
        reader.listen()
        return reader
    reader = connect(chromium, backend)
    paired.update(reader.settings)
    return reader


@pytest.fixture
def reader(connected: Reader, model: ModelServer) -> Iterator[Reader]:
    """Someone who reads with the shared backend; the extension complains of nothing meanwhile."""
    connected.restore()
    yield connected
    connected.close_tabs()
    connected.end_jobs()
    assert connected.complaints() == []


_numbers = itertools.count(1)


@pytest.fixture
def paper(site: ArxivServer) -> SmallPaper:
    """A paper that nobody has glossed yet."""
    made = SmallPaper(f"2511.{next(_numbers):05d}", "Reading Papers in the Margin", pdf=small_paper_pdf())
    site.add(made)
    return made


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, chromium: Chromium, reader: Reader) -> Iterator[str]:
    """The test runs once in each."""
    chromium.write_settings(theme=request.param)
    yield str(request.param)
    reader.restore()
