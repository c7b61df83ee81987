"""One build and one browser for the tests of a file; they skip by name where a browser is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.browser import ROOT, Answer, Arxiv, Chromium, build_extension, chromium_path, open_chromium
from support.firefox import Firefox, firefox_path, open_firefox

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


@pytest.fixture(scope="module")
def firefox(firefox_build: Path, arxiv: Arxiv, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox with the extension."""
    with open_firefox(firefox_build, tmp_path_factory.mktemp("firefox"), arxiv) as browser:
        yield browser
