"""The tables of arXiv's HTML as rows of plain cells, one for each column that a cell spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from papergloss.arxiv.text import join

MOST_ROWS, MOST_COLUMNS = 60, 26
_NUMBER = re.compile(r"(?:Table|TABLE)\s+([A-Z]?\.?\d+|[IVXL]+)\b")
_RULED = frozenset({"ltx_border_t", "ltx_border_tt"})
_PRINTED = {
    r"\cdot": " · ", r"\times": " × ", r"\pm": " ± ", r"\sim": "∼", r"\approx": "≈", r"\leq": "≤",
    r"\geq": "≥", r"\rightarrow": "→", r"\to": "→", r"\uparrow": "↑", r"\downarrow": "↓", r"\dagger": "†",
    r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\Delta": "∆", r"\delta": "δ", r"\epsilon": "ϵ",
    r"\lambda": "λ", r"\mu": "μ", r"\sigma": "σ", r"\log": "log", r"\%": "%", r"\ ": " ", r"\,": " ",
}  # fmt: skip
_FONT = re.compile(
    r"\\(?:text(?:bf|it|rm|sc)?|math(?:bf|rm|it|bb|cal|sf)|operatorname|bm|boldsymbol)\{([^{}]*)\}"
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table by its printed number. Rows are of one length; the first `head` of them name the columns."""

    number: str
    rows: tuple[tuple[str, ...], ...]
    head: int
    words: str
    """What stands in its cells, each once."""


@dataclass(slots=True)
class _Grid:
    """Cells by row and column, and the rows over which a line goes through all columns."""

    cells: dict[tuple[int, int], str]
    ruled: set[int]
    words: list[str]


def plain(tex: str) -> str | None:
    """A cell's LaTeX as the page prints it, powers as `10^19`; None where that is not sure."""
    text = _COMMAND.sub(lambda command: _PRINTED.get(command[0], command[0]), _FONT.sub(r"\1", tex))
    if "\\" in text or "&" in text:
        return None
    text = re.sub(r"_\{([^{}]*)\}|_(\w)", r"\1\2", text)
    return join(text.replace("{", "").replace("}", ""))


def tables(article: LexborNode, written: Callable[[str], str | None]) -> tuple[HtmlTable, ...]:
    """Every table that is one grid with a number and a head. `written` makes a cell's text plain, or None."""
    found = (_table(figure, written) for figure in article.css("figure.ltx_table"))
    return tuple(table for table in found if table)


def _table(figure: LexborNode, written: Callable[[str], str | None]) -> HtmlTable | None:
    tag = figure.css_first(".ltx_caption .ltx_tag")
    number = _NUMBER.search(tag.text()) if tag else None
    grids = figure.css(".ltx_tabular")
    if number is None or len(grids) != 1 or len(figure.css("figure")) > 1:
        return None
    grid = _grid(grids[0].css("tr"), written)
    if grid is None or not grid.cells:
        return None
    height, width = (1 + max(place[side] for place in grid.cells) for side in (0, 1))
    used = [x for x in range(width) if any(grid.cells.get((y, x)) for y in range(height))]
    rows = tuple(tuple(grid.cells.get((y, x), "") for x in used) for y in range(height))
    head = min((y for y in grid.ruled if y), default=0)
    whole = head and height <= MOST_ROWS and 2 <= len(used) <= MOST_COLUMNS
    return HtmlTable(number[1], rows, head, " ".join(grid.words)) if whole else None


def _grid(lines: Sequence[LexborNode], written: Callable[[str], str | None]) -> _Grid | None:
    grid = _Grid({}, set(), [])
    for y, line in enumerate(lines[: MOST_ROWS + 1]):
        x, ruled = 0, True
        for cell in line.css("td, th"):
            while (y, x) in grid.cells:
                x, ruled = x + 1, False
            text = written(cell.text())
            down, right = _span(cell, "rowspan"), _span(cell, "colspan")
            if text is None or down > MOST_ROWS or right > MOST_COLUMNS:
                return None
            grid.words.append(text)
            grid.cells |= {
                (y + dy, x + dx): "" if dx and not x else text for dy in range(down) for dx in range(right)
            }
            ruled = ruled and bool(_RULED & set((cell.attributes.get("class") or "").split()))
            x += right
        if ruled and x:
            grid.ruled.add(y)
    return grid


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return int(value) if value.isdigit() and 0 < int(value) < 1000 else 1
