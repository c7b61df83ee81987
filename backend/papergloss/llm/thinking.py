"""Keeps a model's thinking out of its answer."""

from __future__ import annotations

import re

_TAGS = {
    "<think>": "</think>",
    "<thinking>": "</thinking>",
    "<thought>": "</thought>",
    "<reasoning>": "</reasoning>",
    "<seed:think>": "</seed:think>",
    "[THINK]": "[/THINK]",
    "◁think▷": "◁/think▷",
    "<|channel|>analysis": "<|channel|>final<|message|>",
}
"""How models mark their thoughts where a server leaves the marks in: Qwen, DeepSeek and most others, Claude,
Gemma, Granite, Seed, Mistral, Kimi, gpt-oss."""
_OPEN, _CLOSE = tuple(_TAGS), tuple(_TAGS.values())
_ANY_OPEN = re.compile("|".join(map(re.escape, _OPEN)))
_ANY_CLOSE = re.compile("|".join(map(re.escape, _CLOSE)))


class ThinkFilter:
    """Drops `<think>…</think>` blocks before an answer that arrives in pieces, tags split anywhere.

    Once the answer has begun such a block is part of it: a paper may be about these tags. But a
    closing tag without an opening one (some servers swallow it) means that all before it was thought.
    """

    def __init__(self) -> None:
        self._held = ""
        self._inside = False
        self._begun = False
        self._tags_are_text = False
        self.took_back = False
        """Whether what was given so far has turned out to be thought. The caller resets it."""

    def feed(self, text: str) -> str:
        """The part of the answer that `text` completes; may be empty."""
        self._held += text
        while not self._begun and self._step():
            pass
        return self._answer() if self._begun else ""

    def end(self) -> str:
        """What was held back in case it became a tag."""
        return "" if self._inside else self._take(len(self._held))

    def _step(self) -> bool:
        """Consumes one tag before the answer; False where there is none, or more text is needed."""
        if self._inside:
            closing = _ANY_CLOSE.search(self._held)
            seen = closing.end() if closing else len(self._held) - _tail(self._held, _CLOSE)
            self._held = self._held[seen:]
            self._inside = closing is None
            return closing is not None
        self._held = self._held.lstrip()
        opening = _ANY_OPEN.match(self._held)
        if opening:
            self._held = self._held[opening.end() :]
            self._inside = True
            return True
        self._begun = _tail(self._held, _OPEN) < len(self._held)
        return False

    def _answer(self) -> str:
        if self._tags_are_text:
            return self._take(len(self._held))
        closing = _ANY_CLOSE.search(self._held)
        opening = _ANY_OPEN.search(self._held)
        if opening and not (closing and closing.start() < opening.start()):
            self._tags_are_text = True
            return self._take(len(self._held))
        if closing:
            self.took_back = True
            self._held = self._held[closing.end() :]
        return self._take(len(self._held) - _tail(self._held, _OPEN + _CLOSE))

    def _take(self, length: int) -> str:
        taken, self._held = self._held[:length], self._held[length:]
        return taken


def _tail(text: str, tags: tuple[str, ...]) -> int:
    """How many characters at the end of `text` may be the beginning of one of `tags`."""
    longest = min(len(text), max(map(len, tags)) - 1)
    return next((n for n in range(longest, 0, -1) if any(tag.startswith(text[-n:]) for tag in tags)), 0)
