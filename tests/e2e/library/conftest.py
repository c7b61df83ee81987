"""A browser that is paired with a backend of this test's own, and a library of three papers in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser import Chromium
from support.library_page import LibraryPage
from support.reader import Reader, connect
from support.serving import PaperGloss
from support.stocked_library import stock


@pytest.fixture
def stocked(chromium: Chromium, environment: dict[str, str], tmp_path: Path) -> Iterator[Reader]:
    """A paired browser and a library of three papers."""
    stock(tmp_path / "papergloss")
    # What a test before this one has kept is nothing that this one has opened.
    chromium.worker.evaluate("() => chrome.storage.local.clear()")
    with PaperGloss(tmp_path / "papergloss", environment) as process:
        reader = connect(chromium, process)
        yield reader
        reader.close_tabs()
        # A test ends where it kills the backend or starts it again; the browser says so by itself.
        assert [said for said in reader.complaints() if "ERR_" not in said] == []


@pytest.fixture
def library(stocked: Reader) -> LibraryPage:
    page = LibraryPage(stocked.browser)
    expect(page.lines).to_have_count(3)
    return page
