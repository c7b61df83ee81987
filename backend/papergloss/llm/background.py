"""An event loop in a thread of its own, so that a silent stream can be left at any moment.

The provider is read by a task in that loop. Cancelling the task closes its connection wherever it
stands: looking up a name, connecting, waiting for the first byte, or between two tokens. A blocking
socket read could only be left by its own time limit.
"""

from __future__ import annotations

import asyncio
import threading
import time
import traceback
import weakref
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from papergloss.errors import Cancelled, StreamStalled

T = TypeVar("T")
Put = Callable[[T], None]
POLL_SECONDS = 0.1
"""How often a waiting reader looks whether it was cancelled."""


class Background:
    """Runs coroutines beside the caller's thread. Ends with its owner, or at `close`.

    `at_end` is awaited last; it must not refer to the owner.
    """

    def __init__(self, at_end: Callable[[], Awaitable[None]] | None = None) -> None:
        loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=_run, args=(loop, at_end), name="papergloss-llm", daemon=True)
        self._thread.start()
        self._loop = loop
        self._stop = weakref.finalize(self, loop.call_soon_threadsafe, loop.stop)

    def close(self) -> None:
        """Ends what runs and waits for it."""
        self._stop()
        self._thread.join()

    def call(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def items(
        self,
        read: Callable[[Put[T]], Coroutine[Any, Any, None]],
        *,
        patience: Callable[[], float],
        alive: Callable[[T], bool],
        cancelled: Callable[[], bool],
    ) -> Iterator[T]:
        """What `read` puts, as it comes.

        Raises:
            StreamStalled: for `patience()` seconds nothing came that `alive` accepts.
            Cancelled: at most `POLL_SECONDS` after `cancelled()` became true, or at `close`.
            Exception: whatever `read` raised.
        """
        box: SimpleQueue[T | Future[None]] = SimpleQueue()
        task = asyncio.run_coroutine_threadsafe(_tidily(read(box.put)), self._loop)
        task.add_done_callback(box.put)
        allowed = patience()
        deadline = time.monotonic() + allowed
        try:
            while True:
                if cancelled():
                    raise Cancelled
                left = deadline - time.monotonic()
                try:
                    item = box.get(timeout=max(0.0, min(left, POLL_SECONDS)))
                except Empty:
                    if left <= 0:
                        raise StreamStalled(f"No token came for {allowed:g} seconds.") from None
                    continue
                if isinstance(item, Future):
                    if item.cancelled():
                        raise Cancelled
                    item.result()
                    return
                yield item
                if alive(item):
                    allowed = patience()
                    deadline = time.monotonic() + allowed
        finally:
            task.cancel()


async def _tidily(work: Coroutine[Any, Any, None]) -> None:
    """Lets go of a failed stream's half-read generators here: only their own loop can close them."""
    try:
        await work
    except Exception as error:
        cause: BaseException | None = error
        while cause is not None:
            traceback.clear_frames(cause.__traceback__)
            cause = cause.__context__
        raise


def _run(loop: asyncio.AbstractEventLoop, at_end: Callable[[], Awaitable[None]] | None) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.run_until_complete(_wind_up(at_end))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


async def _wind_up(at_end: Callable[[], Awaitable[None]] | None) -> None:
    """Ends what still runs, and what that leaves behind to be run."""
    await asyncio.sleep(0)
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)
    if at_end:
        await at_end()
