"""The judge of crops tells a right one from one that is cut, loose or holds something foreign."""

from __future__ import annotations

import pymupdf
import pytest

from bench.pdf_crops import Inked, judge

FIGURE = (100.0, 100.0, 300.0, 200.0)


@pytest.fixture(scope="module")
def ink() -> Inked:
    """A page with a framed figure, a line of text 30 points under it and a rule 2 points above it."""
    page = pymupdf.open().new_page()
    page.draw_rect(pymupdf.Rect(FIGURE), color=(0, 0, 0), width=0)
    page.draw_line((150, 97.5), (250, 97.5), width=0.6)
    page.insert_text((100, 238), "What follows the figure is not part of it.")
    return Inked(page)


def test_a_crop_with_its_margin_is_right(ink: Inked) -> None:
    verdict = judge(ink, (97, 99, 303, 203), FIGURE)
    assert verdict.right
    assert not verdict.ragged


def test_a_crop_that_ends_inside_the_figure_is_cut(ink: Inked) -> None:
    assert judge(ink, (97, 99, 280, 203), FIGURE).faults == ("cut right, 20 pt",)
    assert judge(ink, (400, 400, 500, 500), FIGURE).faults


def test_a_crop_with_another_line_holds_something_foreign(ink: Inked) -> None:
    assert judge(ink, (97, 99, 303, 240), FIGURE).faults == ("foreign bottom, 40 pt",)


def test_a_crop_with_too_much_white_is_loose(ink: Inked) -> None:
    assert judge(ink, (97, 99, 400, 203), FIGURE).faults == ("loose",)


def test_a_neighbour_within_the_margin_is_told_but_no_fault(ink: Inked) -> None:
    verdict = judge(ink, (97, 97, 303, 203), FIGURE)
    assert verdict.right
    assert verdict.ragged == ("top",)
