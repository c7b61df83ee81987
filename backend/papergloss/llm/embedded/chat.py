"""The local model as a ChatModel whose answers obey a grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from papergloss.llm.client import OpenAIChat
from papergloss.llm.dialect import Dialect
from papergloss.llm.embedded.server import CONTEXT_TOKENS, ModelProcess
from papergloss.llm.types import Message, Piece, Provider


class LocalChat:
    """One question at a time, in the model's own process. Nothing leaves this machine."""

    def __init__(self, name: str, process: ModelProcess, grammar: str, stall_seconds: float) -> None:
        self._process = process
        self._grammar = grammar
        self._stall_seconds = stall_seconds
        self.provider = Provider(
            name="this machine",
            base_url="http://127.0.0.1/v1",
            api_key=SecretStr(""),
            model=name,
            context_tokens=CONTEXT_TOKENS,
            price_in=0.0,
            price_out=0.0,
        )
        """Who answers."""

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`; waits for its turn first."""
        with self._process.in_turn(cancelled) as address:
            provider = replace(self.provider, base_url=address.base_url, api_key=SecretStr(address.key))
            chat = _Held(provider, self._grammar, self._stall_seconds)
            try:
                yield from chat.stream(messages, max_tokens=max_tokens, cancelled=cancelled)
            finally:
                chat.close()


class _Held(OpenAIChat):
    """The ordinary client, with a grammar in every request."""

    def __init__(self, provider: Provider, grammar: str, stall_seconds: float) -> None:
        super().__init__(provider, stall_seconds=stall_seconds)
        self._dialect = _HeldDialect(provider, grammar)


class _HeldDialect(Dialect):
    def __init__(self, provider: Provider, grammar: str) -> None:
        super().__init__(provider)
        self._held = {"grammar": grammar, "temperature": 0.0, "repeat_penalty": 1.05, "cache_prompt": True}

    def body(self, messages: list[Message], limit: int) -> dict[str, Any]:
        """The usual request, and what llama.cpp's server understands beyond it."""
        body = super().body(messages, limit)
        return {**body, "extra_body": {**body["extra_body"], **self._held}}
