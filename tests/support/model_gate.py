"""A model whose answers a test holds in their middle."""

from __future__ import annotations

import threading

from support.model_script import pieces
from support.model_server import Exchange


class Gate:
    """Says half of each answer, waits until `open()`, and says the rest: for `ModelServer.always`."""

    def __init__(self, share: float = 0.5) -> None:
        self._share = share
        self._opened = threading.Event()

    def open(self) -> None:
        """Lets the answers go on."""
        self._opened.set()

    def __call__(self, exchange: Exchange) -> None:
        said = pieces(exchange.server.answer(exchange.request))
        half = int(len(said) * self._share)
        exchange.begin()
        for piece in said[:half]:
            exchange.delta(content=piece)
        while not self._opened.is_set() and not exchange.server.stopping.is_set():
            exchange.wait(0.05)
        for piece in said[half:]:
            exchange.delta(content=piece)
        exchange.delta("stop")
        exchange.usage(len(exchange.request.prompt) // 4 + 1, len(said))
        exchange.done()
