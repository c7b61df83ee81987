"""Tables rebuilt from where their words stand: right, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss.pdf.document import Document, Figure, Rect, Words
from papergloss.pdf.reader import read
from papergloss.pdf.tabular import Cells, cells_of

LETTER = 5.0
Line = list[tuple[float, str]]
"""Cells of one printed line, each with its left edge."""


def cells(*lines: Line, pitch: float = 14.0) -> Cells | None:
    """What is made of a table that is printed so."""
    text: list[str] = []
    rects: list[Rect] = []
    for y, line in enumerate(lines):
        for left, cell in line:
            x = left
            for word in cell.split():
                text.append(word)
                rects.append((x, 100 + pitch * y, x + LETTER * len(word), 110 + pitch * y))
                x += LETTER * len(word) + 2.5
    words = Words(tuple(text), (1,) * len(text), tuple(rects), (1,) * len(text))
    document = Document("0" * 64, 1, (), (), words=words)
    return cells_of(document, Figure("table", "1", "", 1, (50, 90, 550, 110 + pitch * len(lines))))


def row(name: str, *values: str, at: tuple[float, ...] = (200, 260, 320)) -> Line:
    return [(60, name), *((x, value) for x, value in zip(at, values, strict=False) if value)]


BODY = (row("Base model", "61.5", "70.2"), row("Large model", "68.1", "74.9"), row("Plain", "55.0", "-"))


def test_rows_and_columns() -> None:
    found = cells(row("Model", "Recall", "Precision"), *BODY)
    assert found == Cells(
        [["Model", "Recall", "Precision"]],
        [["Base model", "61.5", "70.2"], ["Large model", "68.1", "74.9"], ["Plain", "55.0", "-"]],
    )


def test_a_head_of_two_lines_names_every_column_that_it_spans() -> None:
    found = cells([(200, "Results on both sets")], row("Model", "Dev", "Test"), *BODY)
    assert found is not None
    assert found.head == [["Model", "Results on both sets Dev", "Results on both sets Test"]]


def test_a_line_of_words_alone_names_the_rows_under_it() -> None:
    found = cells(row("Model", "Dev", "Test"), [(150, "All of the systems of this year")], *BODY)
    assert found is not None
    assert found.head == [["Model", "Dev", "Test"]]
    assert found.rows[0] == ["All of the systems of this year", "", ""]


def test_a_value_in_the_middle_of_two_columns_is_that_of_both() -> None:
    found = cells(row("Model", "EN-DE", "EN-FR"), *BODY, [(60, "Whole"), (215, "3.3 · 10^18")])
    assert found is not None
    assert found.rows[-1] == ["Whole", "3.3 · 10^18", "3.3 · 10^18"]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((row("Model", "Recall", "Loss"), *BODY, [(60, "Odd"), (225, "91.2 of all")]), "between columns"),
        ((row("Model", "Recall"), row("Base", "61.5 70.2"), row("Large", "68.1 74.9"), row("P", "1.0 2.0")),
         "two numbers in one cell"),
        ((row("Kind", "What it is"), row("Success", "It was found"), row("Failure", "It was not found")),
         "no results"),
        ((row("Model", "Seen", "Recall"), *(row(f"Model {n}", "–", f"{n}.5") for n in range(5))),
         "a column whose signs are drawn"),
        ((row("Model", "Recall", "Loss"), *BODY, row("", "1.0", "2.0"), row("", "3.0", "4.0")), "no names"),
        ((), "no words"),
    ],
)  # fmt: skip
def test_what_is_in_doubt_stays_a_picture(lines: tuple[Line, ...], why: str) -> None:
    assert cells(*lines) is None, why


def test_a_real_table_of_results(data_dir: Path) -> None:
    document = read(data_dir / "pdfs" / "1706.03762v7.pdf")
    table = next(figure for figure in document.figures if (figure.kind, figure.number) == ("table", "2"))
    found = cells_of(document, table)
    assert found is not None
    assert found.head == [
        ["Model", "BLEU EN-DE", "BLEU EN-FR", "Training Cost (FLOPs) EN-DE", "Training Cost (FLOPs) EN-FR"]
    ]
    by_name = {cells[0]: cells[1:] for cells in found.rows}
    assert by_name["Transformer (big)"] == ["28.4", "41.8", "2.3 · 10^19", "2.3 · 10^19"]
    assert by_name["GNMT + RL [38]"] == ["24.6", "39.92", "2.3 · 10^19", "1.4 · 10^20"]
    assert by_name["Deep-Att + PosUnk [39]"] == ["", "39.2", "", "1.0 · 10^20"]
    assert by_name["ByteNet [18]"] == ["23.75", "", "", ""]
