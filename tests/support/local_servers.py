"""What Ollama, LM Studio, llama.cpp and vLLM answer to short questions, as fakes on free ports."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answers = dict[str, Any]

OLLAMA: Answers = {
    "/v1/models": {"data": [{"id": name, "owned_by": "library"} for name in ("qwen3:4b", "gemma3:1b")]},
    "/api/ps": {"models": [{"name": "qwen3:4b", "context_length": 16384}]},
    "/api/show": {"parameters": "num_ctx                        8192\ntemperature 0.7"},
}
LM_STUDIO: Answers = {
    "/v1/models": {
        "data": [
            {"id": "qwen3-8b", "owned_by": "organization_owner"},
            {"id": "text-embedding-nomic", "owned_by": "organization_owner"},
        ]
    },
    "/api/v0/models": {
        "data": [{"id": "qwen3-8b", "loaded_context_length": 12000, "max_context_length": 40960}]
    },
}
LLAMA_CPP: Answers = {
    "/v1/models": {"data": [{"id": "model.gguf", "owned_by": "llamacpp"}]},
    "/props": {"default_generation_settings": {"n_ctx": 4096}},
}
VLLM: Answers = {
    "/v1/models": {"data": [{"id": "Qwen/Qwen3-8B", "owned_by": "vllm", "max_model_len": 32768}]}
}


@contextmanager
def local_server(answers: Answers, *, status: int = 200, headers: Any = None) -> Iterator[str]:
    """Its base URL. Bytes are sent as they are, an Event is waited for, anything else goes out as JSON."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = answers.get(self.path)
            if isinstance(answer, threading.Event):
                answer.wait(30)
            body = answer if isinstance(answer, bytes) else json.dumps(answer, default=str).encode()
            self.send_response(404 if answer is None else status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_port}/v1"
    finally:
        for answer in answers.values():
            if isinstance(answer, threading.Event):
                answer.set()
        http.shutdown()
        http.server_close()
        thread.join()
