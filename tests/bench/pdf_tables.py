"""How right tables are rebuilt: cell by cell against tables copied out by eye (tests/truth/tables).

    PYTHONPATH=tests python -m bench.pdf_tables

tells every table that is not rebuilt, and every cell that stands elsewhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bench import pdf_truth
from bench.harness import Recorder, bench
from bench.pdf_accuracy import covered
from papergloss.pdf.document import Figure
from papergloss.pdf.tabular import Cells, cells_of


@dataclass(frozen=True)
class TrueTable:
    """A table, or some of its rows: `names` cells that name the row, then one cell for each of `columns`."""

    page: int
    number: str
    names: int
    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Judged:
    """A table's cells that are right, and what is wrong; `rebuilt` is False where it stays a picture."""

    label: str
    rebuilt: bool
    right: int
    wrong: list[str]


def true_tables(name: str) -> list[TrueTable]:
    """What is copied out of the PDF `name`."""
    rows = json.loads((pdf_truth.TRUTH / "tables" / f"{name}.json").read_text("utf-8"))
    return [TrueTable(**row) for row in rows]


def letters(text: str) -> str:
    """What of a name two readers would write alike."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", text).casefold())


def value(text: str) -> str:
    """A cell without its white; all dashes are one."""
    return re.sub(r"[−–—]", "-", re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def named_rows(found: Cells, names: int) -> list[tuple[str, list[str]]]:
    """Each row by its name as it is read (an empty cell goes on with the one above), with its values."""
    above = [""] * names
    rows = []
    for row in found.rows:
        if not any(row[1:]):
            continue
        above = [cell or last for cell, last in zip(row[:names], above, strict=True)]
        name = [cell or ("" if row[0] and n else above[n]) for n, cell in enumerate(row[:names])]
        rows.append((letters(" ".join(name)), row[names:]))
    return rows


def judge(label: str, true: TrueTable, found: Cells | None) -> Judged:
    """Holds a rebuilt table against the true one; rows of one name are told apart by their order."""
    if found is None:
        return Judged(label, False, 0, [])
    head = [letters(" ".join(column)) for column in zip(*found.head, strict=True)][true.names :]
    rows = named_rows(found, true.names)
    right, wrong = 0, []
    for row in true.rows:
        name, values = letters(" ".join(row[: true.names])), row[true.names :]
        place = next((n for n, (own, _) in enumerate(rows) if own == name), None)
        cells = rows[place][1] if place is not None else []
        rows = rows if place is None else rows[place + 1 :]
        for n, (column, wanted) in enumerate(zip(true.columns, values, strict=True)):
            here = cells[n] if n < len(cells) and n < len(head) and head[n] == letters(column) else None
            if here is not None and value(here) == value(wanted):
                right += bool(wanted)
            else:
                wrong.append(f"{label} {' '.join(row[: true.names])} / {column}: {wanted!r}, not {here!r}")
    return Judged(label, True, right, wrong)


def judged() -> Iterator[Judged]:
    """Every table of the truth, rebuilt from the reader's Document."""
    for name in covered("tables"):
        read = {(f.page, f.number): f for f in pdf_truth.document(name).figures if f.kind == "table"}
        for true in true_tables(name):
            label = f"{name} p{true.page} table {true.number}"
            figure: Figure | None = read.get((true.page, true.number))
            yield judge(label, true, cells_of(pdf_truth.document(name), figure) if figure else None)


@bench("pdf")
def tables(record: Recorder) -> None:
    """Cells in the wrong row or column of the tables that are rebuilt; how many tables are."""
    results = list(judged())
    wrong = [text for result in results for text in result.wrong]
    right = sum(result.right for result in results)
    pictures = [result.label for result in results if not result.rebuilt]
    record.figure(
        "pdf.tables.cells.right", right / (right + len(wrong)), ">=", 0.999, right=right, wrong=wrong
    )
    record.figure("pdf.tables.rebuilt", 1 - len(pictures) / len(results), ">=", 0.9, pictures=pictures)
    every = [
        cells_of(pdf_truth.document(name), figure) is not None
        for name in covered("figures")
        for figure in pdf_truth.document(name).figures
        if figure.kind == "table"
    ]
    record.figure("pdf.tables.share", sum(every) / len(every), ">=", 0.75, of=len(every))


if __name__ == "__main__":
    for result in judged():
        state = "picture" if not result.rebuilt else f"{result.right} right, {len(result.wrong)} wrong"
        print("\n  ".join([f"{result.label}: {state}", *result.wrong]))
