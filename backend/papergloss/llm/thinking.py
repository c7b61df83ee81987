"""Keeps a model's thinking out of its answer."""

from __future__ import annotations

_OPEN = ("<think>", "<thinking>", "<thought>")
_CLOSE = ("</think>", "</thinking>", "</thought>")


class ThinkFilter:
    """Drops `<think>…</think>` blocks from text that arrives in pieces, tags split anywhere.

    A block counts only where the answer has not begun: a paper may be about such tags. Some
    servers send no opening tag; what stands before a lone closing tag cannot be taken back once
    it was given.
    """

    def __init__(self) -> None:
        self._held = ""
        self._inside = False
        self._begun = False

    def feed(self, text: str) -> str:
        """The part of the answer that `text` completes; may be empty."""
        if self._begun:
            return text
        self._held += text
        while not self._begun and self._step():
            pass
        return self._take() if self._begun else ""

    def end(self) -> str:
        """What was held back in case it became a tag."""
        return "" if self._inside or not self._held.strip() else self._take()

    def _step(self) -> bool:
        """Consumes one tag; False where more text is needed to go on."""
        if self._inside:
            return self._close()
        self._held = self._held.lstrip()
        tag = next((tag for tag in _OPEN if self._held.startswith(tag)), None)
        if tag:
            self._held = self._held[len(tag) :]
            self._inside = True
            return True
        undecided = any(tag.startswith(self._held) for tag in _OPEN)
        self._begun = not undecided
        return False

    def _close(self) -> bool:
        ends = [(self._held.index(tag), tag) for tag in _CLOSE if tag in self._held]
        if not ends:
            self._held = self._held[-max(map(len, _CLOSE)) :]
            return False
        at, tag = min(ends)
        self._held = self._held[at + len(tag) :]
        self._inside = False
        return True

    def _take(self) -> str:
        held, self._held = self._held, ""
        return held
