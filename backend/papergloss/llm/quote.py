"""A provider's own words, made safe to show: short, on one line, and without keys."""

from __future__ import annotations

import re

LIMIT = 240
"""Characters of a provider's message that a reader gets to see."""

_KEY = re.compile(
    r"(?i)\b(?:bearer\s+\S+|(?:sk|pk|rk|gsk|xai|hf|nvapi|key|org|proj|user)[-_][\w*.-]{6,}|AIza[\w*-]{10,}"
    r"|eyJ[\w-]+\.[\w.-]+|[\w-]*\*{3,}[\w-]*|(?=[\w.-]*\d)(?=[\w.-]*[a-z])[\w-]{28,}(?:\.[\w-]+)*)"
)


def quote(message: object, *secrets: str) -> str:
    """`message` shortened; `secrets` and whatever looks like a key become `[key]`."""
    text = " ".join(str(message or "").split())
    for secret in filter(None, secrets):
        text = text.replace(secret, "[key]")
    text = _KEY.sub("[key]", text)
    return text if len(text) <= LIMIT else text[: LIMIT - 1].rstrip() + "…"
