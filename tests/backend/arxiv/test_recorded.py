"""Every recorded abstract page and feed through the client, over real HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from papergloss.arxiv import abstract_page
from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.arxiv.record import PaperRecord
from papergloss.errors import NoPdf, PaperNotFound, PaperWithdrawn
from support.arxiv_server import ArxivServer

QUICK = Limits(api_interval=0, page_interval=0, first_wait=0)


@pytest.fixture(scope="module")
def site(data_dir: Path) -> Iterator[ArxivServer]:
    with ArxivServer(data_dir) as server:
        yield server


@pytest.fixture(scope="module")
def reader(site: ArxivServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArxivClient]:
    with ArxivClient(site.url, site.api_url, tmp_path_factory.mktemp("cache"), limits=QUICK) as client:
        yield client


@pytest.fixture(scope="module")
def papers(data_dir: Path) -> list[ArxivId]:
    files = sorted(data_dir.glob("pages/abs/abs_*.html"))
    return [ArxivId.parse(file.stem.removeprefix("abs_").replace("_", "/")) for file in files]


@pytest.fixture(scope="module")
def records(reader: ArxivClient, papers: list[ArxivId]) -> dict[ArxivId, PaperRecord]:
    return {paper: reader.metadata(paper) for paper in papers}


def test_every_recorded_page_is_read_whole(records: dict[ArxivId, PaperRecord], site: ArxivServer) -> None:
    assert len(records) > 80
    for paper, record in records.items():
        assert record.source == "abstract_page"
        assert record.id.id == paper.id
        assert paper.version in (None, record.id.version)
        assert record.title
        assert record.abstract
        assert all(record.authors)
        assert record.authors
        assert record.categories
        assert record.updated
        assert [version.number for version in record.versions] == list(range(1, record.latest_version + 1))
        assert not re.search(r"this https? URL|&(?:amp|lt|gt|quot|#\d+);|<[a-z]+ |\s\s|\n", _texts(record))
    assert not site.paths("/api")


def test_authors_are_as_many_as_the_tags_name(
    records: dict[ArxivId, PaperRecord], data_dir: Path, papers: list[ArxivId]
) -> None:
    for paper in papers:
        page = (data_dir / f"pages/abs/abs_{str(paper).replace('/', '_')}.html").read_text("utf-8")
        named = len(re.findall(r'name="citation_author" content="[^":]', page))
        assert len(records[paper].authors) == named, paper


def test_withdrawn_and_pdfless_papers_are_known(records: dict[ArxivId, PaperRecord]) -> None:
    assert {str(paper) for paper, record in records.items() if record.withdrawn} == {
        "0704.0213",
        "2310.08262",
    }
    assert {str(paper) for paper, record in records.items() if not record.has_pdf} >= {"cs/9901011"}
    assert records[ArxivId("1706.03762", 1)].latest_version == 7
    assert records[ArxivId("1706.03762", 1)].updated < records[ArxivId("1706.03762")].updated


def test_page_and_api_say_the_same(
    reader: ArxivClient, site: ArxivServer, records: dict[ArxivId, PaperRecord], tmp_path: Path
) -> None:
    with ArxivClient(site.url, site.api_url, tmp_path, limits=QUICK) as fresh:
        from_api = fresh.metadata_many(records)
    assert len(from_api) >= 5
    for paper, second in from_api.items():
        first = records[paper]
        assert second.source == "atom"
        assert (second.id, second.categories, second.doi) == (first.id, first.categories, first.doi), paper
        assert (second.submitted, second.comment, second.journal_ref) == (
            first.submitted,
            first.comment,
            first.journal_ref,
        ), paper
        assert [_letters(name) for name in second.authors] == [_letters(name) for name in first.authors]
        assert _letters(second.title) == _letters(first.title)
        assert _letters(second.abstract) == _letters(first.abstract)


def test_recorded_pages_agree_with_the_papers_first_pages(
    records: dict[ArxivId, PaperRecord], data_dir: Path
) -> None:
    truth = json.loads((data_dir / "groundtruth/papers_meta.json").read_text("utf-8"))
    compared = 0
    for entry in truth:
        paper = ArxivId.parse(entry["id"])
        record = records.get(ArxivId(paper.id))
        if record:
            compared += 1
            assert SequenceMatcher(None, _letters(record.title), _letters(entry["title"])).ratio() > 0.9, (
                paper
            )
    assert compared > 20


def test_every_recorded_pdf_is_fetched_as_it_is(reader: ArxivClient, data_dir: Path) -> None:
    files = sorted(data_dir.glob("pdfs/*.pdf"), key=lambda file: file.stat().st_size)
    for file in files[:12] + files[-1:]:
        assert reader.pdf(ArxivId.parse(file.stem.replace("_", "/"))).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("paper", "error"),
    [
        ("0704.0213", PaperWithdrawn),
        ("2310.08262v1", PaperWithdrawn),
        ("cs/9901011", NoPdf),
        ("cs/9901011v1", NoPdf),
        ("1706.99999", PaperNotFound),
        ("1706.03762v99", PaperNotFound),
    ],
)
def test_recorded_papers_without_pdf(reader: ArxivClient, paper: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        reader.pdf(ArxivId.parse(paper))


def test_the_page_captured_from_arxiv_itself_is_read(data_dir: Path) -> None:
    page = (data_dir / "pages/captured/abs_1706.03762.html").read_bytes()
    record = abstract_page.parse(page, ArxivId("1706.03762"))
    assert (record.id.version, len(record.authors), record.has_html) == (7, 8, True)


def _texts(record: PaperRecord) -> str:
    return "|".join([record.title, record.abstract, record.comment or "", *record.authors])


def _letters(text: str) -> str:
    """Without TeX accents, case and marks: the API keeps `\\'e` where the page shows `é`."""
    return re.sub(r"[\W_]", "", re.sub(r"[^\x00-\x7f]|\\.", "", text)).lower()
