"""The truth files can be read, and what they say lies on the pages of the shared papers."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from bench import pdf_truth

FIGURES = sorted(path.stem for path in (pdf_truth.TRUTH / "figures").glob("*.json"))


def test_both_kinds_cover_the_same_papers() -> None:
    assert sorted(path.stem for path in (pdf_truth.TRUTH / "sections").glob("*.json")) == FIGURES


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_stands_once(name: str) -> None:
    truth = pdf_truth.figures(name)
    assert len({(figure.kind, figure.number, figure.page) for figure in truth}) == len(truth)
    for figure in truth:
        assert figure.kind in {"figure", "table", "algorithm"}
        assert figure.box[0] < figure.box[2]
        assert figure.box[1] < figure.box[3]


@pytest.mark.parametrize("name", FIGURES)
def test_everything_lies_on_a_page(name: str, data_dir: Path) -> None:
    with pymupdf.open(data_dir / "pdfs" / f"{name}.pdf") as pdf:
        for figure in pdf_truth.figures(name):
            page = pdf[figure.page - 1].rect
            assert min(figure.box[:2]) >= 0
            assert figure.box[2] <= page.width + 1
            assert figure.box[3] <= page.height + 1
        assert all(1 <= section.page <= len(pdf) for section in pdf_truth.sections(name))
