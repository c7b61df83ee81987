"""Tokens and money of one card, by stage. Not safe for threads by itself: the Context holds the lock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from papergloss.gloss.card import CardKey, Provenance, StageCost, StageName
from papergloss.gloss.events import CardPart
from papergloss.llm.pricing import cost
from papergloss.llm.types import Provider, Usage


class Ledger:
    """Starts with `spent`: what earlier runs of the same job have used, failed stages included."""

    def __init__(
        self,
        key: CardKey,
        provider: Provider | None,
        spent: dict[StageName, Usage],
        finished: Iterable[CardPart],
    ) -> None:
        self._key = key
        self._provider = provider
        self._by_stage = dict(spent)
        begun = (part.provenance.created_at for part in finished if part.provenance)
        self._created_at = min(begun, default=datetime.now(UTC))

    def add(self, stage: StageName, usage: Usage) -> None:
        """Adds one call."""
        self._by_stage[stage] = self._by_stage.get(stage, Usage()) + usage

    def provenance(self) -> Provenance:
        """Who writes this card, and what it has cost up to now."""
        provider = self._provider
        usage = sum(self._by_stage.values(), Usage())
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
            stages=[self._stage_cost(stage, used) for stage, used in self._by_stage.items()],
        )

    def _stage_cost(self, stage: StageName, usage: Usage) -> StageCost:
        return StageCost(
            stage=stage,
            tokens_in=usage.tokens_in,
            tokens_cached=usage.tokens_cached,
            tokens_out=usage.tokens_out,
            cost=cost(self._provider, usage) if self._provider else None,
            estimated=usage.estimated,
        )
