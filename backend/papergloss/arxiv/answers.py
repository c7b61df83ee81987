"""What an HTTP answer means: which error it is, whether another try may help, how long to wait."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from papergloss.errors import ArxivAnswerUnusable, ArxivBusy, ArxivError, ArxivRefused, ArxivUnreachable

_BUSY = frozenset({429, 503})


class TryAgain(Exception):
    """Another try may help; `error` is what to raise when there is none left."""

    def __init__(self, error: ArxivError, after: float | None = None) -> None:
        self.error = error
        self.after = after
        super().__init__(error.detail)


def check(response: httpx.Response) -> None:
    """Passes 200 and 404.

    Raises:
        TryAgain: 429, 503 and other faults of the server.
        ArxivRefused: 403, 406 and every other refusal.
    """
    status = response.status_code
    if status in (200, 404):
        return
    if status in _BUSY:
        raise TryAgain(ArxivBusy(f"arXiv answered {status}."), retry_after(response))
    if status >= 500:
        raise TryAgain(ArxivAnswerUnusable(f"arXiv answered {status}."))
    raise ArxivRefused(f"arXiv answered {status}.")


def unreachable(error: httpx.HTTPError) -> TryAgain:
    """A failure of the connection, named by its kind only: addresses stay out of messages."""
    kinds: dict[type[httpx.HTTPError], str] = {
        httpx.ConnectTimeout: "No connection to arXiv in time.",
        httpx.ReadTimeout: "arXiv stopped answering.",
        httpx.ConnectError: "No connection to arXiv.",
        httpx.RemoteProtocolError: "arXiv's answer broke off.",
        httpx.ReadError: "arXiv's answer broke off.",
    }
    return TryAgain(ArxivUnreachable(kinds.get(type(error), "The connection to arXiv failed.")))


def retry_after(response: httpx.Response) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, 10.2.3: seconds or a date); None if it does not."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
