"""A file over HTTP from a given byte on. Plain standard library: no proxy of ours, no cookies, no key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from papergloss.errors import BadInput, ModelNotFetched
from papergloss.llm.providers import is_local

SILENT_SECONDS = 60.0
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """A file that is coming: `start` is the first byte that comes, `size` that of the whole file."""

    start: int
    size: int
    _response: HTTPResponse

    def read(self, most: int) -> bytes:
        """The next bytes, empty at the end or where the connection broke off."""
        return self._response.read(most)


class _SafeRedirects(HTTPRedirectHandler):
    """Follows to where `require_safe` allows."""

    def redirect_request(self, *given: Any) -> Request | None:
        require_safe(given[-1])
        return super().redirect_request(*given)


def require_safe(url: str) -> None:
    """Raises BadInput unless the address is https, or http on this machine."""
    if not (url.startswith("https://") or (url.startswith("http://") and is_local(url))):
        raise BadInput("The model's address is not https.", "Give --url an https address.")


@contextmanager
def open_at(url: str, start: int) -> Iterator[Answer]:
    """Asks for the file from byte `start` on; a server that cannot do that gives it from its beginning.

    Raises:
        HTTPError, URLError: the server refuses, or cannot be reached.
        ModelNotFetched: the server does not say how long the file is.
        BadInput: the address is not a safe one.
    """
    require_safe(url)
    headers = {"User-Agent": "papergloss", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    opener = build_opener(_SafeRedirects())
    try:
        response = opener.open(Request(url, headers=headers), timeout=SILENT_SECONDS)  # noqa: S310 - checked
    except HTTPError as error:
        if error.code != 416:
            raise
        response = opener.open(Request(url), timeout=SILENT_SECONDS)  # noqa: S310 - checked
    with response:
        yield _answer(response)


def _answer(response: HTTPResponse) -> Answer:
    if response.status == 206 and (match := _RANGE.match(response.headers.get("Content-Range", ""))):
        return Answer(int(match[1]), int(match[2]), response)
    length = response.headers.get("Content-Length", "")
    if not length.isdecimal():
        raise ModelNotFetched("The server does not say how long the file is.")
    return Answer(0, int(length), response)
