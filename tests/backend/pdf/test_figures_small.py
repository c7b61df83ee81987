"""Crops of figures and tables that the tests set themselves: nothing cut off, nothing foreign inside."""

from __future__ import annotations

import pymupdf
import pytest

from papergloss.pdf import reader
from papergloss.pdf.document import Document, Figure, Rect
from support import pdfs

TEXT = (60, 560, 540, 760)
"""Where a page's running text stands."""


def read(pdf: pymupdf.Document) -> Document:
    return reader.read(bytes(pdf.tobytes()))


def only(document: Document) -> Figure:
    (figure,) = document.figures
    return figure


def page_of_text(pdf: pymupdf.Document, number: int = 0) -> pymupdf.Page:
    pdfs.column(pdf[number], TEXT, pdfs.LOREM * 5)
    return pdf[number]


def plot(page: pymupdf.Page, rect: Rect) -> None:
    page.draw_rect(rect, color=(0, 0, 0.6), fill=(0.8, 0.9, 1))
    page.draw_line(rect[:2], rect[2:], color=(1, 0, 0), width=2)


def rules(page: pymupdf.Page, x: tuple[float, float], *heights: float) -> None:
    for y in heights:
        page.draw_line((x[0], y), (x[1], y), width=0.6)


def rows(page: pymupdf.Page, x: float, y: float) -> None:
    for row, cells in enumerate((("Method", "Accuracy"), ("Baseline", "71.2"), ("Ours", "93.4"))):
        for place, cell in enumerate(cells):
            page.insert_text((x + 110 * place, y + 17 * row), cell, fontsize=9, fontname="tiro")


def test_a_title_below_its_label_is_caption_and_not_table() -> None:
    page = page_of_text(pdf := pdfs.blank())
    page.insert_text((280, 100), "TABLE 1", fontsize=9, fontname="tiro")
    page.insert_text((250, 111), "Accuracy of three methods", fontsize=9, fontname="tiro")
    rules(page, (200, 400), 120, 136, 180)
    rows(page, 210, 131)
    table = only(read(pdf))
    assert table.caption == "TABLE 1 Accuracy of three methods"
    assert table.rect == pytest.approx((197, 117, 403, 183), abs=2)


def test_a_picture_that_is_white_at_its_edges_takes_no_text_along() -> None:
    page = pdfs.blank()[0]
    pdf = page.parent
    page.draw_rect((100, 150, 500, 420), color=None, fill=(1, 1, 1))
    plot(page, (200, 200, 400, 380))
    pdfs.column(page, (60, 60, 540, 175), pdfs.LOREM * 4)
    pdfs.column(page, (60, 400, 540, 415), "Figure 1: A plot in a white frame.", 9)
    pdfs.column(page, TEXT, pdfs.LOREM * 5)
    assert only(read(pdf)).rect == pytest.approx((197, 197, 403, 383), abs=2)


def test_the_margin_of_a_crop_ends_before_the_caption() -> None:
    page = page_of_text(pdf := pdfs.blank())
    plot(page, (200, 200, 400, 300))
    page.insert_text((200, 308), "Figure 1: EEEEEEEEEEEEEEE.", fontsize=9, fontname="helv")
    bottom = only(read(pdf)).rect[3]
    assert 300 <= bottom <= 308 - 0.7 * 9


def test_a_table_after_the_references_is_no_reference() -> None:
    pdf = pdfs.blank(2)
    page_of_text(pdf)
    pdfs.heading(pdf[0], 60, 80, "References")
    for index in range(1, 6):
        entry = f"[{index}] A. Author. A title of paper {index}. Journal of Tests, {2000 + index}."
        pdfs.column(pdf[0], (60, 60 + 30 * index, 540, 80 + 30 * index), entry, 9)
    pdfs.column(pdf[1], (200, 95, 400, 115), "Table 1: Accuracy of methods.", 9)
    rules(pdf[1], (200, 400), 120, 136, 180)
    rows(pdf[1], 210, 131)
    tables = [passage.text for passage in read(pdf).passages if passage.kind == "table"]
    assert tables == ["Method Accuracy\nBaseline 71.2\nOurs 93.4"]


def test_the_panels_own_captions_belong_to_the_figure() -> None:
    page = page_of_text(pdf := pdfs.blank())
    for part, top in (("(a)", 80), ("(b)", 200)):
        plot(page, (60, top, 540, top + 70))
        pdfs.column(page, (60, top + 75, 540, top + 105), f"{part} {pdfs.LOREM}", 9)
    pdfs.column(page, (60, 320, 540, 340), "Figure 1: Two panels.", 10)
    assert only(read(pdf)).rect == pytest.approx((57, 77, 543, 303), abs=5)


def test_an_algorithm_ends_before_the_head_of_the_next() -> None:
    page = page_of_text(pdf := pdfs.blank())
    for number, top in ((1, 100), (2, 190)):
        rules(page, (60, 540), top, top + 16, top + 78)
        page.insert_text((60, top + 12), f"Algorithm {number}", fontsize=10, fontname="tibo")
        page.insert_text((105 + 15, top + 12), "Counting on", fontsize=10, fontname="tiro")
        for row in range(4):
            page.insert_text((70, top + 30 + 14 * row), f"{row}: x := x + 1", fontsize=10, fontname="tiro")
    first, second = read(pdf).figures
    assert first.rect[3] == pytest.approx(181, abs=2)
    assert second.rect[3] == pytest.approx(271, abs=2)


def test_notes_with_raised_marks_belong_to_their_table() -> None:
    page = page_of_text(pdf := pdfs.blank())
    pdfs.column(page, (60, 95, 540, 115), "Table 1: Accuracy of methods.", 9)
    rules(page, (60, 540), 120, 136, 180)
    rows(page, 100, 131)
    page.insert_text((62, 191), "a", fontsize=6, fontname="tiro")
    pdfs.column(page, (65, 183, 540, 240), pdfs.LOREM * 2)
    table = only(read(pdf))
    assert table.rect[3] > 205


def test_the_titles_of_plots_that_come_back_are_no_running_heads() -> None:
    pdf = pdfs.blank(4)
    for number in range(4):
        page = page_of_text(pdf, number)
        page.insert_text((280, 60), "T = 200 MeV", fontsize=8, fontname="helv")
        plot(page, (200, 63, 400, 300))
        pdfs.column(page, (60, 305, 540, 320), f"Figure {number + 1}: A plot with a title.", 9)
    assert all(figure.rect[1] < 56 for figure in read(pdf).figures)


def test_a_running_head_turned_with_its_page_is_in_no_table() -> None:
    pdf = pdfs.blank(5)
    for number in range(5):
        page = page_of_text(pdf, number)
        if number < 4:
            page.insert_text((200, 40), "Reading Papers in the Margin", fontsize=8, fontname="tiro")
    page = pdf[4]
    page.insert_text((560, 300), "Reading Papers in the Margin", fontsize=8, fontname="tiro", rotate=90)
    pdfs.column(page, (60, 95, 540, 115), "Table 1: Accuracy of methods.", 9)
    rules(page, (60, 540), 120, 136, 180)
    rows(page, 100, 131)
    assert only(read(pdf)).rect == pytest.approx((57, 117, 543, 183), abs=2)


def test_a_table_set_sideways_is_found_and_read_row_by_row() -> None:
    pdf = pdfs.blank(2)
    page_of_text(pdf)
    page = pdf[1]
    page.insert_text(
        (200, 500), "Table 1: Accuracy of three methods.", fontsize=10, fontname="tiro", rotate=90
    )
    page.draw_rect((210, 250, 275, 520), width=0.6)
    for row, cells in enumerate((("Method", "Accuracy"), ("Baseline", "71.2"), ("Ours", "93.4"))):
        for place, cell in enumerate(cells):
            at = (225 + 20 * row, 510 - 110 * place)
            page.insert_text(at, cell, fontsize=9, fontname="tiro", rotate=90)
    document = read(pdf)
    assert only(document).rect == pytest.approx((207, 247, 278, 523), abs=2)
    tables = [passage.text for passage in document.passages if passage.kind == "table"]
    assert tables == ["Method Accuracy\nBaseline 71.2\nOurs 93.4"]


def test_a_figure_between_authors_and_abstract_keeps_its_labels() -> None:
    pdf = pdfs.blank()
    page = pdf[0]
    pdfs.heading(page, 120, 90, "Reading Papers in the Margin", 18)
    page.insert_text((200, 112), "Ada Lovelace, Alan Turing", fontsize=11, fontname="tiro")
    plot(page, (100, 150, 500, 280))
    for x in (100, 300, 480):
        page.insert_text((x, 290), "step", fontsize=8, fontname="helv")
    page.insert_text((200, 270), "Papers and margins", fontsize=8, fontname="helv")
    pdfs.column(page, (60, 300, 540, 315), "Figure 1: A plot above the abstract.", 9)
    pdfs.heading(page, 60, 350, "Abstract")
    pdfs.column(page, (60, 360, 540, 500), pdfs.LOREM * 4)
    page_of_text(pdf)
    document = read(pdf)
    assert only(document).rect == pytest.approx((97, 147, 503, 295), abs=2.5)
    assert document.authors == ("Ada Lovelace", "Alan Turing")


def test_figures_come_in_the_order_of_their_numbers() -> None:
    labels = ("Table II", "Figure 10", "Figure A.1", "Figure 9", "Table IV", "Figure 2")
    pdf = pdfs.blank(len(labels))
    for number, label in enumerate(labels):
        page_of_text(pdf, number)
        low = 300 + 20 * number
        plot(pdf[number], (200, low - 100, 400, low))
        pdf[number].insert_text((200, low + 20), f"{label}: A plot.", fontsize=9, fontname="tiro")
    found = [(figure.kind, figure.number) for figure in read(pdf).figures]
    numbers = ("2", "9", "10", "A.1")
    assert found == [*(("figure", number) for number in numbers), ("table", "II"), ("table", "IV")]


def test_a_caption_with_a_bold_beginning_is_whole() -> None:
    page = page_of_text(pdf := pdfs.blank())
    plot(page, (200, 200, 400, 300))
    lead = "Figure 1. This is a title in bold letters that fills most of its only line and is "
    page.insert_text((60, 320), lead, fontsize=10, fontname="tibo")
    end = 60 + pymupdf.get_text_length(lead, "tibo", 10)
    page.insert_text((end, 320), "followed in regular ones up to the edge", fontsize=10, fontname="tiro")
    page.insert_text((60, 332), "by regular ones to the end.", fontsize=10, fontname="tiro")
    assert only(read(pdf)).caption.endswith("to the end.")


def test_a_caption_at_the_side_belongs_to_the_drawing_beside_it() -> None:
    page = page_of_text(pdf := pdfs.blank())
    plot(page, (70, 150, 330, 330))
    page.insert_text((150, 170), "Table 1", fontsize=8, fontname="helv")
    pdfs.column(page, (350, 200, 530, 300), "Figure 1: A plot of the method. " + pdfs.LOREM, 9)
    figure = only(read(pdf))
    assert (figure.kind, figure.number) == ("figure", "1")
    assert figure.rect == pytest.approx((67, 147, 333, 333), abs=2)
