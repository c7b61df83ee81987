"""Tokens and money of one card. Not safe for threads by itself: the Context holds the lock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from papergloss.gloss.card import CardKey, Provenance
from papergloss.gloss.events import CardPart
from papergloss.llm.pricing import cost
from papergloss.llm.types import Provider, Usage


class Ledger:
    """Starts with what stages that are already finished have cost."""

    def __init__(self, key: CardKey, provider: Provider | None, finished: Iterable[CardPart]) -> None:
        self._key = key
        self._provider = provider
        spent = [part.provenance for part in finished if part.provenance]
        latest = max(spent, key=lambda p: (p.tokens_in, p.tokens_out), default=None)
        self._created_at = latest.created_at if latest else datetime.now(UTC)
        self._usage = (
            Usage(latest.tokens_in, latest.tokens_cached, latest.tokens_out, latest.estimated)
            if latest
            else Usage()
        )

    def add(self, usage: Usage) -> None:
        """Adds one call."""
        self._usage = self._usage + usage

    def provenance(self) -> Provenance:
        """Who writes this card, and what it has cost up to now."""
        usage, provider = self._usage, self._provider
        return Provenance(
            engine=self._key.engine,
            model=self._key.model,
            prompt_version=self._key.prompt_version,
            provider=urlsplit(provider.base_url).netloc.rpartition("@")[2] if provider else None,
            created_at=self._created_at,
            tokens_in=usage.tokens_in,
            tokens_cached=usage.tokens_cached,
            tokens_out=usage.tokens_out,
            cost=cost(provider, usage) if provider else None,
            currency=provider.currency if provider else "USD",
            estimated=usage.estimated,
        )
