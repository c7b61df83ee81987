"""Every way in which a call can fail, mapped to the error tree.

What is particular to a case stands in the detail: the panel has its own words for the usual hints.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import openai

from papergloss.errors import (
    ContextExceeded,
    KeyRejected,
    ModelError,
    ModelNotFound,
    ProviderBusy,
    ProviderDown,
    ProviderRefused,
    QuotaExhausted,
    StreamBroken,
    StreamStalled,
)
from papergloss.llm.provider_words import kind_of
from papergloss.llm.providers import host_label, is_local
from papergloss.llm.quote import quote
from papergloss.llm.types import Provider
from papergloss.llm.waits import asked_wait, duration

ALWAYS = 1_000
ONCE = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """A failed try: the error it would end in, and whether another try makes sense."""

    error: ModelError
    retry: bool = False
    retry_after: float | None = None
    """Seconds that the provider asked us to wait."""
    most_retries: int = ALWAYS


_BY_STATUS: dict[int, tuple[type[ModelError], bool]] = {
    401: (KeyRejected, False),
    402: (QuotaExhausted, False),
    403: (ProviderRefused, False),
    404: (ModelNotFound, False),
    408: (ProviderDown, True),
    413: (ContextExceeded, False),
    425: (ProviderBusy, True),
    429: (ProviderBusy, True),
    498: (ProviderBusy, True),
}


def classify(error: Exception, provider: Provider) -> Fault:
    """What `error`, raised while talking to `provider`, means.

    Raises:
        Exception: `error` itself where it is none of a provider's failures.
    """
    if isinstance(error, StreamStalled):
        return Fault(error, retry=True, most_retries=ONCE)
    if isinstance(error, ModelError):
        return Fault(error, retry=isinstance(error, (StreamBroken, ProviderBusy, ProviderDown)))
    if isinstance(error, openai.APIStatusError):
        return _status(error, provider)
    if isinstance(error, openai.APIConnectionError):
        return _connection(error, provider)
    if isinstance(error, openai.APIError):
        return _error_chunk(error, provider)
    if isinstance(error, ValueError):
        return Fault(
            StreamBroken(f"{host_label(provider.base_url)} sent a chunk that is not JSON."), retry=True
        )
    raise error


def _status(error: openai.APIStatusError, provider: Provider) -> Fault:
    status, host = error.status_code, host_label(provider.base_url)
    words = _message(error.body) or error.response.reason_phrase
    said = f"{host} answered {status}: {_quoted(words, provider)}"
    kind = _by_words(error.body, words)
    if kind and (status != 429 or kind is QuotaExhausted):
        return Fault(kind(said))
    if 300 <= status < 400:
        return Fault(ProviderRefused(f"{host} answered {status}, a redirect. Give the address it leads to."))
    if status == 403 and is_local(provider.base_url):
        more = "If this is Ollama, add PaperGloss's address to OLLAMA_ORIGINS and start it again."
        return Fault(ProviderRefused(f"{said} {more}"))
    known, retry = _BY_STATUS.get(status, (ProviderDown, True) if status >= 500 else (ProviderRefused, False))
    wait = asked_wait(error.response.headers, error.body, words) if retry else None
    more = "" if wait is None else f" The provider asks to wait {duration(wait)}."
    return Fault(known(said + more), retry, wait)


def _connection(error: openai.APIConnectionError, provider: Provider) -> Fault:
    host = host_label(provider.base_url)
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Fault(ProviderDown(f"No secure connection to {host} (TLS)."))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Fault(ProviderDown(f"The name {host} is not known (DNS)."), retry=True)
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes) or _mentions_refused(causes):
        more = " Start the model's server." if is_local(provider.base_url) else ""
        return Fault(ProviderDown(f"{host} refused the connection.{more}"), retry=True)
    if isinstance(error, openai.APITimeoutError):
        return Fault(ProviderDown(f"{host} did not answer in time."), retry=True)
    if any(type(cause).__name__ == "UnsupportedProtocol" for cause in causes):
        return Fault(ProviderDown("The provider's address is not an http address."))
    return Fault(ProviderDown(f"The connection to {host} broke."), retry=True)


def _error_chunk(error: openai.APIError, provider: Provider) -> Fault:
    words = _message(error.body) or error.message
    said = f"{host_label(provider.base_url)} broke off its answer: {_quoted(words, provider)}"
    kind = _by_words(error.body, words)
    if kind:
        return Fault(kind(said))
    known, retry = _BY_STATUS.get(_number(error.code), (StreamBroken, True))
    return Fault(known(said), retry, asked_wait({}, error.body, words) if retry else None)


def _number(code: object) -> int:
    return int(code) if isinstance(code, int) or (isinstance(code, str) and code.isdecimal()) else 0


def broken_stream(error: Exception, provider: Provider) -> Exception:
    """`error` as seen once a stream has begun: a lost connection is then a broken answer."""
    if isinstance(error, openai.APIConnectionError):
        return StreamBroken(
            f"The connection to {host_label(provider.base_url)} was cut in the middle of the answer."
        )
    return error


def _message(body: object) -> str:
    """The human words in an error body, whichever of the usual shapes it has."""
    if isinstance(body, list):
        return _message(body[0]) if body else ""
    if not isinstance(body, dict):
        text = body if isinstance(body, str) else ""
        return "an HTML page" if text.lstrip()[:1] == "<" else text
    metadata = body.get("metadata")
    raw = metadata.get("raw") if isinstance(metadata, dict) else None
    inner = body.get("error")
    nested = _message(inner) if isinstance(inner, dict) else inner
    parts = (body.get("message"), raw, nested, body.get("detail"))
    return ": ".join(part for part in parts if isinstance(part, str) and part)


def _by_words(body: object, words: str) -> type[ModelError] | None:
    codes = [str(body.get(name, "")) for name in ("code", "type")] if isinstance(body, dict) else []
    return kind_of(" ".join([words, *codes]))


def _quoted(words: str, provider: Provider) -> str:
    return quote(words, provider.api_key.get_secret_value())


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for inner in error.exceptions:
                yield from _causes(inner)
        error = error.__cause__ or error.__context__


def _mentions_refused(causes: list[BaseException]) -> bool:
    return any(
        "refused" in str(cause).lower() or "connection attempts failed" in str(cause).lower()
        for cause in causes
    )
