"""A local arXiv that announces six papers, and where the command finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_server import ModelServer

PAPERS = [SmallPaper(f"2501.{n:05}", title=f"Paper number {n}") for n in range(1, 7)]


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.announce("cs.CL", *[("new", paper) for paper in PAPERS])
        yield server


def settings(arxiv: ArxivServer, model: ModelServer | None = None) -> dict[str, str]:
    found = {
        "PAPERGLOSS_ARXIV_URL": arxiv.url,
        "PAPERGLOSS_ARXIV_API_URL": arxiv.api_url,
        "PAPERGLOSS_ARXIV_FEED_URL": arxiv.feed_url,
        "PAPERGLOSS_ARXIV_OAI_URL": arxiv.oai_url,
    }
    if model is not None:
        found |= {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-x", "PAPERGLOSS_MODEL": "scripted"}
    return found
