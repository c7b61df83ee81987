"""A reader who cancels is let go at once, and the provider is told by the closed connection."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from time import monotonic

import pytest

from papergloss.errors import Cancelled
from papergloss.llm.client import OpenAIChat
from papergloss.llm.types import TextPiece
from support import model_faults as fault
from support.model_server import ModelServer, Script

from .conftest import PROMPT, provider


@pytest.mark.parametrize(
    "script",
    [fault.stall(headers=False), fault.stall(), fault.stall("Hello"), fault.heartbeats()],
    ids=["before the status", "before the first token", "in mid-stream", "heartbeats"],
)
def test_cancel_in_a_silence(server: ModelServer, chat_of: Callable[..., OpenAIChat], script: Script) -> None:
    server.always(script)
    stop = threading.Event()
    pieces = chat_of(provider(server.base_url)).stream(PROMPT, max_tokens=50, cancelled=stop.is_set)
    threading.Timer(0.2, stop.set).start()
    with pytest.raises(Cancelled):
        list(pieces)
    stopped = monotonic()
    assert server.chats[0].gone.wait(2)
    assert stopped - server.chats[0].at < 0.9


def test_closing_the_generator_closes_the_connection(
    server: ModelServer, chat_of: Callable[..., OpenAIChat]
) -> None:
    server.always(fault.stall("Hello"))
    pieces = chat_of(provider(server.base_url)).stream(PROMPT, max_tokens=50, cancelled=lambda: False)
    assert next(pieces) == TextPiece("Hello")
    pieces.close()  # type: ignore[attr-defined]
    assert server.chats[0].gone.wait(2)


def test_closing_the_client_ends_its_streams(server: ModelServer) -> None:
    server.always(fault.stall("Hello"))
    chat = OpenAIChat(provider(server.base_url))
    pieces = chat.stream(PROMPT, max_tokens=50, cancelled=lambda: False)
    assert next(pieces) == TextPiece("Hello")
    chat.close()
    with pytest.raises(Cancelled):
        next(pieces)
    assert server.chats[0].gone.wait(2)


def test_a_dropped_client_ends_its_thread_and_connections(server: ModelServer) -> None:
    chat = OpenAIChat(provider(server.base_url))
    list(chat.stream(PROMPT, max_tokens=50, cancelled=lambda: False))
    (own,) = [thread for thread in threading.enumerate() if thread.name == "papergloss-llm"]
    del chat
    gc.collect()
    own.join(2)
    assert not own.is_alive()
