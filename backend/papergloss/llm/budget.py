"""How many tokens a text takes, and what fits a model's context. Estimates: no tokenizer is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papergloss.llm.providers import facts_for
from papergloss.llm.types import Message, Provider

MESSAGE_OVERHEAD = 8
"""Tokens that a chat template puts around one message."""
SAFETY = 0.08
"""Share of the context left free, since the count is an estimate."""

_PIECES = re.compile(
    r"(?P<capitals>[A-Z]{2,})|(?P<word>[A-Z]?[a-z]+|[A-Z])|(?P<digit>\d)"
    r"|(?P<east>[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])"
    r"|(?P<cyrillic>[\u0400-\u04ff])|(?P<arabic>[\u0600-\u06ff])|(?P<mark>[!-/:-@\[-`{-~])|(?P<other>[^\s\x00-\x7f])"
)
_TOKENS = {"digit": 1.1, "east": 1.4, "cyrillic": 0.55, "arabic": 1.1, "mark": 1.0, "other": 1.4}
"""Tokens of one character. The worst of five tokenizers on each kind of text of tests/cases/tokens.json:
older ones (cl100k) take a third more for Chinese than o200k, Qwen's or DeepSeek's."""
_LETTERS_A_TOKEN = {"capitals": 3, "word": 6}
"""Words up to this length are about one token each."""
_ROUND_UP = 1.06


def estimate_tokens(text: str) -> int:
    """Tokens of `text`, meant to be too many rather than too few: which tokenizer counts is not known."""
    total = 0.0
    for match in _PIECES.finditer(text):
        kind = match.lastgroup or "other"
        letters = _LETTERS_A_TOKEN.get(kind)
        total += _TOKENS[kind] if letters is None else 1 + (len(match.group()) - 1) // letters
    return round(total * _ROUND_UP)


def estimate_prompt(messages: Iterable[Message]) -> int:
    """Tokens of a whole prompt."""
    return sum(estimate_tokens(message.content) + MESSAGE_OVERHEAD for message in messages)


def prompt_room(provider: Provider, max_tokens: int) -> int:
    """Tokens that a prompt may have where the answer may take `max_tokens`; 0 where none are left.

    A model that thinks first needs room for its thoughts too.
    """
    return max(0, int(provider.context_tokens * (1 - SAFETY)) - max_tokens - thinking_tokens(provider))


def thinking_tokens(provider: Provider) -> int:
    """Tokens that the model may use for its thoughts beside the answer."""
    return facts_for(provider.base_url, provider.model).thinking_tokens
