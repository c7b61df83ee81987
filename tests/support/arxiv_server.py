"""A local arXiv over real HTTP: recorded pages, PDFs and feeds, faults on demand, and a request log.

As a context manager in a test, or by hand: `PYTHONPATH=tests python -m support.arxiv_server --port 8900`.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from support.arxiv_content import HTML, Content, Reply
from support.arxiv_papers import SmallPaper
from support.oai import Oai


@dataclass(frozen=True)
class Seen:
    """One request as it came in."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    at: float
    """`time.monotonic()`."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong instead of, or with, the right answer."""

    reply: Reply | None = None
    """Answered instead."""
    cut_after: int | None = None
    """The right answer, with its true length, cut after so many bytes."""
    drip: float | None = None
    """The right answer, a small piece every so many seconds."""
    until: threading.Event | None = None
    """The right answer, once the test sets this event."""

    @classmethod
    def status(
        cls, status: int, headers: Mapping[str, str] | None = None, body: bytes = b"<h1>no</h1>"
    ) -> Fault:
        return cls(Reply(status, body, HTML, dict(headers or {})))

    @classmethod
    def busy(cls, retry_after: str | None = None, status: int = 429) -> Fault:
        return cls.status(status, {} if retry_after is None else {"Retry-After": retry_after})

    @classmethod
    def html(cls, body: bytes = b"<!DOCTYPE html><h1>Are you human?</h1>") -> Fault:
        return cls.status(200, body=body)


@dataclass
class _Planned:
    start: str
    fault: Fault
    left: float


@dataclass
class ArxivServer:
    """Starts on `with`; `data` None serves only the papers that were added."""

    data: Path | None = None
    port: int = 0
    requests: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._content = Content(self.data)
        self._planned: list[_Planned] = []
        self._guard = threading.Lock()
        self.stopping = threading.Event()
        self._http = _Listener(("127.0.0.1", self.port), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """Base address of the site; `PAPERGLOSS_ARXIV_URL`."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def api_url(self) -> str:
        """Address of the Atom API; `PAPERGLOSS_ARXIV_API_URL`."""
        return f"{self.url}/api/query"

    def add(self, *papers: SmallPaper) -> None:
        """Papers of the test, which no recording tells of: one server stands for arXiv in many files.

        Raises `ValueError` for a paper that was recorded.
        """
        for paper in papers:
            self._content.add(paper)

    @property
    def feed_url(self) -> str:
        """Address of the daily feeds; `PAPERGLOSS_ARXIV_FEED_URL`."""
        return f"{self.url}/rss"

    def announce(self, category: str, *lines: tuple[str, SmallPaper]) -> None:
        """What the category's feed tells: kinds of announcement and papers."""
        self._content.announce(category, *lines)

    @property
    def oai_url(self) -> str:
        """Address of the OAI-PMH server; `PAPERGLOSS_ARXIV_OAI_URL`."""
        return f"{self.url}/oai"

    @property
    def oai(self) -> Oai:
        """What its OAI-PMH server tells."""
        return self._content.oai

    def fail(self, start: str, fault: Fault, times: float = 1) -> None:
        """The next `times` requests whose path starts with `start` meet this fault."""
        with self._guard:
            self._planned.append(_Planned(start, fault, times))

    def paths(self, start: str = "/") -> list[str]:
        """Paths asked so far."""
        return [seen.path for seen in self.requests if seen.path.startswith(start)]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Closes the port and every connection; a second call does nothing."""
        if self.stopping.is_set():
            return
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._http.hang_up()
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.stop()

    def answer(self, seen: Seen) -> tuple[Reply, Fault]:
        """The right reply, and the fault that is planned for this request."""
        with self._guard:
            self.requests.append(seen)
            planned = next((p for p in self._planned if seen.path.startswith(p.start) and p.left > 0), None)
            if planned:
                planned.left -= 1
        fault = planned.fault if planned else Fault()
        return fault.reply or self._content.reply(seen.path, seen.query), fault


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    owner: ArxivServer

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        self._open.add(connection)
        return connection, address

    def hang_up(self) -> None:
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listener

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        seen = Seen(self.command, parts.path, parts.query, dict(self.headers), time.monotonic())
        reply, fault = self.server.owner.answer(seen)
        if fault.until:
            fault.until.wait(60)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            self._send(reply.body, fault)
        except ConnectionError:
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815

    def _send(self, body: bytes, fault: Fault) -> None:
        if fault.cut_after is not None:
            self.wfile.write(body[: fault.cut_after])
            self.wfile.flush()
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault.drip is not None:
            for start in range(0, len(body), 16):
                self.wfile.write(body[start : start + 16])
                if self.server.owner.stopping.wait(fault.drip):
                    self.close_connection = True
                    return
        else:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Serves until interrupted."""
    parser = argparse.ArgumentParser(description="Plays arXiv from recorded pages, PDFs and feeds.")
    parser.add_argument("--port", type=int, default=8900)
    default = os.environ.get("PAPERGLOSS_DATA", Path(__file__).parents[3] / "shared" / "data")
    parser.add_argument("--data", type=Path, default=default)
    asked = parser.parse_args()
    with ArxivServer(asked.data if Path(asked.data).is_dir() else None, asked.port) as server:
        addresses = {"": server.url, "API_": server.api_url, "FEED_": server.feed_url, "OAI_": server.oai_url}
        print("\n".join(f"PAPERGLOSS_ARXIV_{name}URL={url}" for name, url in addresses.items()), flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
