"""The order of a digest by likeness to the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.listing import Announcement, Listing
from papergloss.digest.papers import chosen
from papergloss.digest.ranking import likenesses, ordered
from papergloss.library.changes import Change
from papergloss.library.interests import Interest
from support.backend import backend
from support.library import Shelves, card

TODAY = {
    "2611.00001": ("Galaxy clusters in X-rays", "We observe galaxy clusters and the dark matter in them."),
    "2611.00002": ("Adapters for vision", "A low-rank adapter tunes a vision model with few weights."),
    "2611.00003": ("Chess engines", "Tree search plays chess with a learned evaluation."),
    "2611.00004": ("Low-rank adapters", "We tune a language model by low-rank adapters of its weights."),
    "2611.00005": ("A survey of chairs", "Chairs have legs."),
}


def announcement(paper: str, title: str, abstract: str) -> Announcement:
    kind = "cross" if paper.endswith("2") else "new"
    return Announcement(ArxivId(paper, 1), kind, title, ("A B",), abstract, ("cs.CL",))  # type: ignore[arg-type]


@pytest.fixture
def papers() -> list[Announcement]:
    return [announcement(paper, *texts) for paper, texts in TODAY.items()]


@pytest.fixture
def shelves(home: Path) -> Iterator[Shelves]:
    """A reader who likes low-rank adapters, has read of chess once, and dropped a paper about galaxies."""
    with backend(home, Shelves.run) as made:
        shelves = Shelves(made)
        shelves.save(
            card("2401.00001", "LoRA", abstract="Low-rank adapters tune a language model."),
            card("2401.00002", "Chess by tree search", abstract="A network evaluates chess positions."),
            card("2401.00003", "Dark matter", abstract="Galaxy clusters and their dark matter in X-rays."),
            card("2401.00004", "Chairs", abstract="A survey of chairs, which nobody has opened."),
        )
        shelves.library.papers.change("2401.00001", Change(starred=True))
        shelves.library.papers.change("2401.00002", Change(state="read"))
        shelves.library.papers.change("2401.00003", Change(state="dropped"))
        yield shelves


def test_papers_like_starred_and_read_ones_come_first_and_like_dropped_ones_last(
    shelves: Shelves, papers: list[Announcement]
) -> None:
    found = likenesses(papers, shelves.library.interests.papers())
    titles = [paper.title for paper in ordered(papers, found)]
    assert titles[0] == "Low-rank adapters"
    assert set(titles[1:3]) == {"Adapters for vision", "Chess engines"}
    assert titles[3:] == ["A survey of chairs", "Galaxy clusters in X-rays"]
    assert set(found["2611.00004v1"].shared) >= {"adapter", "low-rank"}
    assert found["2611.00005v1"].score == 0, "a paper that only a program saved says nothing of the reader"
    assert found["2611.00001v1"].score < 0
    assert found["2611.00001v1"].shared == ()


def test_the_order_is_the_same_whatever_came_first(shelves: Shelves, papers: list[Announcement]) -> None:
    interests = shelves.library.interests.papers()
    found = likenesses(papers, interests)
    Random(7).shuffle(papers)
    assert likenesses(papers, interests[::-1]) == found


def test_sections_stay_apart_and_the_best_are_kept(shelves: Shelves, papers: list[Announcement]) -> None:
    found = likenesses(papers, shelves.library.interests.papers())
    listing = Listing("cs.CL", None, tuple(papers))  # type: ignore[arg-type]
    best = chosen(listing, {"new", "cross"}, 3, found)
    assert [paper.title for paper in best] == ["Low-rank adapters", "Chess engines", "Adapters for vision"]


def test_an_untouched_library_leaves_arxivs_order(home: Path, papers: list[Announcement]) -> None:
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card("2401.00001", "LoRA", abstract="Low-rank adapters."))
        found = likenesses(papers, made.library.interests.papers())
    assert found == {}
    assert ordered(papers, found) == papers


def test_a_paper_is_not_compared_with_itself(papers: list[Announcement], shelves: Shelves) -> None:
    shelves.save(card("2611.00005", "A survey of chairs", abstract="Chairs have legs."))
    shelves.library.papers.change("2611.00005", Change(starred=True))
    interests = shelves.library.interests.papers()
    assert likenesses(papers, interests)["2611.00005v1"].score == 0


def test_one_close_paper_counts_more_than_hundreds_with_everyday_words() -> None:
    text = "Large network trained on data number{}."
    everyday = [Interest(f"n{n}", f"Topic {n}", text.format(n), 1) for n in range(500)]
    close = Interest("c", "Sparse adapters", "Sparse adapters for speech.", 3)
    papers = [
        announcement("2611.00001", "Something else", "A large network is trained on data."),
        announcement("2611.00003", "Sparse adapters again", "Speech by sparse adapters."),
    ]
    found = likenesses(papers, [*everyday, close])
    assert ordered(papers, found)[0].title == "Sparse adapters again"
