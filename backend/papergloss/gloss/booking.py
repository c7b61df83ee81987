"""One model call in the account: booked before it is made, settled however it ends."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from papergloss.errors import CapReached, ModelError
from papergloss.gloss.card import StageName
from papergloss.gloss.context import Context
from papergloss.llm.budget import estimate_prompt, estimate_tokens, thinking_tokens
from papergloss.llm.types import Message, Provider, Usage


class Booking:
    """Set `usage` to what the provider reported; a call that ends without is settled by what was heard.

    Entering raises CapReached where the month's cap does not allow the call.
    """

    def __init__(
        self, context: Context, stage: StageName, provider: Provider, messages: list[Message], limit: int
    ) -> None:
        self.usage: Usage | None = None
        self._context = context
        self._stage = stage
        self._provider = provider
        self._sent = estimate_prompt(messages)
        self._most = Usage(self._sent, 0, limit + thinking_tokens(provider), estimated=True)
        self._heard = 0
        self._call = -1

    def __enter__(self) -> Self:
        self._call = self._context.job.account.open(self._stage, self._provider, self._most)
        return self

    def hear(self, text: str) -> None:
        """A piece of the answer."""
        self._heard += estimate_tokens(text)

    def again(self) -> None:
        """The provider is asked once more. Raises CapReached."""
        self._context.job.account.again(self._call, self._most)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        usage = self.usage
        if usage is None:
            refused = isinstance(error, ModelError) and not isinstance(error, CapReached)
            usage = Usage() if refused else Usage(self._sent, 0, self._heard, estimated=True)
        self._context.job.account.close(self._call, usage)
        if usage != Usage():
            self._context.spend(self._stage, usage)
