"""What can go wrong with a provider: scripts for `ModelServer.script` and `.always`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

from support.model_script import pieces
from support.model_server import Exchange, Script

LONG = 60.0
"""Seconds that stand for ever in a test: the client leaves or the server stops long before."""


def status(code: int, body: object = None, *, retry_after: float | str | None = None) -> Script:
    """An HTTP error with an error object, or with any body (text is sent as HTML)."""

    def run(exchange: Exchange) -> None:
        headers = {} if retry_after is None else {"Retry_After": str(retry_after)}
        if isinstance(body, str):
            exchange.reply(code, body.encode(), "text/html; charset=utf-8", **headers)
        else:
            data = body if body is not None else {"error": {"message": f"error {code}", "code": None}}
            exchange.reply(code, json.dumps(data).encode(), **headers)

    return run


def recorded_error(path: Path) -> Script:
    """A recorded error body (`error_*.json` of the streams folder) with its status."""
    record = json.loads(path.read_text("utf-8"))
    return lambda exchange: exchange.reply(record["status"], record["body"].encode())


def replay(path: Path, *, chunk_bytes: int = 0, delay: float = 0.0) -> Script:
    """A recorded stream byte for byte, in HTTP chunks of `chunk_bytes` (0: one for each event)."""

    def run(exchange: Exchange) -> None:
        data = path.read_bytes()
        exchange.begin()
        for part in _cut(data, chunk_bytes):
            exchange.raw(part)
            exchange.wait(delay)
        exchange.end()

    return run


def _cut(data: bytes, size: int) -> list[bytes]:
    if size:
        return [data[at : at + size] for at in range(0, len(data), size)]
    return [event + b"\n\n" for event in data.split(b"\n\n") if event]


def text(answer: str, *, finish: str | None = "stop", usage: bool = True) -> Script:
    """A well-formed answer with this text and end."""
    return lambda exchange: exchange.say(answer, finish=finish, usage=usage)


def deltas(*parts: dict[str, object], finish: str | None = "stop") -> Script:
    """An answer of exactly these deltas."""

    def run(exchange: Exchange) -> None:
        exchange.begin()
        for part in parts:
            exchange.delta(**part)
        if finish:
            exchange.delta(finish)
        exchange.done()

    return run


def reported(answer: str, tokens_in: object, tokens_out: object, **more: object) -> Script:
    """An answer with this usage report."""

    def run(exchange: Exchange) -> None:
        exchange.begin()
        exchange.delta(content=answer)
        exchange.delta("stop")
        exchange.usage(tokens_in, tokens_out, **more)
        exchange.done()

    return run


def disconnect(*said: str) -> Script:
    """The connection is cut after these pieces; with none, before the answer begins."""

    def run(exchange: Exchange) -> None:
        if said:
            _say(exchange, said)
        exchange.cut()

    return run


def silent_end(*said: str) -> Script:
    """The HTTP answer ends cleanly, but without finish_reason and `[DONE]`."""

    def run(exchange: Exchange) -> None:
        _say(exchange, said)
        exchange.end()

    return run


def stall(*said: str, headers: bool = True) -> Script:
    """Nothing more comes after these pieces; without `headers` not even an HTTP status."""

    def run(exchange: Exchange) -> None:
        if headers:
            _say(exchange, said)
        exchange.wait(LONG)

    return run


def heartbeats(every: float = 0.05, *said: str) -> Script:
    """Comments and empty deltas for ever: the connection lives, the model does not."""

    def run(exchange: Exchange) -> None:
        _say(exchange, said)
        while not exchange.server.stopping.is_set():
            exchange.raw(b": keep-alive\n\n")
            exchange.delta(content="")
            exchange.wait(every)

    return run


def error_chunk(error: object, *said: str) -> Script:
    """An error object inside a 200 stream."""

    def run(exchange: Exchange) -> None:
        _say(exchange, said)
        exchange.event({"error": error})
        exchange.end()

    return run


def broken_chunk(*said: str) -> Script:
    """A chunk that is not JSON."""

    def run(exchange: Exchange) -> None:
        _say(exchange, said)
        exchange.raw(b'data: {"choices": [{"delta": {"content": "ha\n\n')
        exchange.done()

    return run


def html(page: str = "<!doctype html><title>Sign in</title><p>Welcome to the network.") -> Script:
    """200 with a web page: a captive portal, or a base URL without /v1."""
    return status(200, page)


def endless(word: str = "again ") -> Script:
    """The same word for ever, whatever limit was asked for."""

    def run(exchange: Exchange) -> None:
        exchange.begin()
        while not exchange.server.stopping.is_set():
            exchange.delta(content=word * 20)

    return run


def redirect(location: str, code: int = 307) -> Script:
    """The request belongs elsewhere."""
    return lambda exchange: exchange.reply(code, b"", Location=location)


def bytes_of(answer: str) -> bytes:
    """A well-formed stream with this answer, as bytes."""
    deltas = [{"content": piece} for piece in pieces(answer)]
    chunks: list[object] = [{"choices": [{"index": 0, "delta": delta}]} for delta in deltas]
    chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    lines = [f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n" for chunk in chunks]
    return "".join([*lines, "data: [DONE]\n\n"]).encode()


def written(change: Callable[[bytes], bytes], *, cut: int = 0) -> Script:
    """The server's usual answer in another spelling, in HTTP chunks of `cut` bytes (0: all at once)."""

    def run(exchange: Exchange) -> None:
        data = change(bytes_of(exchange.server.answer(exchange.request)))
        exchange.begin()
        for part in _cut(data, cut or len(data)):
            exchange.raw(part)
        exchange.end()

    return run


def compressed() -> Script:
    """The usual answer, gzipped although nobody asked for it."""

    def run(exchange: Exchange) -> None:
        data = gzip.compress(bytes_of(exchange.server.answer(exchange.request)))
        exchange.reply(200, data, "text/event-stream", Content_Encoding="gzip")

    return run


def whole() -> Script:
    """The usual answer as one JSON object: the server does not stream."""

    def run(exchange: Exchange) -> None:
        message = {"role": "assistant", "content": exchange.server.answer(exchange.request)}
        body = {"object": "chat.completion", "choices": [{"message": message, "finish_reason": "stop"}]}
        exchange.reply(200, json.dumps(body).encode())

    return run


def usual(before: Callable[[Exchange], None], *, usage: object = None) -> Script:
    """The usual answer with something before its first token, and with this usage where one is given."""

    def run(exchange: Exchange) -> None:
        exchange.begin()
        before(exchange)
        for piece in pieces(exchange.server.answer(exchange.request)):
            exchange.delta(content=piece)
        exchange.delta("stop")
        if usage is not None:
            exchange.event({"choices": [], "usage": usage})
        exchange.done()

    return run


def endless_line() -> Script:
    """One line without end."""

    def run(exchange: Exchange) -> None:
        exchange.begin()
        while not exchange.server.stopping.is_set():
            exchange.raw(b"data: " + b"x" * 1_000_000)

    return run


def _say(exchange: Exchange, said: tuple[str, ...]) -> None:
    exchange.begin()
    for piece in said:
        exchange.delta(content=piece)
