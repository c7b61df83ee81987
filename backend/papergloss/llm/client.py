"""The model behind any OpenAI-compatible address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import httpx2
import openai

from papergloss.errors import KeyRejected, ModelError, StreamBroken
from papergloss.llm.answer import Answer, is_alive
from papergloss.llm.background import Background, Put
from papergloss.llm.dialect import Dialect
from papergloss.llm.faults import broken_stream, classify
from papergloss.llm.providers import host_label, is_local
from papergloss.llm.retry import Pause, RetryPolicy, pause
from papergloss.llm.types import Message, Piece, Provider, RetryPiece, TextPiece, Usage

CONNECT_SECONDS = 10.0
CHECK_SECONDS = 5.0


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
        self._background = Background()
        self._client = _client(provider)

    @property
    def provider(self) -> Provider:
        """Who answers."""
        return self._provider

    def close(self) -> None:
        """Ends the connections; also done when the instance is dropped."""
        self._background.call(self._client.close())
        self._background.close()

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`."""
        spent = Usage()
        for attempt in count(1):
            answer = Answer(messages)
            try:
                yield from self._try(answer, max_tokens, cancelled)
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

    def _try(self, answer: Answer, max_tokens: int, cancelled: Callable[[], bool]) -> Iterator[TextPiece]:
        chunks = self._background.items(
            lambda put: self._read(answer.messages, max_tokens, put),
            stall_seconds=self._stall_seconds,
            alive=is_alive,
            cancelled=cancelled,
        )
        for chunk in chunks:
            text = answer.read(chunk)
            if text:
                yield TextPiece(text)
        rest = answer.end()
        if rest:
            yield TextPiece(rest)
        answer.check()

    async def _read(self, messages: list[Message], max_tokens: int, put: Put[Any]) -> None:
        stream = await self._open(messages, max_tokens)
        async with stream:
            _require_stream(stream.response, self._provider)
            try:
                async for chunk in stream:
                    put(chunk)
            except openai.APIConnectionError as error:
                raise broken_stream(error, self._provider) from None

    async def _open(self, messages: list[Message], max_tokens: int) -> Any:
        """Asks, and asks again at once where the provider does not know one of our parameters."""
        while True:
            body = self._dialect.body(messages, max_tokens)
            try:
                return await self._client.chat.completions.create(**body)
            except openai.APIStatusError as error:
                if not self._dialect.learn(body, error.status_code, str(error)):
                    raise


def check(provider: Provider) -> list[str]:
    """The models that `provider` says it has; may be empty. Sends nothing but the key.

    Raises:
        ModelError: it cannot be reached, or refuses.
    """
    background = Background()
    try:
        return background.call(_models(provider))
    except (ModelError, openai.OpenAIError, ValueError) as error:
        raise classify(error, provider).error from None
    finally:
        background.close()


async def _models(provider: Provider) -> list[str]:
    async with _client(provider) as client:
        page = await client.models.list(timeout=CHECK_SECONDS)
    data = getattr(page, "data", None)
    if not isinstance(data, list):
        raise _not_the_api(provider)
    return [model.id for model in data if isinstance(getattr(model, "id", None), str)]


def _client(provider: Provider) -> openai.AsyncOpenAI:
    key = provider.api_key.get_secret_value().strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise KeyRejected("The key holds characters that no key has.", "Copy it again, without spaces.")
    local = is_local(provider.base_url)
    return openai.AsyncOpenAI(
        base_url=provider.base_url,
        api_key=key or "none",
        max_retries=0,
        http_client=httpx2.AsyncClient(
            timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),
            trust_env=not local,
            follow_redirects=False,
        ),
    )


def _require_stream(response: httpx2.Response, provider: Provider) -> None:
    kind = response.headers.get("content-type", "text/event-stream").partition(";")[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        raise _not_the_api(provider)


def _not_the_api(provider: Provider) -> ModelError:
    host = host_label(provider.base_url)
    return StreamBroken(
        f"{host} sent a web page, not an answer.", "Check OPENAI_BASE_URL; it often ends in /v1."
    )
