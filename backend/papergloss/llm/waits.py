"""How long a provider asks us to wait, wherever it says so."""

from __future__ import annotations

import json
import re
import time
from email.utils import parsedate_to_datetime
from typing import Any

_IN_WORDS = re.compile(
    r"(?i)(?:try again|retry) (?:in|after) (?:(?P<minutes>\d+) ?m(?:in(?:utes?)?)? ?)?"
    r"(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>ms|s\b|sec)"
)
_RETRY_INFO = re.compile(r'"retryDelay": "(\d+(?:\.\d+)?)s"')
"""Google's `RetryInfo`, which stands in the body only."""


def asked_wait(headers: Any, body: object, words: str) -> float | None:
    """Seconds from the headers, else from the body, else from the message; None where nothing is said."""
    told = retry_after(headers)
    if told is not None:
        return told
    info = _RETRY_INFO.search(json.dumps(body, default=str))
    return float(info[1]) if info else _in_words(words)


def retry_after(headers: Any) -> float | None:
    """Seconds from `Retry-After` (seconds or a date) or `Retry-After-Ms`; None where absent or odd."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        value = headers.get("retry-after", "").strip()
        if not value or value.replace(".", "", 1).isdigit():
            return float(value) if value else None
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def duration(seconds: float) -> str:
    """For a reader: `45 seconds`, `3 minutes`, `5 hours`."""
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"


def _in_words(words: str) -> float | None:
    found = _IN_WORDS.search(words)
    if not found:
        return None
    amount = float(found["amount"]) / (1000 if found["unit"].lower() == "ms" else 1)
    return amount + 60 * int(found["minutes"] or 0)
