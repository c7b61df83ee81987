"""Small PDFs made on the spot."""

from __future__ import annotations

import pymupdf

LOREM = (
    "The quick method of this paper reads every page in the order in which its author wrote it and keeps "
    "the words of one paragraph together although the printed lines end where the column ends. "
)


def blank(pages: int = 1) -> pymupdf.Document:
    """An empty document of A4 pages."""
    pdf = pymupdf.open()
    for _ in range(pages):
        pdf.new_page(width=595, height=842)
    return pdf


def column(page: pymupdf.Page, rect: tuple[float, float, float, float], text: str, size: float = 10) -> None:
    """Set `text` justified in `rect`."""
    left = page.insert_textbox(
        rect, text, fontsize=size, fontname="tiro", align=pymupdf.TEXT_ALIGN_JUSTIFY, lineheight=1.2
    )
    assert left >= 0, "the box is too small for the text"


def heading(page: pymupdf.Page, x: float, y: float, text: str, size: float = 13) -> None:
    """A bold line."""
    page.insert_text((x, y), text, fontsize=size, fontname="tibo")


def paper() -> bytes:
    """A two-column paper of three pages: head, sections, a figure, a table, a footnote, references."""
    pdf = blank(3)
    first, second, third = pdf[0], pdf[1], pdf[2]
    heading(first, 120, 90, "Reading Papers in the Margin", 18)
    first.insert_text((200, 112), "Ada Lovelace, Alan Turing", fontsize=11, fontname="tiro")
    heading(first, 60, 150, "Abstract")
    column(first, (60, 160, 290, 300), LOREM * 3)
    heading(first, 60, 330, "1  Introduction")
    column(first, (60, 340, 290, 700), "We begin with the left column. " + LOREM * 6)
    column(first, (310, 140, 540, 700), "We go on in the right column. " + LOREM * 9)
    first.insert_text((300, 800), "1", fontsize=9, fontname="tiro")
    _figure_page(second)
    heading(third, 60, 80, "3  Conclusion")
    column(third, (60, 90, 290, 300), LOREM * 3)
    heading(third, 310, 80, "References")
    for index in range(1, 6):
        text = (
            f"[{index}] A. Author and B. Writer. A title of paper {index}. Journal of Tests, {2000 + index}."
        )
        column(third, (310, 70 + 30 * index, 540, 98 + 30 * index), text, 9)
    third.insert_text((300, 800), "3", fontsize=9, fontname="tiro")
    return bytes(pdf.tobytes())


def _figure_page(page: pymupdf.Page) -> None:
    page.draw_rect((80, 70, 270, 200), color=(0, 0, 0.6), fill=(0.8, 0.9, 1))
    page.draw_line((90, 190), (260, 80), color=(1, 0, 0), width=2)
    page.insert_text((140, 190), "epochs", fontsize=7, fontname="helv")
    column(page, (60, 210, 290, 240), "Figure 1: The loss falls with the number of epochs.", 9)
    column(page, (60, 250, 290, 700), LOREM * 7)
    column(page, (310, 60, 540, 85), "Table 1: Accuracy of three methods.", 9)
    for y in (90, 106, 150):
        page.draw_line((330, y), (520, y), width=0.6)
    for row, cells in enumerate((("Method", "Accuracy"), ("Baseline", "71.2"), ("Ours", "93.4"))):
        for place, cell in enumerate(cells):
            page.insert_text((340 + 110 * place, 101 + 17 * row), cell, fontsize=9, fontname="tiro")
    heading(page, 310, 190, "2  Method")
    column(page, (310, 200, 540, 640), "As Figure 1 shows, the loss falls. " + LOREM * 6)
    page.draw_line((310, 690), (380, 690), width=0.4)
    page.insert_text((312, 702), "1 The code is at https://example.org/code.", fontsize=7.5, fontname="tiro")
    page.insert_text((300, 800), "2", fontsize=9, fontname="tiro")


def long_paper(sections: int = 8) -> bytes:
    """A paper of as many pages as sections, a section to a page."""
    pdf = blank(sections)
    for number in range(1, sections + 1):
        page = pdf[number - 1]
        if number == 1:
            heading(page, 120, 60, "Reading Long Papers in the Margin", 18)
        heading(page, 60, 100, f"{number}  Section of Part {'ABCDEFGHIJKLMNOP'[number - 1]}")
        words = f"Part {number} reports a score of {number}.5 points. {LOREM}"
        column(page, (60, 110, 540, 700), words * 12)
    return bytes(pdf.tobytes())
