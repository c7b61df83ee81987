"""Polite HTTP: paced, retried, inside the configured hosts, within limits of size and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type

from papergloss.arxiv import answers
from papergloss.arxiv.answers import TryAgain
from papergloss.arxiv.limits import Limits
from papergloss.arxiv.pacing import Cancel, Clock, Pacer, wait
from papergloss.errors import ArxivBusy, ArxivError, ArxivRefused, ArxivUnreachable, Cancelled

Progress = Callable[[int, int | None], None]
"""(bytes so far, bytes in all or None where arXiv did not say)"""

_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What to fetch, and the limits that hold for it."""

    url: str
    accept: str
    most_bytes: int
    seconds: float
    longest_wait: float
    too_large: Callable[[], Exception]
    pacer: Pacer
    cancelled: Cancel
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Status 200 or 404; the body is in the sink."""

    status: int
    content_type: str


class Fetcher:
    """Fetches from the configured hosts; safe to share between threads."""

    def __init__(self, hosts: list[str], user_agent: str, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._origins = {_origin(httpx.URL(host)) for host in hosts}
        timeout = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        self._http = httpx.Client(headers={"User-Agent": user_agent}, timeout=timeout, follow_redirects=False)

    def close(self) -> None:
        """Gives the connections back."""
        self._http.close()

    def fetch(self, order: Order, sink: BinaryIO) -> Answer:
        """Writes the body into `sink` (emptied before each try).

        Raises:
            ArxivBusy, ArxivUnreachable, ArxivAnswerUnusable: after the allowed tries.
            ArxivRefused: 403, 406, another 4xx, or a redirect to another host.
            Cancelled: the reader cancelled.
            Exception: `order.too_large()` where the body is over the size limit.
        """
        retrying = Retrying(
            retry=retry_if_exception_type(TryAgain),
            stop=lambda state: self._is_last(state, order),
            wait=self._pause,
            sleep=lambda seconds: wait(seconds, order.cancelled, self._clock),
            reraise=True,
        )
        try:
            return retrying(self._try, order, sink)
        except TryAgain as again:
            raise _told(again) from None

    def _is_last(self, state: RetryCallState, order: Order) -> bool:
        tries = (
            self._limits.tries if isinstance(_cause(state).error, ArxivBusy) else min(2, self._limits.tries)
        )
        waited = state.idle_for + state.upcoming_sleep
        return state.attempt_number >= tries or waited > order.longest_wait

    def _pause(self, state: RetryCallState) -> float:
        after = _cause(state).after
        backoff = self._limits.first_wait * 2.0 ** (state.attempt_number - 1)
        return backoff if after is None else after

    def _try(self, order: Order, sink: BinaryIO) -> Answer:
        sink.seek(0)
        sink.truncate()
        if (held := order.pacer.held()) > order.longest_wait:
            raise TryAgain(ArxivBusy("arXiv asked for a pause."), held)
        wait(order.pacer.reserve(), order.cancelled, self._clock)
        try:
            return self._follow(order, sink)
        except TryAgain as again:
            if again.after:
                order.pacer.hold(again.after)
            raise
        except httpx.HTTPError as error:
            raise answers.unreachable(error) from None

    def _follow(self, order: Order, sink: BinaryIO) -> Answer:
        deadline = self._clock.now() + order.seconds
        request: httpx.Request | None = self._http.build_request(
            "GET", order.url, headers={"Accept": order.accept}
        )
        for _ in range(_MOST_REDIRECTS + 1):
            if request is None or _origin(request.url) not in self._origins:
                raise ArxivRefused("arXiv sent the request on to another host.")
            response = self._http.send(request, stream=True)
            try:
                if not response.is_redirect:
                    return self._receive(response, order, sink, deadline)
                request = response.next_request
            finally:
                response.close()
        raise ArxivRefused("arXiv sent the request round in circles.")

    def _receive(self, response: httpx.Response, order: Order, sink: BinaryIO, deadline: float) -> Answer:
        answers.check(response)
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isascii() and length.isdigit() else None
        if total is not None and total > order.most_bytes:
            raise order.too_large()
        done = 0
        for chunk in response.iter_bytes():
            done += len(chunk)
            if done > order.most_bytes:
                raise order.too_large()
            if order.cancelled():
                raise Cancelled
            if self._clock.now() > deadline:
                raise TryAgain(ArxivUnreachable("arXiv's answer took too long."))
            sink.write(chunk)
            if order.progress:
                order.progress(done, total)
        return Answer(response.status_code, response.headers.get("Content-Type", ""))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _cause(state: RetryCallState) -> TryAgain:
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, TryAgain):
        raise TypeError("Only TryAgain is retried.")
    return error


def _told(again: TryAgain) -> ArxivError:
    """The final error; a long Retry-After is named, so that the reader knows when to come back."""
    if again.after is not None and isinstance(again.error, ArxivBusy):
        return ArxivBusy(again.error.detail, f"arXiv asks to wait {again.after:.0f} seconds; try again then.")
    return again.error
