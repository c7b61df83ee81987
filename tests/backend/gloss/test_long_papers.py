"""More than a hundred real pages through real HTTP, with a small context."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from pydantic import SecretStr

from papergloss.gloss.card import Card
from papergloss.gloss.compression.portions import readable
from papergloss.gloss.request import Target
from papergloss.llm.budget import estimate_tokens
from papergloss.llm.client import OpenAIChat
from papergloss.llm.types import Provider
from papergloss.pdf.document import Document
from papergloss.pdf.reader import read
from support.gloss_runs import Run
from support.model_server import Exchange, ModelServer

PAPERS = ("2203.02155v1.pdf", "1503.07589v1.pdf")
PAGES = 115


@pytest.fixture(scope="module")
def long_paper(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Document]:
    """Two long papers bound together."""
    bound = pymupdf.open()
    for name in PAPERS:
        with pymupdf.open(data_dir / "pdfs" / name) as pdf:
            bound.insert_pdf(pdf)
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    bound.save(path)
    return path, read(path)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def glossed(server: ModelServer, paper: tuple[Path, Document], context_tokens: int) -> Card:
    provider = Provider("local", server.base_url, SecretStr("k"), "scripted", context_tokens)
    chat = OpenAIChat(provider)
    made = Run(Target(file=paper[0]), model=chat)  # type: ignore[arg-type]
    made.readings.put(made.paper, paper[1])
    try:
        return made.card()
    finally:
        chat.close()


def longest_prompt(server: ModelServer) -> int:
    return max(estimate_tokens(request.prompt) + request.body["max_tokens"] for request in server.chats)


def test_every_section_of_a_hundred_pages_is_covered(
    server: ModelServer, long_paper: tuple[Path, Document]
) -> None:
    card = glossed(server, long_paper, 32_000)
    assert card.state == "done", card.problems
    assert card.coverage is not None
    assert (card.coverage.pages_read, card.coverage.pages_of) == (PAGES, PAGES)
    assert card.coverage.sections_left_out == []
    assert card.coverage.passages_left_out == 0
    everything = readable(long_paper[1])
    assert card.coverage.passages_sent + card.coverage.passages_compressed == len(everything)
    assert {section.read for section in card.coverage.sections} == {"whole", "compressed"}
    assert len(card.coverage.sections) == len({passage.section for passage in everything})
    assert longest_prompt(server) <= 32_000
    by_number = {passage.n: passage for passage in everything}
    assert card.takeaways
    for claim in card.takeaways:
        for evidence in claim.evidence:
            assert evidence.quote in by_number[evidence.passage].text


def test_a_context_of_8k_says_what_it_lost(server: ModelServer, long_paper: tuple[Path, Document]) -> None:
    card = glossed(server, long_paper, 8192)
    assert card.state == "done", card.problems
    assert card.coverage is not None
    assert longest_prompt(server) <= 8192
    counts = card.coverage.passages_sent, card.coverage.passages_compressed, card.coverage.passages_left_out
    assert sum(counts) == len(readable(long_paper[1]))
    left = [section.title for section in card.coverage.sections if section.read == "left_out"]
    assert left == card.coverage.sections_left_out


def test_a_context_smaller_than_told_is_found_out(
    server: ModelServer, long_paper: tuple[Path, Document]
) -> None:
    """The provider is thought to take 128,000 tokens and refuses everything over 16,000 with a 413."""

    def strict(exchange: Exchange) -> None:
        if estimate_tokens(exchange.request.prompt) > 16_000:
            exchange.reply(413, b'{"error": {"message": "request too large"}}')
        else:
            exchange.say(server.answer(exchange.request))

    server.always(strict)
    card = glossed(server, long_paper, 128_000)
    assert card.state == "done", card.problems
    assert card.coverage is not None
    assert card.coverage.sections_left_out == []
    assert card.coverage.passages_compressed > 0
