"""What a reader sees while a provider fails: why, how long is waited, and the other parts all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.model_faults import status
from support.model_server import Exchange, ModelServer
from support.reader import Reader


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def test_a_wait_before_the_next_try_is_shown_with_its_reason(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    def busy_once(exchange: Exchange) -> None:
        if "TAKEAWAYS" in exchange.request.prompt and not told:
            told.append(exchange)
            status(429, retry_after=6)(exchange)
        else:
            exchange.say(model.answer(exchange.request))

    told: list[Exchange] = []
    model.always(busy_once)
    panel = reader.open(paper.id)
    expect(panel.frame.get_by_text("The provider is busy. Waiting 6 s, then try 2")).to_be_visible(
        timeout=30_000
    )
    expect(panel.translations.first).to_be_visible()
    assert panel.violations() == []
    panel.finished()
    expect(panel.problems).to_have_count(0)


def test_a_wait_that_is_too_long_is_told_and_not_taken(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    model.always(status(429, retry_after=7200))
    panel = reader.open(paper.id)
    expect(panel.problems.first).to_contain_text("The provider is busy.")
    expect(panel.problems.first).to_contain_text("asks to wait 2 hours")
