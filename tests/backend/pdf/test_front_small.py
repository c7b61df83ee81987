"""Titles and authors of first pages that the tests set themselves."""

from __future__ import annotations

import pymupdf

from papergloss.pdf import reader
from support import pdfs


def front(pdf: pymupdf.Document) -> tuple[str | None, tuple[str, ...]]:
    pdfs.heading(pdf[0], 60, 300, "1  Introduction")
    pdfs.column(pdf[0], (60, 310, 540, 700), pdfs.LOREM * 8)
    document = reader.read(bytes(pdf.tobytes()))
    return document.title, document.authors


def line(page: pymupdf.Page, y: float, text: str, size: float = 10, font: str = "tiro") -> None:
    page.insert_text((150, y), text, fontsize=size, fontname=font)


def test_raised_letters_are_no_part_of_a_name() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 90, "Reading Papers in the Margin", 18)
    writer = pymupdf.TextWriter(pdf[0].rect)
    font = pymupdf.Font("tiro")
    at = pymupdf.Point(150, 120)
    for text, raised in (("Ada Lovelace", 0), ("a", 4), (" and Alan Turing", 0), ("a,b", 4)):
        _, end = writer.append((at.x, 120 - raised), text, font=font, fontsize=7 if raised else 11)
        at = end
    writer.write_text(pdf[0])
    assert front(pdf)[1] == ("Ada Lovelace", "Alan Turing")


def test_lines_of_an_address_are_no_authors() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 90, "Reading Papers in the Margin", 18)
    line(pdf[0], 120, "Ada Lovelace", font="tibo")
    for row, text in enumerate(("Google Inc.", "Mountain View", "ada@example.org")):
        line(pdf[0], 132 + 12 * row, text)
    assert front(pdf)[1] == ("Ada Lovelace",)


def test_a_name_that_goes_on_in_the_next_line_is_one() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 90, "Reading Papers in the Margin", 18)
    for row, text in enumerate(
        ("Ada Lovelace1, Alan Turing2, Grace Brewster Murray", "Hopper3, Kurt Gödel4")
    ):
        line(pdf[0], 120 + 12 * row, text)
    assert front(pdf)[1] == ("Ada Lovelace", "Alan Turing", "Grace Brewster Murray Hopper", "Kurt Gödel")


def test_signs_behind_names_are_no_part_of_them() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 90, "Reading Papers in the Margin", 18)
    writer = pymupdf.TextWriter(pdf[0].rect)
    at = pymupdf.Point(150, 120)
    for font, text in (("tiro", "Ada Lovelace"), ("symb", "◊"), ("tiro", ", Alan Turing"), ("symb", "♣")):
        _, at = writer.append(at, text, font=pymupdf.Font(font), fontsize=11)
    writer.write_text(pdf[0])
    assert front(pdf)[1] == ("Ada Lovelace", "Alan Turing")


def test_a_bold_subtitle_belongs_to_the_title() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 90, "Margins: Reading Papers", 18)
    pdfs.heading(pdf[0], 150, 112, "Quickly And With Pleasure", 14)
    line(pdf[0], 140, "Ada Lovelace", font="tibo")
    assert front(pdf) == ("Margins: Reading Papers Quickly And With Pleasure", ("Ada Lovelace",))


def test_a_masthead_as_large_as_the_title_is_no_part_of_it() -> None:
    pdf = pdfs.blank()
    line(pdf[0], 40, "JOURNAL OF MARGINS", 18)
    pdfs.heading(pdf[0], 120, 120, "Reading Papers in the Margin", 18)
    line(pdf[0], 140, "Ada Lovelace")
    assert front(pdf) == ("Reading Papers in the Margin", ("Ada Lovelace",))


def test_a_collaboration_signs_where_no_author_is_named() -> None:
    pdf = pdfs.blank()
    pdfs.heading(pdf[0], 120, 120, "Reading Papers in the Margin", 18)
    line(pdf[0], 140, "The MARGIN and GLOSS Collaborations*")
    assert front(pdf)[1] == ("The MARGIN and GLOSS Collaborations",)
