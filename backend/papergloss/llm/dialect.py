"""How this provider wants the request written."""

from __future__ import annotations

import re
from typing import Any

from papergloss.llm.providers import facts_for
from papergloss.llm.types import Message, Provider

_UNKNOWN = re.compile(
    r"(?i)unsupported|not supported|unrecognized|unknown|unexpected|not permitted|not allowed"
    r"|extra (?:inputs|fields)|does not support|invalid parameter"
)
_SPOKEN_OF = {"stream_options": "stream_options|include_usage"}
_OTHER_LIMIT = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}


class Dialect:
    """Writes request bodies; remembers which parameters the provider turned down."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._facts = facts_for(provider.base_url, provider.model)
        self._limit_field = self._facts.limit_field
        self._turned_down: frozenset[str] = frozenset()

    def limit(self, max_tokens: int) -> int:
        """What to ask for so that an answer may take `max_tokens`.

        A reasoning model's thoughts count against its limit, so it gets room for them.
        """
        limit = max_tokens + self._facts.thinking_tokens
        return min(limit, self._facts.output_tokens) if self._facts.output_tokens else limit

    def body(self, messages: list[Message], limit: int) -> dict[str, Any]:
        """The arguments of `chat.completions.create`; `limit` from `self.limit`."""
        body: dict[str, Any] = {
            "model": self._provider.model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "stream": True,
            self._limit_field: limit,
        }
        optional = {"stream_options": {"include_usage": True}, **self._facts.extra}
        body["extra_body"] = {name: optional[name] for name in optional if name not in self._turned_down}
        return body

    def learn(self, body: dict[str, Any], status: int, words: str) -> bool:
        """Whether a refusal of `body` is one that another way of writing it may mend."""
        if status not in {400, 422} or not _UNKNOWN.search(words):
            return False
        refused = {name for name in body["extra_body"] if re.search(_SPOKEN_OF.get(name, name), words)}
        if refused:
            self._turned_down |= refused
            return True
        limit = next(name for name in _OTHER_LIMIT if name in body)
        if not re.search(rf"\b{limit}\b", words):
            return False
        if self._limit_field == limit and _OTHER_LIMIT[limit] not in self._turned_down:
            self._turned_down |= {limit}
            self._limit_field = _OTHER_LIMIT[limit]
        return self._limit_field != limit
