"""Headings of PDFs that the tests set themselves."""

from __future__ import annotations

import pymupdf

from papergloss.pdf import reader
from support import pdfs


def sections(pdf: pymupdf.Document) -> list[tuple[str | None, str, int]]:
    return [(found.number, found.title, found.level) for found in reader.read(bytes(pdf.tobytes())).sections]


def chapter(page: pymupdf.Page, y: float, title: str) -> None:
    pdfs.heading(page, 60, y, title)
    pdfs.column(page, (60, y + 10, 540, y + 100), pdfs.LOREM * 3)


def test_an_excerpt_may_leave_sections_out() -> None:
    pdf = pdfs.blank(2)
    chapter(pdf[0], 100, "1  Introduction")
    chapter(pdf[1], 100, "6  Results")
    assert sections(pdf) == [("1", "Introduction", 1), ("6", "Results", 1)]


def test_printed_numbers_tell_the_level_where_the_outline_is_nested_wrongly() -> None:
    pdf = pdfs.blank(3)
    titles = ("1  Introduction", "2  Methods", "2.1  Training")
    for page, title in zip(pdf, titles, strict=True):
        chapter(page, 100, title)
    pdf.set_toc([[level, title, level] for level, title in enumerate(titles, 1)])
    assert sections(pdf) == [("1", "Introduction", 1), ("2", "Methods", 1), ("2.1", "Training", 2)]


def test_appendices_after_roman_sections_are_of_the_first_level() -> None:
    pdf = pdfs.blank(2)
    for place, title in enumerate(("I. Introduction", "II. Methods", "A. Training", "III. Results")):
        chapter(pdf[0], 100 + 150 * place, title)
    chapter(pdf[1], 100, "Appendix A: Proofs")
    assert sections(pdf) == [
        ("I", "Introduction", 1),
        ("II", "Methods", 1),
        ("A", "Training", 2),
        ("III", "Results", 1),
        ("A", "Proofs", 1),
    ]


def test_an_appendix_in_plain_type_is_a_heading() -> None:
    pdf = pdfs.blank()
    chapter(pdf[0], 100, "Introduction")
    pdf[0].insert_text((60, 300), "APPENDIX (1): Some Low-Lying States", fontsize=10, fontname="tiro")
    pdfs.column(pdf[0], (60, 312, 540, 400), pdfs.LOREM * 3)
    assert sections(pdf)[-1] == (None, "APPENDIX (1): Some Low-Lying States", 1)


def test_an_abstract_between_rules_is_no_table() -> None:
    pdf = pdfs.blank()
    page = pdf[0]
    pdfs.heading(page, 120, 90, "Reading Papers in the Margin", 18)
    for y in (130, 240):
        page.draw_line((60, y), (540, y), width=0.6)
    pdfs.heading(page, 60, 150, "Abstract", 10)
    pdfs.column(page, (60, 160, 540, 235), pdfs.LOREM * 3)
    chapter(page, 280, "1  Introduction")
    assert sections(pdf) == [(None, "Abstract", 1), ("1", "Introduction", 1)]


def test_a_contents_list_without_leaders_opens_no_sections() -> None:
    pdf = pdfs.blank(2)
    pdf[0].insert_text((270, 90), "Contents", fontsize=10, fontname="tiro")
    for row, title in enumerate(("Introduction", "Methods", "Acknowledgements", "References")):
        pdf[0].insert_text((60, 120 + 14 * row), title, fontsize=10, fontname="tiro")
        pdf[0].insert_text((530, 120 + 14 * row), str(row + 2), fontsize=10, fontname="tiro")
    pdfs.column(pdf[0], (60, 300, 540, 700), pdfs.LOREM * 8)
    chapter(pdf[1], 100, "Introduction")
    assert (None, "Introduction", 1) in sections(pdf)
    assert len([title for _, title, _ in sections(pdf) if title in {"Methods", "References"}]) == 0


def test_numbers_below_roman_sections_are_of_the_third_level() -> None:
    pdf = pdfs.blank()
    titles = ("I. Introduction", "A. Training", "1. Data", "II. Methods", "III. Results")
    for place, title in enumerate(titles):
        chapter(pdf[0], 80 + 150 * place, title)
    assert [level for _, _, level in sections(pdf)] == [1, 2, 3, 1, 1]


def test_letters_that_could_be_roman_numbers_leave_the_sections_their_level() -> None:
    pdf = pdfs.blank()
    titles = ("1. Introduction", "2. Methods", "I. First case", "V. Second case", "X. Third case")
    for place, title in enumerate(titles):
        chapter(pdf[0], 80 + 150 * place, title)
    assert sections(pdf)[:2] == [("1", "Introduction", 1), ("2", "Methods", 1)]


def test_spaced_letters_are_a_word() -> None:
    pdf = pdfs.blank()
    for place, title in enumerate(("A B S T R A C T", "1. Introduction")):
        chapter(pdf[0], 80 + 150 * place, title)
    assert sections(pdf) == [(None, "ABSTRACT", 1), ("1", "Introduction", 1)]


def test_a_run_in_title_whose_line_is_divided_is_no_heading() -> None:
    pdf = pdfs.blank()
    chapter(pdf[0], 80, "1. Introduction")
    pdfs.heading(pdf[0], 60, 260, "1.1. Places of Quotes. When the en-", 10)
    pdfs.column(pdf[0], (60, 264, 540, 400), "try is long, its title is cut. " + pdfs.LOREM * 3)
    assert sections(pdf) == [("1", "Introduction", 1)]
