"""Tables as the author's source has them, where the page prints the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from papergloss.arxiv.html_tables import HtmlTable
from papergloss.gloss.joining.words import words
from papergloss.pdf.document import Cells, Document, Figure
from papergloss.pdf.table_print import words_of

_DIGITS = re.compile(r"\d+")


def join_tables(document: Document, tables: Sequence[HtmlTable]) -> tuple[Figure, ...]:
    """The figures with the cells of their tables; a table whose numbers or words differ stays without."""
    by_number: dict[str, list[HtmlTable]] = {}
    for table in tables:
        by_number.setdefault(table.number, []).append(table)
    return tuple(_joined(document, figure, by_number.get(figure.number, [])) for figure in document.figures)


def _joined(document: Document, figure: Figure, same: Sequence[HtmlTable]) -> Figure:
    if figure.kind != "table" or len(same) != 1:
        return figure
    (table,) = same
    printed = " ".join(text for _, text in words_of(document, figure))
    if not _agree(table.words, printed):
        return figure
    head = [
        " ".join(dict.fromkeys(filter(None, column)))
        for column in zip(*table.rows[: table.head], strict=True)
    ]
    return replace(figure, cells=Cells([head], [list(row) for row in table.rows[table.head :]]))


def _agree(written: str, printed: str) -> bool:
    """Whether a page prints just the numbers of a table, and all its words (and maybe notes under them)."""
    if Counter(_DIGITS.findall(written)) != Counter(_DIGITS.findall(printed)):
        return False
    shown = {word for word, _, _ in words(printed)}
    return all(word in shown for word, _, _ in words(written))
