"""Real papers: every page covered, quotes found where they stand, figures and sections as printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pymupdf
import pytest

from papergloss.errors import PdfEncrypted
from papergloss.pdf import reader, render
from papergloss.pdf.document import Document
from papergloss.pdf.locate import WordIndex

FIGURES = {
    # figures, tables, algorithms; looked at one by one on the pages
    "0705.0003v2": (10, 7, 0),
    "0705.0004v2": (5, 5, 0),
    "0908.0054v1": (6, 0, 0),
    "1412.6980v9": (4, 0, 2),
    "1504.06236v2": (8, 5, 5),
    "1512.03385v1": (7, 14, 0),
    "1706.03762v7": (5, 4, 0),
    "1810.04805v2": (5, 8, 0),
    "1906.01787v1": (5, 7, 0),
    "2107.05407v1": (2, 7, 0),
    "2203.02155v1": (50, 12, 0),
    "2210.03629v2": (4, 9, 0),
    "2301.05883v2": (10, 0, 0),
    "2411.18478v1": (3, 5, 0),
    "2501.10120v1": (3, 16, 0),
    "astro-ph_0002105v1": (8, 3, 0),
}
BOXES = {
    # paper, kind, number: page, x0, y0, x1, y1; measured on the page by eye
    ("1512.03385v1", "figure", "2"): (2, 95, 78, 235, 157),
    ("1706.03762v7", "figure", "1"): (3, 193, 70, 420, 398),
    ("1706.03762v7", "figure", "5"): (15, 119, 181, 500, 592),
    ("2411.18478v1", "figure", "2"): (4, 52, 72, 543, 550),
    ("astro-ph_0002105v1", "figure", "2"): (12, 301, 36, 556, 225),
    ("0705.0004v2", "table", "5"): (25, 69, 492, 586, 736),
}
SECTIONS = {
    "1706.03762v7": ["1", "2", "3", "4", "5", "6", "7"],
    "1512.03385v1": ["1", "2", "3", "4", "A", "B", "C"],
    "1412.6980v9": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    "2005.11401v4": ["1", "2", "3", "4", "5", "6", *"ABCDEFGHI"],
    "0801.0012v2": ["I", "II", "III", "IV", "V"],
    "hep-th_9108004v1": ["1", "2", "3"],
}
TITLES = {
    "0705.0003v2": "XO-2b: TRANSITING HOT JUPITER IN A METAL-RICH COMMON PROPER MOTION BINARY",
    "1512.03385v1": "Deep Residual Learning for Image Recognition",
    "2501.10120v1": "PaSa: An LLM Agent for Comprehensive Academic Paper Search",
    "hep-th_9108004v1": "GROUND RING OF TWO DIMENSIONAL STRING THEORY",
}


@pytest.fixture(scope="module")
def papers(data_dir: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted((data_dir / "pdfs").glob("*.pdf"))}


@cache
def read(path: Path) -> Document:
    return reader.read(path)


def sentences(path: Path, each: int = 3) -> list[tuple[int, str]]:
    """Runs of 14 words from the middle of long blocks, with their page: PyMuPDF's own order, not ours.

    A run that the paper prints twice has no one place and is left out.
    """
    found = []
    with pymupdf.open(path) as pdf:
        blocks = [
            [block[4].split() for block in page.get_text("blocks", flags=pymupdf.TEXTFLAGS_TEXT)]
            for page in pdf
        ]
    whole = " ".join(word for page in blocks for block in page for word in block)
    for number, page in enumerate(blocks, 1):
        for words in [block for block in page if len(block) > 60][:each]:
            run = " ".join(words[20:34])
            if whole.count(run) == 1 and sum(char.isalpha() for char in run) > 40:
                found.append((number, run))
    return found


@pytest.mark.timeout(600)
def test_every_paper_is_read_and_every_page_covered(papers: dict[str, Path]) -> None:
    for name, path in papers.items():
        document = read(path)
        assert len(document.pages) == document.page_count, name
        with pymupdf.open(path) as pdf:
            full = {page.number + 1 for page in pdf if len(page.get_text().split()) > 60}
        assert full <= {part.page for passage in document.passages for part in passage.parts}, name
        assert [passage.n for passage in document.passages] == list(range(1, len(document.passages) + 1))


@pytest.mark.timeout(600)
def test_sentences_are_found_on_their_page(papers: dict[str, Path]) -> None:
    right, wrong = 0, []
    for name, path in papers.items():
        index = WordIndex(read(path))
        for page, sentence in sentences(path):
            location = index.find(sentence)
            if location and location.page in (page, page - 1):
                right += 1
            else:
                wrong.append((name, page, sentence))
    assert right > 1000
    assert right / (right + len(wrong)) >= 0.994, wrong


@pytest.mark.timeout(600)
def test_mangled_quotes_are_found_too(papers: dict[str, Path]) -> None:
    right = total = 0
    for path in list(papers.values())[::3]:
        index = WordIndex(read(path))
        for page, sentence in sentences(path, each=1):
            words = sentence.split()
            plain = [word for word in words if not any(char.isdigit() for char in word)]
            gone = plain[len(plain) // 2] if plain else ""
            mangled = " ".join(word for word in words if word != gone)
            location = index.find(mangled)
            right += bool(location and location.page in (page, page - 1))
            total += 1
    assert right / total >= 0.95


@pytest.mark.parametrize("name", FIGURES)
def test_all_captions_are_found_and_none_is_made_up(papers: dict[str, Path], name: str) -> None:
    figures = read(papers[name]).figures
    counts = tuple(
        sum(figure.kind == kind for figure in figures) for kind in ("figure", "table", "algorithm")
    )
    assert counts == FIGURES[name]
    assert len({(figure.kind, figure.number) for figure in figures}) == len(figures)


@pytest.mark.parametrize(("key", "box"), BOXES.items(), ids=lambda value: str(value[0]))
def test_regions_are_where_the_eye_sees_them(
    papers: dict[str, Path], key: tuple[str, str, str], box: tuple[int, ...]
) -> None:
    name, kind, number = key
    figure = next(f for f in read(papers[name]).figures if (f.kind, f.number) == (kind, number))
    assert figure.page == box[0]
    assert figure.rect == pytest.approx(box[1:], abs=8)


@pytest.mark.parametrize("name", SECTIONS)
def test_numbered_sections_are_the_printed_ones(papers: dict[str, Path], name: str) -> None:
    sections = read(papers[name]).sections
    assert [section.number for section in sections if section.level == 1 and section.number] == SECTIONS[name]


@pytest.mark.parametrize("name", TITLES)
def test_titles_are_the_printed_ones(papers: dict[str, Path], name: str) -> None:
    assert read(papers[name]).title == TITLES[name]


def test_references_are_told_from_text(papers: dict[str, Path]) -> None:
    document = read(papers["1706.03762v7"])
    entries = [passage for passage in document.passages if passage.kind == "reference"]
    assert len(entries) == 40
    assert entries[0].text.startswith("[1] Jimmy Lei Ba")


def test_hardly_any_real_paper_is_accused_of_hidden_text(papers: dict[str, Path]) -> None:
    accused = [name for name, path in papers.items() if read(path).hidden]
    assert len(accused) <= len(papers) / 50, accused


def test_no_running_head_or_stamp_is_text(papers: dict[str, Path]) -> None:
    for path in papers.values():
        text = [passage.text for passage in read(path).passages if passage.kind in ("body", "caption")]
        assert not any(passage.startswith("arXiv:") for passage in text), path.name


def test_a_figure_is_drawn_and_a_passage_marked(papers: dict[str, Path]) -> None:
    path = papers["1706.03762v7"]
    document = read(path)
    assert render.figure(path, document.figures[0]).width > 300
    location = WordIndex(document).find("We propose a new simple network architecture, the Transformer")
    assert location is not None
    assert render.passage(path, location.page, location.rects).height > 100


def test_other_files_are_read_or_refused_with_a_reason(data_dir: Path) -> None:
    for path in sorted((data_dir / "pdfs_extra").glob("*.pdf")):
        if path.stem == "password":
            with pytest.raises(PdfEncrypted):
                reader.read(path)
            continue
        document = reader.read(path)
        scanned = path.stem.startswith("scanned")
        assert scanned == (
            not document.words.text and document.notes[0].kind == "no_text"
        ) or path.stem.startswith("fuzzed")
