"""Short questions to servers on this machine: no proxy, no redirect, and never more time than asked for."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from papergloss.llm.providers import is_local

LARGEST = 4_000_000
"""Bytes of an answer that are read; a list of models is far smaller."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, and the JSON of the body; None where it is none."""

    status: int
    data: Any


def ask(url: str, seconds: float, *, body: object = None, key: str = "") -> Reply | None:
    """What a server on this machine answers; None where it does not, or the address is another machine's."""
    address = urlsplit(url)
    if not is_local(url) or address.scheme != "http" or address.hostname is None:
        return None
    deadline = time.monotonic() + seconds
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=seconds)
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
    try:
        sent = None if body is None else json.dumps(body)
        connection.request("GET" if sent is None else "POST", address.path or "/", sent, headers)
        response = connection.getresponse()
        return Reply(response.status, _json(_read(response, deadline)))
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def side_by_side(work: Sequence[Callable[[], T]], seconds: float) -> list[T]:
    """The results of those that are ready in time, in their order; the others are left to themselves."""
    results: dict[int, T] = {}

    def run(n: int, call: Callable[[], T]) -> None:
        results[n] = call()

    threads = [threading.Thread(target=run, args=item, daemon=True) for item in enumerate(work)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    ready = dict(results)
    return [ready[n] for n in sorted(ready)]


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """The body. A server that drips it out, or never ends it, is left."""
    body = b""
    while part := response.read1(65_536):
        body += part
        if len(body) > LARGEST or time.monotonic() > deadline:
            raise ValueError
    return body


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
