"""Earlier days of the page of the day's papers, from lists that have many parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.limits import Limits
from papergloss.digest.today import Day, Today
from papergloss.errors import ArxivRefused
from papergloss.gloss.card import CardKey
from papergloss.gloss.pipeline import run
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault
from support.backend import backend
from support.oai import announced, last_week

PAPERS = [SmallPaper(f"2501.{n:05}", title=f"Paper number {n}") for n in range(1, 6)]
TUESDAY, WEDNESDAY = (last_week() + timedelta(days=n) for n in (1, 2))


@pytest.fixture
def house(home: Path, arxiv: ArxivServer, tmp_path: Path) -> Iterator[Today]:
    """Follows two categories of an arXiv that need not be spared."""
    client = ArxivClient(
        arxiv.url, arxiv.api_url, tmp_path / "cache", oai_url=arxiv.oai_url, limits=Limits(api_interval=0)
    )
    with client, backend(home, run) as made:
        made.following.set(["cs.CL", "cs.LG"], [], [])
        yield Today(replace(made, arxiv=client))


def looked(today: Today, day: date) -> tuple[list[int], Day]:
    """How far arXiv's list was each time before it was whole, and the day."""
    key = CardKey(paper="", kind="brief", lang="zh-CN", engine="extractive", model="", prompt_version="1")
    so_far: list[int] = []
    while (found := today.followed(key, day)).looked_at is not None:
        so_far.append(found.looked_at)
    return so_far, found


def titles(day: Day) -> list[str]:
    return [line.metadata.title for line in day.lines]


def test_a_list_comes_part_by_part_and_that_of_a_week_is_asked_for_once(
    house: Today, arxiv: ArxivServer
) -> None:
    arxiv.oai.part = 2
    for paper in PAPERS[:3]:
        announced(arxiv.oai, "cs:cs:CL", WEDNESDAY, paper)
    announced(arxiv.oai, "cs:cs:LG", TUESDAY, PAPERS[3])
    so_far, found = looked(house, WEDNESDAY)
    assert (so_far, titles(found)) == ([2], [paper.title for paper in PAPERS[:3]])
    assert len(arxiv.paths("/oai")) == 3
    so_far, found = looked(house, TUESDAY)
    assert (so_far, titles(found)) == ([], [PAPERS[3].title])
    assert len(arxiv.paths("/oai")) == 3


def test_a_list_that_fails_hides_no_other_and_is_left_alone_until_they_are_whole(
    house: Today, arxiv: ArxivServer
) -> None:
    arxiv.oai.part = 1
    for day, paper in zip((TUESDAY, WEDNESDAY), PAPERS, strict=False):
        announced(arxiv.oai, "cs:cs:LG", day, paper)
    arxiv.fail("/oai", Fault.status(403))
    so_far, found = looked(house, TUESDAY)
    assert (so_far, titles(found)) == ([1], [PAPERS[0].title])
    assert [(name, type(error)) for name, error in found.missing] == [("cs.CL", ArxivRefused)]
    assert len(arxiv.paths("/oai")) == 3
    announced(arxiv.oai, "cs:cs:CL", TUESDAY, PAPERS[4])
    assert titles(looked(house, TUESDAY)[1]) == [PAPERS[4].title, PAPERS[0].title]
    assert len(arxiv.paths("/oai")) == 4
