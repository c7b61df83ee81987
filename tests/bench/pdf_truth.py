"""The truth files of tests/truth and a way to look at one.

    PYTHONPATH=tests python -m bench.pdf_truth NAME PAGE out.png

draws the truth's boxes in blue and the reader's in red.
"""

from __future__ import annotations

import functools
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from bench.harness import data_dir
from papergloss.pdf.assemble import read_bytes
from papergloss.pdf.document import Document, Rect
from papergloss.pdf.limits import DEFAULT

TRUTH = Path(__file__).resolve().parent.parent / "truth"


@dataclass(frozen=True)
class TrueFigure:
    """A captioned figure, table or algorithm and its ink's box in points."""

    page: int
    kind: str
    number: str
    box: Rect


@dataclass(frozen=True)
class TrueSection:
    """A printed top-level heading; an optional one counts neither as missed nor as false."""

    page: int
    number: str | None
    title: str
    optional: bool = False


def pdf_path(name: str) -> Path:
    """The shared PDF that a truth file is about."""
    return data_dir() / "pdfs" / f"{name}.pdf"


def names(folder: str) -> list[str]:
    """The truth files of `figures` or `sections` whose PDF is on this machine."""
    return [path.stem for path in sorted((TRUTH / folder).glob("*.json")) if pdf_path(path.stem).exists()]


def figures(name: str) -> list[TrueFigure]:
    """What a careful person would crop in the PDF `name`."""
    rows = json.loads((TRUTH / "figures" / f"{name}.json").read_text("utf-8"))
    return [TrueFigure(**{**row, "box": tuple(row["box"])}) for row in rows]


def sections(name: str) -> list[TrueSection]:
    """The top-level headings printed in the PDF `name`."""
    return [
        TrueSection(**row) for row in json.loads((TRUTH / "sections" / f"{name}.json").read_text("utf-8"))
    ]


@functools.cache
def document(name: str) -> Document:
    """What the reader makes of the PDF `name`, read once a run."""
    return list(read_bytes(pdf_path(name).read_bytes(), DEFAULT))[-1]


def draw(name: str, page: int, target: Path) -> None:
    """One page at 100 dpi with both kinds of boxes."""
    with pymupdf.open(pdf_path(name)) as pdf:
        pixmap = pdf[page - 1].get_pixmap(dpi=100, annots=False)
    sheet = pymupdf.open().new_page(width=pixmap.width * 0.72, height=pixmap.height * 0.72)
    sheet.insert_image(sheet.rect, pixmap=pixmap)
    for found in document(name).figures:
        if found.page == page:
            sheet.draw_rect(pymupdf.Rect(found.rect), color=(1, 0, 0), width=0.7)
    for true in figures(name):
        if true.page == page:
            sheet.draw_rect(pymupdf.Rect(true.box), color=(0, 0, 1), width=0.7)
    sheet.get_pixmap(dpi=100).save(target)


if __name__ == "__main__":
    draw(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
