"""What every question to a model has in common: the stored answer is given, no text goes out unconfirmed."""

from __future__ import annotations

from papergloss.gloss.card import CardKey
from papergloss.gloss.request import Target
from papergloss.jobs.service import Answer
from papergloss.web.backend import backend


def answered(key: CardKey, target: Target, *, regenerate: bool) -> Answer:
    """The stored card, the job under way, or a new job; with `regenerate`, not the stored card.

    Raises:
        ConsentNeeded: a new job would send text to a provider that the reader has not confirmed.
    """
    house = backend()
    found = None if regenerate else house.jobs.find(key)
    if found is not None:
        return found
    require_consent(key)
    return house.jobs.submit(key, target, regenerate=regenerate)


def require_consent(key: CardKey) -> None:
    """Raises ConsentNeeded where a job would send text to a provider that the reader has not confirmed."""
    if key.engine == "openai":
        settings = backend().provider
        settings.require_consent(settings.needed())
