"""Turns at the model: never more calls at once than a batch may make, and none is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pydantic import SecretStr

from papergloss.errors import Cancelled
from papergloss.jobs.turns import CALLS, Turns
from papergloss.llm.types import Message, Piece, Provider, TextPiece, Usage


class CountingModel:
    """Answers when it is told to; notes how many answers are under way."""

    def __init__(self) -> None:
        self.provider = Provider("test", "http://127.0.0.1:9/v1", SecretStr("k"), "m", 1000)
        self.go = threading.Event()
        self.begun = threading.Semaphore(0)
        self.most = self._now = 0
        self._lock = threading.Lock()

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        self.begun.release()
        self.go.wait(20)
        yield TextPiece("x")
        with self._lock:
            self._now -= 1
        yield Usage(1, 0, 1)


def test_as_many_calls_as_papers_take_and_no_more() -> None:
    model, turns = CountingModel(), Turns(2)
    answers: list[list[Piece]] = []

    def ask() -> None:
        answers.append(list(turns.model(model).stream([], max_tokens=1, cancelled=lambda: False)))

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for _ in range(2 * CALLS):
        assert model.begun.acquire(timeout=20)
    assert not model.begun.acquire(timeout=0.3), "a call did not wait for its turn"
    model.go.set()
    for thread in threads:
        thread.join(20)
    assert len(answers) == 10
    assert model.most == 2 * CALLS


def test_a_call_that_waits_hears_a_cancel_and_a_broken_one_gives_its_turn_back() -> None:
    model, turns = CountingModel(), Turns(1)
    model.go.set()
    held = [turns.model(model).stream([], max_tokens=1, cancelled=lambda: False) for _ in range(CALLS)]
    for stream in held:
        next(stream)
    with pytest.raises(Cancelled):
        next(turns.model(model).stream([], max_tokens=1, cancelled=lambda: True))
    held[0].close()  # type: ignore[attr-defined]
    assert next(turns.model(model).stream([], max_tokens=1, cancelled=lambda: False)) == TextPiece("x")
