"""A provider's own words, made safe to show: short, on one line, and without keys."""

from __future__ import annotations

import re

LIMIT = 240
"""Characters of a provider's message that a reader gets to see."""

_KEY = re.compile(
    r"(?i)\bbearer\s+\S+"
    r"|\b(?:sk|pk|rk|gsk|xai|hf|nvapi|key|org|proj|user)[-_][\w*.-]{6,}"
    r"|\bAIza[\w*-]{10,}"
    r"|\beyJ[\w-]+\.[\w.-]+"
    r"|[\w-]*\*{3,}[\w-]*"
    r"|\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b"
    r"|\b(?=\w*\d)(?=\w*[a-z])\w{32,}(?:\.\w+)*"
)
"""Providers' own prefixes, JSON web tokens, starred-out keys, UUIDs, long runs of letters and digits."""


def quote(message: object, *secrets: str) -> str:
    """`message` shortened; `secrets` and whatever looks like a key become `[key]`."""
    text = " ".join(str(message or "").split())
    for secret in filter(None, secrets):
        text = text.replace(secret, "[key]")
    text = _KEY.sub("[key]", text)
    return text if len(text) <= LIMIT else text[: LIMIT - 1].rstrip() + "…"
