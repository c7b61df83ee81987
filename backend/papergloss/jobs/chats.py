"""The connection to the provider, kept from job to job."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from papergloss.config import Config
from papergloss.llm.types import Provider

if TYPE_CHECKING:
    from papergloss.llm.client import OpenAIChat


class Chats:
    """Hands out the model of a provider; the latest is kept open.

    Opening one takes a tenth of a second (the certificates are read), which every first word would wait for.
    """

    def __init__(self, config: Config) -> None:
        self._stall_seconds = config.stall_seconds
        self._retry_seconds = config.retry_seconds
        self._lock = threading.Lock()
        self._latest: OpenAIChat | None = None

    def of(self, provider: Provider) -> OpenAIChat:
        """The model at `provider`; an earlier one is closed when the last job has let go of it."""
        # The SDK takes a second to import: whoever needs no model does not wait for it.
        from papergloss.llm.client import OpenAIChat  # noqa: PLC0415
        from papergloss.llm.retry import RetryPolicy  # noqa: PLC0415

        with self._lock:
            if self._latest is None or self._latest.provider != provider:
                policy = RetryPolicy(first_wait=self._retry_seconds)
                self._latest = OpenAIChat(provider, stall_seconds=self._stall_seconds, policy=policy)
            return self._latest
