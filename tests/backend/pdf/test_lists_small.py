"""Lists of references and of contents in PDFs that the tests set themselves."""

from __future__ import annotations

import pymupdf

from papergloss.pdf import reader
from papergloss.pdf.document import Document
from support import pdfs


def read(pdf: pymupdf.Document) -> Document:
    return reader.read(bytes(pdf.tobytes()))


def entries(page: pymupdf.Page, x: float, y: float, count: int, mark: str = "[{}] ") -> None:
    for place in range(count):
        text = f"{mark.format(place + 1)}A. Author, Phys. Rev. {place + 30}, 100 ({place + 1990})."
        page.insert_text((x, y + 14 * place), text, fontsize=9, fontname="tiro")


def of_kind(document: Document, kind: str) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind == kind]


def test_a_list_without_a_heading_is_found_behind_the_address_above_it() -> None:
    pdf = pdfs.blank()
    pdfs.column(pdf[0], (60, 60, 540, 400), pdfs.LOREM * 8)
    pdf[0].insert_text((60, 486), "Corresponding author: ada@example.org", fontsize=9, fontname="tiro")
    entries(pdf[0], 60, 500, 12)
    document = read(pdf)
    references = of_kind(document, "reference")
    assert len(references) == 12
    assert references[0].startswith("[1]")
    assert "Phys. Rev." not in " ".join(of_kind(document, "body"))


def test_raised_numbers_begin_entries() -> None:
    pdf = pdfs.blank()
    pdfs.column(pdf[0], (60, 60, 540, 400), pdfs.LOREM * 8)
    for place in range(6):
        y = 500 + 14 * place
        pdf[0].insert_text((60, y - 3), str(place + 1), fontsize=5.5, fontname="tiro")
        pdf[0].insert_text((63, y), f"A. Author, Phys. Rev. {place + 30}, 100.", fontsize=9, fontname="tiro")
    assert len(of_kind(read(pdf), "reference")) == 6


def test_a_supplement_has_a_list_of_its_own() -> None:
    pdf = pdfs.blank(2)
    for page, title in zip(pdf, ("1  Introduction", "A  Supplement"), strict=True):
        pdfs.heading(page, 60, 80, title)
        pdfs.column(page, (60, 90, 540, 300), pdfs.LOREM * 5)
        pdfs.heading(page, 60, 340, "References")
        entries(page, 60, 370, 5)
    document = read(pdf)
    assert len(of_kind(document, "reference")) == 10
    assert all("Phys. Rev." not in text for text in of_kind(document, "body"))


def test_a_title_that_speaks_of_references_opens_no_list() -> None:
    pdf = pdfs.blank()
    for y, title in ((80, "1  Introduction"), (300, "2  References to Figures"), (520, "3  Results")):
        pdfs.heading(pdf[0], 60, y, title)
        pdfs.column(pdf[0], (60, y + 10, 540, y + 180), pdfs.LOREM * 4)
    document = read(pdf)
    assert [section.role for section in document.sections] == ["body"] * 3
    assert of_kind(document, "reference") == []


def test_printed_output_in_brackets_is_no_list() -> None:
    pdf = pdfs.blank()
    pdfs.column(pdf[0], (60, 60, 540, 300), pdfs.LOREM * 5)
    for row in range(1, 7):
        pdf[0].insert_text((60, 330 + 14 * row), f"[{row}] TRUE value", fontsize=10, fontname="cour")
    assert of_kind(read(pdf), "reference") == []


def test_a_contents_list_may_go_on_over_the_page() -> None:
    pdf = pdfs.blank(3)
    pdf[0].insert_text((270, 90), "Contents", fontsize=10, fontname="tiro")
    titles = ["Introduction", *(f"Part {n} of the Method" for n in range(6)), "References"]
    for row, title in enumerate(titles):
        page, y = pdf[row // 4], 180 + 14 * (row % 4)
        page.insert_text((60, y), title, fontsize=10, fontname="tiro")
        page.insert_text((530, y), str(row + 2), fontsize=10, fontname="tiro")
    for page in pdf:
        pdfs.column(page, (60, 300, 540, 700), pdfs.LOREM * 8)
    pdfs.heading(pdf[2], 60, 280, "References")
    assert [(s.title, s.page) for s in read(pdf).sections if s.role == "references"] == [("References", 3)]
