"""Turns at the model, for jobs that nobody waits for.

A provider allows so many calls at once. While the model works on as many papers as that, one more is made
ready or put away, so that its calls never wait for our own work.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from papergloss.errors import Cancelled
from papergloss.llm.types import ChatModel, Message, Piece, Provider

CALLS = 2
"""Of one paper that run side by side: its translation and its summary."""
AHEAD = 1
"""Papers beyond those that the model works on."""
LOOK_SECONDS = 0.1
"""How often a call that waits for its turn looks whether it was cancelled."""


class Turns:
    """As many calls at once as the papers of a batch take."""

    def __init__(self, papers: int) -> None:
        self._free = threading.BoundedSemaphore(papers * CALLS)

    def model(self, model: ChatModel) -> ChatModel:
        """The same model, each call in its turn."""
        return _InTurn(model, self._free)


class _InTurn:
    def __init__(self, model: ChatModel, free: threading.BoundedSemaphore) -> None:
        self._model = model
        self._free = free

    @property
    def provider(self) -> Provider:
        """See ChatModel."""
        return self._model.provider

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        """See ChatModel."""
        while not self._free.acquire(timeout=LOOK_SECONDS):
            if cancelled():
                raise Cancelled
        try:
            yield from self._model.stream(messages, max_tokens=max_tokens, cancelled=cancelled)
        finally:
            self._free.release()
