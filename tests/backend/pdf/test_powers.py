"""Raised digits stay raised in the text that is read."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from papergloss.pdf.reader import read


def set_line(*pieces: tuple[str, float, float]) -> str:
    """What is read from a line of text, each piece with its size and its rise."""
    out = BytesIO()
    canvas = Canvas(out)
    text = canvas.beginText(72, 700)
    for piece, size, rise in pieces:
        text.setFont("Times-Roman", size)
        text.setRise(rise)
        text.textOut(piece)
    canvas.drawText(text)
    canvas.save()
    return " ".join(passage.text for passage in read(out.getvalue()).passages)


TAIL = (" asteroids larger than 10 meters in this survey of the sky.", 11, 0)


@pytest.mark.parametrize(
    ("pieces", "read_as"),
    [
        ([("We find 10", 11, 0), ("6.6", 7, 4)], "10^6.6 asteroids"),
        ([("We find 10", 11, 0), ("-", 7, 4), ("9", 7, 4)], "10^-9 asteroids"),
        ([("We find 10", 11, 0), ("0", 7, 4)], "10^0 asteroids"),
        ([("We find c", 11, 0), ("1", 7, -2), ("2", 7, 4)], "c1 2 asteroids"),
    ],
)
def test_raised_digits_are_powers_not_more_digits(
    pieces: list[tuple[str, float, float]], read_as: str
) -> None:
    assert read_as in set_line(*pieces, TAIL)
