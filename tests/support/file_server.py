"""A server that gives one file, in ranges, and fails on demand."""

from __future__ import annotations

import re
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

BLOCK = 1 << 16


@dataclass
class FileServer:
    """`cuts` holds how many bytes each next answer gives before it breaks off; after them all is well."""

    content: bytes
    cuts: deque[int] = field(default_factory=deque)
    status: int = 200
    ranges: bool = True
    redirect_to: str = ""
    asked: list[str] = field(default_factory=list)
    """The Range header of each request, empty where there was none."""

    def __enter__(self) -> Self:
        served = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                served.answer(self)

            def log_message(self, *given: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/model.gguf"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One request."""
        wanted = handler.headers.get("Range", "")
        self.asked.append(wanted)
        match = re.fullmatch(r"bytes=(\d+)-", wanted) if self.ranges else None
        start = int(match[1]) if match else 0
        if self.redirect_to or self.status != 200:
            handler.send_response(302 if self.redirect_to else self.status)
            handler.send_header("Location", self.redirect_to)
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        handler.send_response(206 if match else 200)
        handler.send_header("Content-Length", str(len(self.content) - start))
        if match:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        handler.end_headers()
        end = start + self.cuts.popleft() if self.cuts else len(self.content)
        for at in range(start, min(end, len(self.content)), BLOCK):
            handler.wfile.write(self.content[at : min(at + BLOCK, end)])
        if end < len(self.content):
            handler.close_connection = True
