"""What a call costs."""

from __future__ import annotations

from papergloss.llm.types import Provider, Usage

TOKENS_PER_PRICE = 1_000_000
"""Prices are per million tokens, as every provider prints them."""


def cost(provider: Provider, usage: Usage) -> float | None:
    """Money in `provider.currency`, or None where the model's price is not known.

    Cached prompt tokens cost the full prompt price where no price for them is known.
    """
    if provider.price_in is None or provider.price_out is None:
        return None
    cached_price = provider.price_in if provider.price_cached is None else provider.price_cached
    fresh = max(0, usage.tokens_in - usage.tokens_cached)
    total = (
        fresh * provider.price_in + usage.tokens_cached * cached_price + usage.tokens_out * provider.price_out
    )
    return total / TOKENS_PER_PRICE
