"""A newer version on arXiv is said, and stays said."""

from __future__ import annotations

from pathlib import Path

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import backend
from support.library import Shelves, card

PAPER = SmallPaper("2501.00009", versions=3)


def test_a_newer_version_is_noted(home: Path) -> None:
    with ArxivServer() as arxiv:
        arxiv.add(PAPER)
        urls = {"arxiv_url": arxiv.url, "arxiv_api_url": arxiv.api_url}
        with backend(home, Shelves.run, **urls) as made:
            shelves = Shelves(made)
            shelves.save(card(PAPER.id, version=2), card("2501.00001", "Unknown to arXiv"))
            assert made.library.versions.check() == (1, [PAPER.id])
            shelves.save(card(PAPER.id, lang="ja", version=2))
            assert [e.newer_version for e in made.library.papers.page("cat:cs").entries] == [False, True]
            shelves.save(card(PAPER.id, version=3))
            assert made.library.versions.check([PAPER.id]) == (1, [])
