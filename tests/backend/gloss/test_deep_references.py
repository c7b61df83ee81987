"""What to read next after a deep read: the paper's own references, and their ids where they can be known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.gloss.explainer import FurtherReading
from papergloss.gloss.request import Target
from support import deep_paper
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault
from support.deep_runs import model, reading, section, well
from support.gloss_runs import KeptNotes, Run


def test_what_to_read_next_links_only_what_the_references_print() -> None:
    card = reading(model()).card()
    entries = section(card, "reading_list").blocks
    told = [(entry.arxiv_id, entry.address) for entry in entries if isinstance(entry, FurtherReading)]
    assert told == [
        ("2101.00001", "https://arxiv.org/abs/2101.00001"),
        (None, "https://doi.org/10.1000/xyz123"),
        (None, None),
        ("2202.00002", "https://arxiv.org/abs/2202.00002"),
    ]


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    """Has the paper, one that it cites, and one of the same title by somebody else."""
    with ArxivServer() as server:
        server.add(
            SmallPaper("2503.20680", "Reading in the Margin"),
            SmallPaper("1901.01234", "A Book on Margins", authors=("Diana Dash", "Ed Eck")),
            SmallPaper("2012.04321", "Reading in Columns", authors=("Cy Code",)),
        )
        yield server


def found_by_title(arxiv: ArxivServer, folder: Path, notes: KeptNotes) -> list[tuple[str | None, bool]]:
    """Ids of the reading list, and whether the entry's title led to it."""
    with ArxivClient(arxiv.url, arxiv.api_url, folder, limits=Limits(api_interval=0, tries=1)) as client:
        target, paper = Target(arxiv_id=ArxivId("2503.20680", 1)), "2503.20680v1"
        run = Run(target, "zh-CN", model(), kind="deep", arxiv=client, paper=paper, notes=notes)
        run.readings[paper] = deep_paper.document()
        card = run.card()
    assert card.state == "done"
    entries = section(card, "reading_list").blocks
    return [(entry.arxiv_id, entry.by_title) for entry in entries if isinstance(entry, FurtherReading)]


def test_references_without_an_id_are_looked_up_once_by_title_and_first_author(
    arxiv: ArxivServer, tmp_path: Path
) -> None:
    notes = KeptNotes()
    arxiv.fail("/api/query", Fault.status(403))
    printed = [("2101.00001", False), (None, False), (None, False), ("2202.00002", False)]
    assert found_by_title(arxiv, tmp_path, notes) == printed
    for _ in range(2):
        found = found_by_title(arxiv, tmp_path, notes)
        assert found == [*printed[:2], ("1901.01234", True), printed[3]]
    assert len(arxiv.paths("/api/query")) == 2, "the one that failed, and the one that is remembered"


def test_an_invented_reference_is_asked_about_and_then_left_out() -> None:
    def invented(content: str, _turn: int) -> str:
        answer = well(content)
        return f"{answer}\n- [9999] 这里并且因为。 [1]" if "<<<REFERENCES" in content else answer

    answers = model(invented)
    card = reading(answers).card()
    assert len(section(card, "reading_list").blocks) == 4
    asked = [messages for messages in answers.sent["section"] if "<<<REFERENCES" in messages[1].content]
    assert "no entry with the number 9999" in asked[1][-1].content
