"""One answer as it arrives: which of its pieces the reader sees, how it ended, what it used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from papergloss.errors import (
    AnswerCut,
    AnswerFiltered,
    AnswerUnusable,
    ContextExceeded,
    ModelError,
    ProviderBusy,
    StreamBroken,
)
from papergloss.llm.budget import estimate_prompt, estimate_tokens
from papergloss.llm.quote import quote
from papergloss.llm.thinking import ThinkFilter
from papergloss.llm.types import Message, Usage

_ENDS: dict[str, type[ModelError]] = {
    "length": AnswerCut,
    "max_tokens": AnswerCut,
    "model_length": AnswerCut,
    "content_filter": AnswerFiltered,
    "sensitive": AnswerFiltered,
    "safety": AnswerFiltered,
    "refusal": AnswerFiltered,
    "model_context_window_exceeded": ContextExceeded,
    "insufficient_system_resource": ProviderBusy,
    "error": StreamBroken,
    "network_error": StreamBroken,
}
"""finish_reason values other than a normal end; beyond OpenAI's: Mistral, Zhipu, DeepSeek, OpenRouter."""
_THOUGHTS = ("reasoning_content", "reasoning", "reasoning_text", "thinking")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""No text has these: a terminal would obey them, and XML has no way to write them."""
_PLAUSIBLE = 4
"""A reported count further than this factor from ours is taken for wrong."""


def is_alive(chunk: Any) -> bool:
    """Whether a chunk shows that the model is working: text, thoughts, an end or a usage."""
    if getattr(chunk, "usage", None):
        return True
    return any(
        choice.finish_reason or _text(choice.delta) or _thought(choice.delta) for choice in _choices(chunk)
    )


class Answer:
    """Reads the chunks of one stream that may take `max_tokens`, thoughts included."""

    def __init__(self, messages: list[Message], max_tokens: int) -> None:
        self._messages = messages
        self._ceiling = max_tokens * 2 + 200
        self._filter = ThinkFilter()
        self._finish: str | None = None
        self._usage: Any = None
        self._refusal = ""
        self._tokens_out = 0
        self._visible = False
        self.begun = False
        """Whether the provider has begun to answer, so that tokens were spent."""

    @property
    def finished(self) -> bool:
        """Whether the model has said that its answer is complete; only its usage may follow."""
        return self._finish is not None

    def read(self, chunk: Any) -> str:
        """The visible text that `chunk` completes; may be empty.

        Raises:
            AnswerCut: the provider ignores the length limit.
        """
        self.begun = True
        self._usage = getattr(chunk, "usage", None) or self._usage
        text = ""
        for choice in _choices(chunk):
            self._finish = choice.finish_reason or self._finish
            self._refusal += getattr(choice.delta, "refusal", None) or ""
            raw = _CONTROL.sub("", _text(choice.delta))
            self._tokens_out += estimate_tokens(raw) + estimate_tokens(_thought(choice.delta))
            text += self._filter.feed(raw)
        if self._tokens_out > self._ceiling:
            raise AnswerCut("The model went on far beyond its length limit.")
        return self._shown(text)

    def took_back(self) -> bool:
        """Whether all text before that of the last `read` has turned out to be thought."""
        taken, self._filter.took_back = self._filter.took_back, False
        return taken

    def end(self) -> str:
        """Visible text that was held back.

        Call `check` after it.
        """
        return self._shown(self._filter.end())

    def check(self) -> None:
        """Whether the stream ended as an answer should.

        Raises:
            ModelError: it was cut, filtered, refused, broken off or empty.
        """
        if self._refusal:
            raise AnswerFiltered(f"The model declined: {quote(self._refusal)}")
        if self._finish is None:
            raise StreamBroken("The answer ended without saying that it was complete.")
        kind = _ENDS.get(self._finish.lower())
        if kind is AnswerCut and not self._visible:
            raise AnswerCut("The model used its whole length limit for thinking.")
        if kind:
            raise kind(f"The provider ended the answer with `{quote(self._finish)}`.")
        if not self._visible:
            called = "call" in self._finish.lower()
            raise AnswerUnusable(
                "The model called a tool instead of answering."
                if called
                else "The model gave an empty answer."
            )

    def usage(self) -> Usage:
        """What the provider reported; estimated where it reported nothing, or nothing plausible."""
        if not self.begun:
            return Usage()
        sent = estimate_prompt(self._messages)
        tokens_in = _count(self._usage, "prompt_tokens")
        tokens_out = _count(self._usage, "completion_tokens")
        if not (sent / _PLAUSIBLE <= tokens_in <= sent * _PLAUSIBLE + 100):
            return Usage(sent, 0, self._tokens_out, estimated=True)
        if tokens_out < self._tokens_out / _PLAUSIBLE:
            return Usage(tokens_in, 0, self._tokens_out, estimated=True)
        return Usage(tokens_in, min(tokens_in, _cached(self._usage)), tokens_out)

    def _shown(self, text: str) -> str:
        if not self._visible:
            text = text.lstrip()
        self._visible = self._visible or bool(text)
        return text


def _choices(chunk: Any) -> list[Any]:
    choices = getattr(chunk, "choices", None) or []
    return [choice for choice in choices if getattr(choice, "delta", None) is not None]


def _text(delta: Any) -> str:
    """The content of a delta: a string, or Mistral's list of parts of which only text counts."""
    content = getattr(delta, "content", None)
    if isinstance(content, list):
        parts = [part for part in content if isinstance(part, Mapping) and part.get("type") == "text"]
        return "".join(str(part.get("text", "")) for part in parts)
    return content if isinstance(content, str) else ""


def _thought(delta: Any) -> str:
    extra = getattr(delta, "model_extra", None) or {}
    return next((extra[name] for name in _THOUGHTS if isinstance(extra.get(name), str)), "")


def _count(usage: Any, name: str) -> int:
    value = getattr(usage, name, None)
    return value if isinstance(value, int) and value >= 0 else 0


def _cached(usage: Any) -> int:
    """Prompt tokens served from the provider's cache: OpenAI's place, DeepSeek's, or Moonshot's."""
    cached = _count(getattr(usage, "prompt_tokens_details", None), "cached_tokens")
    return cached or _count(usage, "prompt_cache_hit_tokens") or _count(usage, "cached_tokens")
