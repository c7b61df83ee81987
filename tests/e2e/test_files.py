"""A PDF that is not arXiv's: chosen, or dropped anywhere in the panel."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.panel_page import PATIENCE, PanelPage
from support.pdfs import paper as small_paper_pdf
from support.reader import Reader

DROP = """({ name, body, address }) => {
    const data = new DataTransfer();
    if (body !== null) {
        const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: "application/pdf" }));
    }
    if (address !== null) data.setData("text/uri-list", address);
    for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
        );
    }
}"""


def drop(panel: PanelPage, *, body: bytes | None = None, address: str | None = None) -> None:
    encoded = None if body is None else base64.b64encode(body).decode()
    panel.frame.evaluate(DROP, {"name": "mine.pdf", "body": encoded, "address": address})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "Reading in the margin.pdf"
    made.write_bytes(small_paper_pdf())
    return made


def test_a_chosen_file_becomes_a_card(reader: Reader, file: Path) -> None:
    panel = reader.panel_tab()
    expect(panel.button("Gloss a PDF file…")).to_be_visible()
    panel.frame.locator("input[type=file]").set_input_files(file)
    expect(panel.authors).to_contain_text("Ada Lovelace", timeout=PATIENCE)
    assert "paper=sha256%3A" in panel.page.url


def test_a_file_dropped_on_another_papers_card_opens_its_own(reader: Reader, file: Path) -> None:
    panel = reader.panel_tab("paper=9999.99999")
    expect(panel.notice).to_have_text("This is not an arXiv paper.", timeout=PATIENCE)
    drop(panel, body=file.read_bytes())
    expect(panel.authors).to_contain_text("Ada Lovelace", timeout=PATIENCE)


def test_what_is_no_pdf_is_told_and_nothing_is_lost(reader: Reader) -> None:
    panel = reader.panel_tab()
    expect(panel.button("Gloss a PDF file…")).to_be_visible()
    drop(panel, body=b"<!DOCTYPE html>")
    expect(panel.frame.locator(".drop .problem-reason")).to_be_visible()
    assert panel.violations() == []
    panel.frame.locator(".drop button").click()
    expect(panel.frame.locator(".drop")).to_have_count(0)


def test_a_dropped_address_opens_arxivs_paper_and_no_other(reader: Reader) -> None:
    panel = reader.panel_tab()
    expect(panel.button("Gloss a PDF file…")).to_be_visible()
    drop(panel, address="https://openreview.net/pdf?id=x")
    expect(panel.frame.locator(".drop")).to_contain_text("Save the PDF")
    drop(panel, address="https://www.alphaxiv.org/abs/2503.20680")
    expect(panel.page).to_have_url(re.compile("paper=2503.20680"))
