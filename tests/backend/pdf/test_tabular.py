"""Tables rebuilt from where their words stand: right, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss.pdf.document import Document, Figure, Rect, Words
from papergloss.pdf.reader import read
from papergloss.pdf.tabular import Cells, cells_of

LETTER, PITCH = 5.0, 14.0
Line = list[tuple[float, str]]
"""Cells of one printed line, each with its left edge."""


def rule(above: float, left: float = 55, right: float = 400) -> Rect:
    """A straight line over a printed line; half a number is in the middle of one."""
    y = 98 + PITCH * above
    return (left, y, right, y + 0.4)


def bar(x: float, first: float, last: float) -> Rect:
    """A straight line beside the printed lines from `first` to `last`."""
    return (x, 98 + PITCH * first, x + 0.4, 98 + PITCH * (last + 1))


def cells(*lines: Line, rules: tuple[Rect, ...] = (), step: float = PITCH) -> Cells | None:
    """What is made of a table that is printed so."""
    text: list[str] = []
    rects: list[Rect] = []
    for y, line in enumerate(lines):
        for left, cell in line:
            x = left
            for word in cell.split():
                text.append(word)
                rects.append((x, 100 + step * y, x + LETTER * len(word), 110 + step * y))
                x += LETTER * len(word) + 2.5
    words = Words(tuple(text), (1,) * len(text), tuple(rects), (1,) * len(text))
    document = Document("0" * 64, 1, (), (), words=words)
    return cells_of(
        document, Figure("table", "1", "", 1, (50, 90, 550, 110 + step * len(lines)), rules=rules)
    )


def row(name: str, *values: str, at: tuple[float, ...] = (200, 260, 320)) -> Line:
    return [(60, name), *((x, value) for x, value in zip(at, values, strict=False) if value)]


HEAD = row("Model", "Recall", "Loss")
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
        ((HEAD, *BODY, [(60, "Odd"), (215, "91.2 of them all")]), "between columns"),
        ((row("Model", "Recall"), row("Base", "61.5 70.2"), row("Large", "68.1 74.9"), row("P", "1.0 2.0")),
         "two numbers in one cell"),
        ((row("Kind", "What it is"), row("Success", "It was found"), row("Failure", "It was not found")),
         "no results"),
        ((row("Model", "Seen", "Recall"), *(row(f"Model {n}", "–", f"{n}.5") for n in range(5))),
         "a column whose signs are drawn"),
        ((HEAD, row("", "1.0", "2.0"), row("Odd", "3.0", "4.0"), *BODY), "no name"),
        ((HEAD, *BODY, row("Set", "Dev", "Test"), *BODY), "a second head"),
        ((HEAD, *BODY, [(200, "91.2")], row("Last", "1.0", "2.0")), "a lone number"),
        ((), "no words"),
    ],
)  # fmt: skip
def test_what_is_in_doubt_stays_a_picture(lines: tuple[Line, ...], why: str) -> None:
    assert cells(*lines) is None, why


def test_a_rule_ends_the_head_even_where_it_counts() -> None:
    lines = (row("Model", "2019", "2020"), *BODY)
    found = cells(*lines, rules=(rule(0), rule(1), rule(4)))
    assert found is not None
    assert (found.head, found.rows[0]) == ([["Model", "2019", "2020"]], ["Base model", "61.5", "70.2"])


def test_long_lines_under_the_last_rule_are_notes() -> None:
    note = [(60, "The numbers of the second column are those of a run that was ended early by its authors.")]
    found = cells(HEAD, *BODY, note, rules=(rule(0), rule(1), rule(4)))
    assert found is not None
    assert len(found.rows) == len(BODY)


def test_a_rule_or_bars_tell_which_columns_a_name_is_for() -> None:
    top: Line = [(190, "Dev"), (310, "Test")]
    names = row("Model", "A", "B", "C", at=(200, 260, 320))
    body = [row(f"Model {n}", f"{n}.1", f"{n}.2", f"{n}.3") for n in range(3)]
    want = [["Model", "Dev A", "Dev B", "Test C"]]
    rules = (rule(0), rule(1, 195, 285), rule(1, 315, 345), rule(2), rule(5))
    found = cells([(235, "Dev"), (320, "Test")], names, *body, rules=rules)
    assert found is not None
    assert found.head == want
    bars = (bar(190, 0, 4), bar(250, 1, 4), bar(300, 0, 4))
    found = cells([(235, "Dev"), (320, "Test")], names, *body, rules=(rule(0), rule(2), rule(5), *bars))
    assert found is not None
    assert found.head == want
    assert cells(top, names, *body, rules=(rule(0), rule(2), rule(5))) is None, "no line tells it"


def test_a_name_of_two_lines_is_that_of_its_column_alone() -> None:
    lines: list[Line] = [
        [(200, "Self")], [], [(60, "Model"), (140, "BERT"), (260, "SARI")], [], [(200, "TER")], [], [],
    ]  # fmt: skip
    body = [[(60, f"Model {n}"), (140, f"{n}1.5"), (200, f"{n}2.5"), (260, f"{n}3.5")] for n in range(3)]
    found = cells(
        *lines, *(one for row in body for one in (row, [], [])), rules=(rule(0), rule(2.4)), step=5.0
    )
    assert found is not None
    assert found.head == [["Model", "BERT", "Self TER", "SARI"]]


def group(name: str, first: int) -> list[Line]:
    """Two rows, half a line apart from the name in their middle."""
    return [
        [(140, "Base"), (200, f"{first}.1"), (260, f"{first}.2")],
        [(60, name)],
        [(140, "Large"), (200, f"{first + 1}.1"), (260, f"{first + 1}.2")],
        [],
    ]


def test_a_name_in_the_middle_of_rows_between_rules_is_that_of_all() -> None:
    lines = [
        [(60, "Family"), (140, "Model"), (200, "Dev"), (260, "Test")],
        [],
        *group("One", 1),
        *group("Two", 3),
    ]
    found = cells(*lines, rules=(rule(0), rule(1), rule(3), rule(5)), step=PITCH / 2)
    assert found is not None
    assert found.head == [["Family", "Model", "Dev", "Test"]]
    assert found.rows == [
        ["One", "Base", "1.1", "1.2"],
        ["One", "Large", "2.1", "2.2"],
        ["Two", "Base", "3.1", "3.2"],
        ["Two", "Large", "4.1", "4.2"],
    ]
    assert cells(*lines, rules=(rule(0), rule(1), rule(5)), step=PITCH / 2) is None, (
        "no rule parts the groups"
    )


def test_columns_set_close_together_are_parted_where_the_head_names_two() -> None:
    body = [row(f"Model {n}", f"7{n}.25 8{n}.75", f"{n}.3", at=(200, 320)) for n in range(4)]
    head = row("Model", "F1", "EM", "Loss", at=(205, 230, 320))
    found = cells(head, *body, rules=(rule(0), rule(1), rule(5)))
    assert found is not None
    assert found.head == [["Model", "F1", "EM", "Loss"]]
    assert found.rows[1] == ["Model 1", "71.25", "81.75", "1.3"]


def test_the_lower_of_two_errors_is_no_row() -> None:
    lines: list[Line] = []
    for n in range(3):
        lines += [row(f"Event {n}", f"{n}.5^+0.1", f"{n}.7"), [(220, "-0.2")], [], []]
    found = cells(row("Event", "Mass", "Ratio"), [], [], [], *lines, step=4.0)
    assert found is not None
    assert found.rows[1] == ["Event 1", "1.5^+0.1_-0.2", "1.7"]


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
