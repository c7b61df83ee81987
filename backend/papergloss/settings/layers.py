"""How the sources that may name a provider are put together, value by value.

A key belongs to the address that it was given for. So a source that names another address than the one
in use has no say at all, and a key that came without an address never goes to one from the options page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from papergloss.config import ProviderLayer
from papergloss.llm.providers import PRESETS, origin_of

Origin = Literal["environment", "options", "config file"]
Layer = tuple[Origin, ProviderLayer]
DEFAULT_ADDRESS = PRESETS[0].base_url
"""A key without any address is taken for OpenAI's."""


def address_of(layers: Sequence[Layer]) -> tuple[str | None, Origin | None]:
    """The address of the first source that names one, and that source."""
    return next(((layer.base_url, origin) for origin, layer in layers if layer.base_url), (None, None))


def merge(layers: Sequence[Layer]) -> tuple[ProviderLayer, dict[str, Origin]]:
    """The values in use and where each comes from; the first source wins."""
    address, named_by = address_of(layers)
    in_use = origin_of(address or DEFAULT_ADDRESS)
    values: dict[str, object] = {}
    origins: dict[str, Origin] = {}
    for origin, layer in layers:
        if layer.base_url and origin_of(layer.base_url) != in_use:
            continue
        for name in ProviderLayer.model_fields:
            value = getattr(layer, name)
            if value is None or name in values:
                continue
            if name == "api_key" and not _may_use_key(origin, layer, in_use, named_by):
                continue
            values[name], origins[name] = value, origin
    return ProviderLayer.model_validate(values), origins


def _may_use_key(origin: Origin, layer: ProviderLayer, in_use: str, named_by: Origin | None) -> bool:
    if layer.base_url or named_by != "options" or origin == "options":
        return True
    return in_use == origin_of(DEFAULT_ADDRESS)
