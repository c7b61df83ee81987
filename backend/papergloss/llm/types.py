"""What a model call takes and gives. Values only: no network here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider with everything that a call needs; passed in, llm never reads settings.

    Prices are per million tokens, None where they are not known.
    """

    name: str
    base_url: str
    api_key: SecretStr
    model: str
    context_tokens: int
    price_in: float | None = None
    price_cached: float | None = None
    price_out: float | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Message:
    """One chat message."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `estimated` where the provider reported none and we counted."""

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    estimated: bool = False

    def __add__(self, other: Usage) -> Usage:
        """Both together; an estimate makes the sum one."""
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_cached + other.tokens_cached,
            self.tokens_out + other.tokens_out,
            self.estimated or other.estimated,
        )


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of the visible answer. Reasoning never becomes one."""

    text: str


@dataclass(frozen=True, slots=True)
class RetryPiece:
    """A failed try and the wait before the next; all text so far is void."""

    attempt: int
    wait: float
    reason: str


Piece = TextPiece | RetryPiece | Usage


class ChatModel(Protocol):
    """Anything that answers chat messages as a stream."""

    @property
    def provider(self) -> Provider:
        """Who answers."""

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        """Text pieces as they come, then exactly one Usage as the last piece, failed tries included.

        A stream that fails after tokens were spent gives its Usage before it raises.

        Raises:
            ModelError: one of its kinds; pieces already given stand.
            Cancelled: soon after `cancelled()` became true.
        """
