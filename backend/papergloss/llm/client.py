"""The model behind any OpenAI-compatible address."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import openai

from papergloss.errors import (
    AnswerUnusable,
    KeyRejected,
    ModelError,
    ProviderDown,
    StreamBroken,
    StreamStalled,
)
from papergloss.llm.answer import Answer, is_alive
from papergloss.llm.background import Background, Put
from papergloss.llm.dialect import Dialect
from papergloss.llm.event_stream import Client
from papergloss.llm.faults import broken_stream, classify
from papergloss.llm.providers import host_label, is_local
from papergloss.llm.retry import Pause, RetryPolicy, pause
from papergloss.llm.types import Message, Piece, Provider, RetryPiece, TextPiece, Usage

CONNECT_SECONDS = 10.0
CHECK_SECONDS = 5.0
AFTER_END_SECONDS = 3.0
"""How long a finished answer waits for its usage."""


class OpenAIChat:
    """Answers chat messages as a stream, with retries that the caller sees.

    One instance serves many threads. `stall_seconds` bounds every silence, the one before the
    first token included; no other time limit applies to an answer.
    """

    def __init__(
        self,
        provider: Provider,
        *,
        stall_seconds: float = 90.0,
        policy: RetryPolicy | None = None,
        wait: Pause = pause,
    ) -> None:
        self._provider = provider
        self._stall_seconds = stall_seconds
        self._policy = policy or RetryPolicy()
        self._wait = wait
        self._dialect = Dialect(provider)
        self._client = _client(provider)
        self._background = Background(at_end=self._client.close)

    @property
    def provider(self) -> Provider:
        """Who answers."""
        return self._provider

    def close(self) -> None:
        """Ends the connections; also done when the instance is dropped."""
        self._background.close()

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`."""
        spent = Usage()
        limit = self._dialect.limit(max_tokens)
        for attempt in count(1):
            answer = Answer(messages, limit)
            try:
                yield from _pieces(answer, self._chunks(answer, messages, limit, cancelled), attempt)
                yield spent + answer.usage()
                return
            except (ModelError, openai.OpenAIError, ValueError) as error:
                fault = classify(error, self._provider)
            spent += answer.usage()
            seconds = self._policy.wait(attempt, fault)
            if seconds is None:
                if spent != Usage():
                    yield spent
                raise fault.error
            yield RetryPiece(attempt, seconds, fault.error.type)
            self._wait(seconds, cancelled)

    def _chunks(
        self, answer: Answer, messages: list[Message], limit: int, cancelled: Callable[[], bool]
    ) -> Iterator[Any]:
        after_end = min(self._stall_seconds, AFTER_END_SECONDS)
        return self._background.items(
            lambda put: self._read(messages, limit, put),
            patience=lambda: after_end if answer.finished else self._stall_seconds,
            alive=is_alive,
            cancelled=cancelled,
        )

    async def _read(self, messages: list[Message], limit: int, put: Put[Any]) -> None:
        _require_key(self._provider)
        stream = await self._open(messages, limit)
        async with stream:
            await _require_stream(stream.response, self._provider)
            try:
                async for chunk in stream:
                    put(chunk)
            except openai.APIConnectionError as error:
                raise broken_stream(error, self._provider) from None

    async def _open(self, messages: list[Message], limit: int) -> Any:
        """Asks, and asks again at once where the provider does not know one of our parameters."""
        while True:
            body = self._dialect.body(messages, limit)
            try:
                return await self._client.chat.completions.create(**body)
            except openai.APIStatusError as error:
                if not self._dialect.learn(body, error.status_code, str(error)):
                    raise


def _pieces(answer: Answer, chunks: Iterator[Any], attempt: int) -> Iterator[TextPiece | RetryPiece]:
    try:
        for chunk in chunks:
            text = answer.read(chunk)
            if answer.took_back():
                yield RetryPiece(attempt, 0.0, AnswerUnusable.type)
            if text:
                yield TextPiece(text)
    except (StreamBroken, StreamStalled, ValueError):
        if not answer.finished:
            raise
    rest = answer.end()
    if rest:
        yield TextPiece(rest)
    answer.check()


def check(provider: Provider) -> list[str]:
    """The models that `provider` says it has; may be empty. Sends nothing but the key.

    Raises:
        ModelError: it cannot be reached, or refuses.
    """
    background = Background()
    try:
        return background.call(asyncio.wait_for(_models(provider), CHECK_SECONDS * 2))
    except TimeoutError:
        raise ProviderDown(f"{host_label(provider.base_url)} did not answer in time.") from None
    except (ModelError, openai.OpenAIError, ValueError) as error:
        raise classify(error, provider).error from None
    finally:
        background.close()


async def _models(provider: Provider) -> list[str]:
    _require_key(provider)
    async with _client(provider) as client:
        answer = await client.models.with_raw_response.list(timeout=CHECK_SECONDS)
    try:
        data = answer.http_response.json()
        return [str(model["id"]) for model in data["data"] or ()]
    except (ValueError, TypeError, KeyError):
        raise _not_the_api(provider) from None


def _client(provider: Provider) -> Client:
    """No redirects: the reader agreed to this host. No proxy to this machine itself."""
    return Client(
        base_url=provider.base_url,
        api_key=_key(provider) or "none",
        max_retries=0,
        http_client=openai.DefaultAsyncHttpxClient(
            timeout=openai.Timeout(None, connect=CONNECT_SECONDS),
            trust_env=not is_local(provider.base_url),
            follow_redirects=False,
        ),
    )


def _key(provider: Provider) -> str:
    return provider.api_key.get_secret_value().strip()


def _require_key(provider: Provider) -> None:
    """A key that cannot stand in a header would fail in words that nobody understands."""
    key = _key(provider)
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise KeyRejected("The key holds characters that no key has. Copy it again, without spaces.")


async def _require_stream(response: Any, provider: Provider) -> None:
    """Some servers answer 200 with a page, an error object or a whole answer instead of a stream.

    Raises:
        StreamBroken: a page, or an answer that does not stream.
        openai.APIError: an error object.
    """
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        raise _not_the_api(provider)
    if not kind.endswith("json"):
        return
    body = await response.aread()
    if not body.lstrip().startswith((b"{", b"[")):
        return
    data = json.loads(body)
    error = data.get("error") if isinstance(data, dict) else None
    if error:
        raise openai.APIError(str(error), response.request, body=error)
    raise StreamBroken(f"{host_label(provider.base_url)} does not stream its answers.")


def _not_the_api(provider: Provider) -> ModelError:
    host = host_label(provider.base_url)
    return StreamBroken(
        f"{host} answered, but not as a model's provider. Check the address: it often ends in /v1."
    )
