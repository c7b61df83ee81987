"""Raised digits stay raised in the text that is read."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from papergloss.pdf.reader import read


def test_raised_digits_are_powers_not_more_digits() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    text = canvas.beginText(72, 700)
    text.setFont("Times-Roman", 11)
    text.textOut("We find that there are 10")
    text.setFont("Times-Roman", 7)
    text.setRise(4)
    text.textOut("6.6")
    text.setFont("Times-Roman", 11)
    text.setRise(0)
    text.textOut(" asteroids larger than 10 meters in this survey of the sky.")
    canvas.drawText(text)
    canvas.save()
    found = " ".join(passage.text for passage in read(out.getvalue()).passages)
    assert "10^6.6 asteroids" in found
    assert "106.6" not in found
