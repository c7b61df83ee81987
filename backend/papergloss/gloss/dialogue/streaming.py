"""What every reader of a streamed answer needs: its lines, and what of it is new on screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

Shown = tuple[str, str]
"""Text to append at a place."""

_BLANKS = re.compile(r"[^\S\r\n]{3,}")
"""No line needs so many, and patterns with blanks at both ends take long over them."""


class LineFeed:
    """Cuts the stream into whole lines and the line still being written."""

    def __init__(self) -> None:
        self._rest = ""
        self._heard: list[str] = []

    def lines(self, text: str) -> list[str]:
        """The lines that `text` ends."""
        self._heard.append(text)
        line = _BLANKS.sub("  ", self._rest + text)
        *whole, self._rest = re.split(r"\r\n|\n|\r(?=.)", line, flags=re.DOTALL)
        return whole

    @property
    def heard(self) -> str:
        """All that came."""
        return "".join(self._heard)

    @property
    def rest(self) -> str:
        """The line still being written."""
        return self._rest


class Showing:
    """Remembers what stands at each place, so that only what is new is told."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}

    def step(self, place: str, text: str) -> Iterator[Shown]:
        """What `text` adds at a place; nothing where it is not what stood there, gone on."""
        before = self._shown.get(place, "")
        if len(text) > len(before) and text.startswith(before):
            self._shown[place] = text
            yield place, text[len(before) :]
