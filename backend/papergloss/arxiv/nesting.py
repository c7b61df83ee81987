"""Refuses pages that are nested so deeply that parsing them takes quadratic time.

Measured with lexbor: 8,000 nested elements 0.5 s, 32,000 (160 KB) 11.5 s. arXiv's deepest recorded page
has 22.
"""

from __future__ import annotations

import re

from papergloss.errors import ArxivAnswerUnusable

DEEPEST = 500
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
_NOT_NESTING = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr".split()
)
"""Void elements, and those whose end tag may be left out."""


def require_shallow(page: bytes) -> None:
    """Raises ArxivAnswerUnusable for a page nested deeper than `DEEPEST`."""
    if deepest(page) > DEEPEST:
        raise ArxivAnswerUnusable("arXiv's page is nested too deeply to be read.")


def deepest(page: bytes) -> int:
    """The depth of a page's nesting; counting ends a step beyond `DEEPEST`."""
    depth = reached = 0
    for tag in _TAG.finditer(page):
        closing, name, empty = tag.groups()
        if empty or name.lower() in _NOT_NESTING:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        reached = max(reached, depth)
        if reached > DEEPEST:
            break
    return reached
