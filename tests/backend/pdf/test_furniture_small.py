"""What stands around the text, in PDFs that the tests set themselves."""

from __future__ import annotations

import pymupdf
import pytest

from papergloss.pdf import reader
from papergloss.pdf.document import Document
from support import pdfs


def read(pdf: pymupdf.Document) -> Document:
    return reader.read(bytes(pdf.tobytes()))


def text_of(document: Document) -> str:
    return " ".join(passage.text for passage in document.passages)


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_are_no_text(step: int) -> None:
    pdf = pdfs.blank(2)
    for page in pdf:
        pdfs.column(page, (90, 90, 540, 780), pdfs.LOREM * 20)
        count = 0
        for block in page.get_text("dict")["blocks"]:
            for line in block["lines"]:
                count += 1
                if count % step == 0:
                    at = (60, line["spans"][0]["origin"][1])
                    page.insert_text(at, f"{count + 700}", fontsize=6, fontname="tiro")
    assert not any(char.isdigit() for char in text_of(read(pdf)))


def test_a_column_of_numbers_in_the_text_stays() -> None:
    pdf = pdfs.blank()
    pdfs.column(pdf[0], (60, 60, 540, 400), pdfs.LOREM * 8)
    for row in range(14):
        pdf[0].insert_text((280, 430 + 12 * row), str(row + 1), fontsize=10, fontname="tiro")
    assert "14" in text_of(read(pdf))


def test_a_heading_at_the_height_of_running_heads_stays() -> None:
    pdf = pdfs.blank(9)
    for page in pdf:
        pdfs.column(page, (60, 90, 540, 600), pdfs.LOREM * 12)
        if page.number != 4:
            page.insert_text((60, 60), "A. Lovelace: On margins", fontsize=9, fontname="tiro")
    pdfs.heading(pdf[4], 60, 60, "2  Methods")
    document = read(pdf)
    assert [section.title for section in document.sections] == ["Methods"]
    assert "Lovelace" not in text_of(document)


def test_an_italic_title_is_told_from_its_paragraph() -> None:
    pdf = pdfs.blank()
    for y, title in ((80, "1. Introduction"), (300, "2. Tables")):
        pdf[0].insert_text((60, y), title, fontsize=10, fontname="tiit")
        pdfs.column(pdf[0], (60, y + 4, 540, y + 150), pdfs.LOREM * 4)
    assert [section.title for section in read(pdf).sections] == ["Introduction", "Tables"]


def test_margin_notes_are_out_of_the_flow() -> None:
    pdf = pdfs.blank(2)
    for page in pdf:
        pdfs.column(page, (60, 60, 430, 760), pdfs.LOREM * 20)
        pdfs.column(page, (445, 200, 560, 260), "A note in the margin points to another paper.", 7.5)
    document = read(pdf)
    body = " ".join(passage.text for passage in document.passages if passage.kind == "body")
    assert "note in the margin" not in body
    assert "note in the margin" in text_of(document)
