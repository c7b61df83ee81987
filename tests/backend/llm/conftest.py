"""A local model server and a client for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pydantic import SecretStr

from papergloss.llm.client import OpenAIChat
from papergloss.llm.types import Message, Piece, Provider, TextPiece
from support.model_server import ModelServer

KEY = "sk-local-0123456789abcdef"
PROMPT = [Message("system", "You translate."), Message("user", "Say something about attention.")]


def provider(base_url: str, model: str = "scripted", key: str = KEY) -> Provider:
    return Provider("local", base_url, SecretStr(key), model, 8000)


def shown(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))


class Asker:
    """Asks a server and keeps every piece, those before an error too. Waits are noted, not slept."""

    def __init__(self, chat_of: Callable[..., OpenAIChat]) -> None:
        self._chat_of = chat_of
        self.waits: list[float] = []
        self.pieces: list[Piece] = []

    def ask(self, base_url: str, *, max_tokens: int = 200, model: str = "scripted", **options: object) -> str:
        chat = self._chat_of(
            provider(base_url, model), wait=lambda seconds, _: self.waits.append(seconds), **options
        )
        self.pieces = []
        for piece in chat.stream(PROMPT, max_tokens=max_tokens, cancelled=lambda: False):
            self.pieces.append(piece)
        return shown(self.pieces)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(answer=lambda request: "All you need is attention.") as running:
        yield running


@pytest.fixture
def chat_of() -> Iterator[Callable[..., OpenAIChat]]:
    """Makes clients and closes them when the test ends."""
    made: list[OpenAIChat] = []

    def make(provider: Provider, **options: object) -> OpenAIChat:
        made.append(OpenAIChat(provider, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for chat in made:
        chat.close()


@pytest.fixture
def asker(chat_of: Callable[..., OpenAIChat]) -> Asker:
    return Asker(chat_of)
