"""A local server that speaks OpenAI's chat over real HTTP, and fails on demand.

    with ModelServer() as server:                      # answers PaperGloss's prompts, see model_script
        server.script(status(429, retry_after=1))      # the next request only; model_faults has them all
        OpenAIChat(provider(server.base_url)) ...
        assert server.requests[0].body["stream"]

By hand: `PYTHONPATH=tests python -m support.model_server --port 9999 --delay 0.5 --rate 40`.
"""

from __future__ import annotations

import argparse
import json
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from support.model_script import answer as scripted_answer
from support.model_script import pieces


@dataclass
class Request:
    """What a client sent. `gone` is set when it closed the connection before the answer was whole."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    gone: threading.Event = field(default_factory=threading.Event)

    @property
    def prompt(self) -> str:
        """All messages, one after the other."""
        return "\n".join(str(message["content"]) for message in self.body.get("messages", []))


Script = Callable[["Exchange"], None]
Answer = Callable[[Request], str]


class ClientGone(Exception):
    """The client closed the connection."""


class Exchange:
    """One request and the means to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: ModelServer, request: Request) -> None:
        self._handler = handler
        self.server = server
        self.request = request

    def reply(self, status: int, body: bytes, content_type: str = "application/json", **headers: str) -> None:
        """A whole answer at once; header names are written with underscores."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", content_type)
        self._handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def begin(self) -> None:
        """Opens a stream of server-sent events."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "text/event-stream")
        self._handler.send_header("Transfer-Encoding", "chunked")
        self._handler.end_headers()
        self._handler.wfile.flush()

    def raw(self, data: bytes) -> None:
        """Bytes of the stream, as one HTTP chunk."""
        try:
            self._handler.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            self._handler.wfile.flush()
        except OSError:
            self.request.gone.set()
            raise ClientGone from None

    def event(self, data: object) -> None:
        """One event."""
        self.raw(f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())

    def delta(self, finish: str | None = None, **delta: object) -> None:
        """One chunk of an answer."""
        self.event({**_CHUNK, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    def usage(self, tokens_in: object, tokens_out: object, **more: object) -> None:
        """The chunk that only reports usage."""
        usage = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, **more}
        self.event({**_CHUNK, "choices": [], "usage": usage})

    def done(self) -> None:
        """`[DONE]` and the end."""
        self.raw(b"data: [DONE]\n\n")
        self.end()

    def end(self) -> None:
        """The clean end of the HTTP answer, whatever it held."""
        self._handler.wfile.write(b"0\r\n\r\n")

    def cut(self) -> None:
        """Closes the connection in the middle."""
        self._handler.close_connection = True

    def wait(self, seconds: float) -> None:
        """Says nothing for so long; ends at once, with ClientGone, when the client leaves."""
        if seconds <= 0:
            return
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.server.stopping.is_set():
            readable, _, _ = select.select([self._handler.connection], [], [], min(left, 0.05))
            if readable and self._left():
                self.request.gone.set()
                raise ClientGone

    def say(self, text: str, *, finish: str | None = "stop", usage: bool = True) -> None:
        """A whole well-formed answer, at the server's pace."""
        self.begin()
        self.delta(role="assistant", content="")
        self.wait(self.server.first_token_delay)
        for piece in pieces(text):
            self.delta(content=piece)
            self.wait(1 / self.server.rate if self.server.rate else 0)
        self.delta(finish)
        if usage:
            eastern = sum(character > "\u2e80" for character in text)
            self.usage(len(self.request.prompt) // 4 + 1, len(pieces(text)) + eastern // 2)
        self.done()

    def _left(self) -> bool:
        try:
            return self._handler.connection.recv(1, 0x2) == b""  # MSG_PEEK
        except OSError:
            return True


_CHUNK = {"id": "chatcmpl-local", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}


class ModelServer:
    """Start with `with`, or `start()` and `stop()`. `rate` is tokens per second, 0 for at once."""

    def __init__(
        self,
        answer: Answer | None = None,
        *,
        first_token_delay: float = 0.0,
        rate: float = 0.0,
        port: int = 0,
        models: tuple[str, ...] = ("scripted",),
    ) -> None:
        self.answer: Answer = answer or (lambda request: scripted_answer(request.body))
        self.first_token_delay = first_token_delay
        self.rate = rate
        self.models = models
        self.models_answer: Script | None = None
        self.requests: list[Request] = []
        self.stopping = threading.Event()
        self._scripts: deque[Script] = deque()
        self._always: Script | None = None
        handler = type("Handler", (_Handler,), {"server_of": self})
        self._http = _Http(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def base_url(self) -> str:
        """What OPENAI_BASE_URL should be."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def chats(self) -> list[Request]:
        """The chat requests, in order."""
        return [request for request in self.requests if request.path.endswith("/chat/completions")]

    def script(self, *scripts: Script) -> None:
        """What happens to the next chat requests, one each; then the answers go on."""
        self._scripts.extend(scripts)

    def always(self, script: Script | None) -> None:
        """What happens to every chat request that `script` does not name; None ends it."""
        self._always = script

    def start(self) -> ModelServer:
        self._thread.start()
        return self

    def stop(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> ModelServer:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def handle(self, exchange: Exchange) -> None:
        request = exchange.request
        self.requests.append(request)
        if request.path.endswith("/models") and self.models_answer:
            self.models_answer(exchange)
        elif request.path.endswith("/models"):
            models = [{"id": name, "object": "model"} for name in self.models]
            exchange.reply(200, json.dumps({"object": "list", "data": models}).encode())
        elif request.path.endswith("/chat/completions"):
            script = self._scripts.popleft() if self._scripts else self._always
            if script:
                script(exchange)
            else:
                exchange.say(self.answer(request))
        else:
            exchange.reply(404, b'{"error": {"message": "no such path"}}')


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is part of the game; anything else is told as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server_of: ClassVar[ModelServer]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = json.loads(data) if data else {}
        request = Request(self.command, self.path, headers, body, time.monotonic())
        try:
            self.server_of.handle(Exchange(self, self.server_of, request))
        except (ClientGone, OSError):
            request.gone.set()
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what came is in `ModelServer.requests`."""


def main() -> None:
    parser = argparse.ArgumentParser(description="A model server that answers PaperGloss's prompts.")
    parser.add_argument("--port", type=int, default=9999)
    parser.add_argument("--delay", type=float, default=0.5, help="seconds to the first token")
    parser.add_argument("--rate", type=float, default=40.0, help="tokens per second, 0 for all at once")
    options = parser.parse_args()
    server = ModelServer(first_token_delay=options.delay, rate=options.rate, port=options.port)
    with server:
        print(f"OPENAI_BASE_URL={server.base_url} OPENAI_API_KEY=local PAPERGLOSS_MODEL=scripted", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
