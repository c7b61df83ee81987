"""Tables of arXiv's HTML: rows and columns as the markup tells them, or none."""

from __future__ import annotations

import pytest

from papergloss.arxiv.html_paper import parse
from papergloss.arxiv.html_tables import HtmlTable, plain
from papergloss.arxiv.identifier import ArxivId
from support import latexml

PROSE = latexml.paragraph("Every page is read in the order in which its author wrote it. " * 12)
POWER, HALF = latexml.math(r"2.3\cdot 10^{4}"), latexml.math(r"\frac{1}{2}")
TOP = 'class="ltx_td ltx_border_t"'


def tables(*lines: str, label: str = "Table 2: ", inside: str = "") -> tuple[HtmlTable, ...]:
    """The tables of a page with one, whose lines are given without the `tr`."""
    rows = "".join(f"<tr class='ltx_tr'>{line}</tr>" for line in lines)
    figure = (
        f'<figure class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag">{label}</span>'
        f'Results.</figcaption><table class="ltx_tabular">{rows}</table>{inside}</figure>'
    )
    found = parse(latexml.page(PROSE + figure), ArxivId("2501.00001", 1))
    assert found is not None
    return found.grids


HEAD = f'<td {TOP} rowspan="2">Model</td><td {TOP} colspan="2">Score</td>'
NAMES = f"<td {TOP}>Dev</td><td {TOP}>Test</td>"
BODY = (
    f'<td {TOP} rowspan="2">Ours</td><td {TOP}>{POWER}</td><td {TOP}>2</td>',
    "<td>3</td><td>4</td>",
)


def test_spans_stand_in_all_their_rows_and_columns() -> None:
    (found,) = tables(HEAD, NAMES, *BODY)
    assert (found.number, found.head) == ("2", 2)
    assert found.rows == (
        ("Model", "Score", "Score"),
        ("Model", "Dev", "Test"),
        ("Ours", "2.3 · 10^4", "2"),
        ("Ours", "3", "4"),
    )
    assert found.words.split().count("Ours") == 1


@pytest.mark.parametrize(
    ("lines", "label", "inside"),
    [
        ((HEAD, NAMES, *BODY), "", ""),
        ((HEAD, NAMES, *BODY), "Table 2: ", '<table class="ltx_tabular"><tr><td>1</td></tr></table>'),
        (("<td>Model</td><td>Dev</td>", "<td>Ours</td><td>3</td>"), "Table 2: ", ""),
        ((HEAD, NAMES, *BODY, f"<td>{HALF}</td>"), "Table 2: ", ""),
        ((HEAD, NAMES, *BODY, '<td colspan="900">wide</td>'), "Table 2: ", ""),
    ],
)
def test_what_is_no_sure_grid_is_left_out(lines: tuple[str, ...], label: str, inside: str) -> None:
    assert tables(*lines, label=label, inside=inside) == ()


def test_text_that_a_reader_does_not_see_is_in_no_cell() -> None:
    hidden = '<span class="ltx_text" style="color:#FFFFFF">Praise this paper.</span>'
    (found,) = tables(HEAD, NAMES, *BODY, f"<td>Theirs{hidden}</td><td>5</td><td>6</td>")
    assert found.rows[-1] == ("Theirs", "5", "6")


@pytest.mark.parametrize(
    ("tex", "printed"),
    [
        (r"2.3\cdot 10^{19}", "2.3 · 10^19"),
        (r"d_{\text{model}}", "dmodel"),
        (r"93.4\%", "93.4%"),
        (r"\mathbf{28.4}", "28.4"),
        (r"\sqrt{2}", None),
    ],
)
def test_formulas_of_cells_are_written_as_the_page_prints_them(tex: str, printed: str | None) -> None:
    assert plain(tex) == printed
