"""Retries are ours: visible, bounded, and polite."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import formatdate
from time import time
from typing import TYPE_CHECKING

import pytest

from papergloss.errors import Cancelled, ProviderBusy, ProviderDown, StreamBroken
from papergloss.llm.client import OpenAIChat
from papergloss.llm.retry import RetryPolicy
from papergloss.llm.types import RetryPiece, TextPiece, Usage
from support import model_faults as fault
from support.model_server import ModelServer

from .conftest import PROMPT, Asker, provider, shown

if TYPE_CHECKING:
    from llmock.pytest_plugin import LLMock


def test_a_busy_provider_is_asked_again_and_the_wait_is_shown(server: ModelServer, asker: Asker) -> None:
    server.script(fault.status(429), fault.status(503, "<html>"))
    assert asker.ask(server.base_url) == "All you need is attention."
    retries = [piece for piece in asker.pieces if isinstance(piece, RetryPiece)]
    assert [(piece.attempt, piece.reason) for piece in retries] == [
        (1, "provider-busy"),
        (2, "provider-down"),
    ]
    assert asker.waits == [piece.wait for piece in retries]
    assert 0.5 < asker.waits[0] < asker.waits[1] < 3


@pytest.mark.parametrize(
    "header", ["7", "7.0", lambda: formatdate(time() + 7, usegmt=True)], ids=["int", "float", "date"]
)
def test_retry_after_is_obeyed(server: ModelServer, asker: Asker, header: str | Callable[[], str]) -> None:
    server.script(fault.status(429, retry_after=header() if callable(header) else header))
    asker.ask(server.base_url)
    assert asker.waits == pytest.approx([7], abs=1.1)


def test_an_odd_retry_after_is_ignored(server: ModelServer, asker: Asker) -> None:
    server.script(fault.status(429, retry_after="soon"))
    asker.ask(server.base_url)
    assert 0.5 < asker.waits[0] < 2


def test_a_wait_that_is_too_long_is_not_taken(server: ModelServer, asker: Asker) -> None:
    server.always(fault.status(429, retry_after=3600))
    with pytest.raises(ProviderBusy) as caught:
        asker.ask(server.base_url)
    assert asker.waits == []
    assert "asks to wait 60 minutes" in caught.value.detail


def test_retries_end(server: ModelServer, asker: Asker) -> None:
    server.always(fault.status(500))
    with pytest.raises(ProviderDown):
        asker.ask(server.base_url, policy=RetryPolicy(retries=2))
    assert len(server.chats) == 3


def test_what_cannot_get_better_is_not_tried_again(server: ModelServer, asker: Asker) -> None:
    for status in (400, 401, 402, 403, 404, 413):
        server.always(fault.status(status))
        with pytest.raises(Exception, match=str(status)):
            asker.ask(server.base_url)
    assert len(server.chats) == 6


def test_a_stream_that_breaks_starts_over(server: ModelServer, asker: Asker) -> None:
    server.script(fault.disconnect("All you "))
    asker.ask(server.base_url)
    kinds = [type(piece) for piece in asker.pieces]
    void = kinds.index(RetryPiece)
    assert shown(asker.pieces[:void]) == "All you "
    assert shown(asker.pieces[void:]) == "All you need is attention."
    assert kinds.count(Usage) == 1
    assert kinds[-1] is Usage


def test_tokens_of_failed_tries_are_counted(server: ModelServer, asker: Asker) -> None:
    asker.ask(server.base_url)
    once = asker.pieces[-1]
    server.script(fault.silent_end("All you need"))
    asker.ask(server.base_url)
    twice = asker.pieces[-1]
    assert isinstance(once, Usage)
    assert isinstance(twice, Usage)
    assert twice.tokens_in > once.tokens_in
    assert twice.tokens_out > once.tokens_out
    assert (once.estimated, twice.estimated) == (False, True)


def test_a_stall_is_tried_once_more_only(server: ModelServer, asker: Asker) -> None:
    server.always(fault.stall())
    with pytest.raises(Exception, match="No token came"):
        asker.ask(server.base_url, stall_seconds=0.2)
    assert len(server.chats) == 2


def test_cancel_is_heard_while_waiting(server: ModelServer, chat_of: Callable[..., OpenAIChat]) -> None:
    server.always(fault.status(429, retry_after=30))
    stop: list[bool] = []
    pieces = chat_of(provider(server.base_url)).stream(PROMPT, max_tokens=9, cancelled=lambda: bool(stop))
    assert isinstance(next(pieces), RetryPiece)
    stop.append(True)
    started = time()
    with pytest.raises(Cancelled):
        next(pieces)
    assert time() - started < 0.5


def test_judged_resilient_by_another_server(llmock: LLMock, chat_of: Callable[..., OpenAIChat]) -> None:
    llmock.rate_limit(times=1, retry_after=0.3)
    llmock.fail(503, times=1)
    chat = chat_of(provider(llmock.base_url("openai"), "gpt-4o"), policy=RetryPolicy(first_wait=0.05))
    pieces = list(chat.stream(PROMPT, max_tokens=50, cancelled=lambda: False))
    assert isinstance(pieces[-1], Usage)
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("kind", ["truncate", "disconnect", "corrupt"])
def test_stream_faults_of_another_server(
    llmock: LLMock, chat_of: Callable[..., OpenAIChat], kind: str
) -> None:
    getattr(llmock, kind)(after_chunks=3)
    chat = chat_of(provider(llmock.base_url("openai"), "gpt-4o"), policy=RetryPolicy(first_wait=0.05))
    pieces = list(chat.stream(PROMPT, max_tokens=50, cancelled=lambda: False))
    assert [piece.reason for piece in pieces if isinstance(piece, RetryPiece)] == [StreamBroken.type]
    # The judge cannot always see in time that a connection was closed on a corrupt chunk.
    llmock.assert_resilient(strict=kind != "corrupt")


def test_many_threads_share_one_client(server: ModelServer, chat_of: Callable[..., OpenAIChat]) -> None:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    chat = chat_of(provider(server.base_url))

    def ask(_: int) -> str:
        pieces = chat.stream(PROMPT, max_tokens=50, cancelled=lambda: False)
        return "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(24))) == {"All you need is attention."}
