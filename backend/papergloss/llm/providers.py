"""What is known about providers: addresses, default models, context sizes, prices (providers.toml)."""

from __future__ import annotations

import ipaddress
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib import resources
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pydantic import SecretStr

from papergloss.config import ModelOverride
from papergloss.errors import BadInput, NoEngine
from papergloss.llm.types import Provider


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is known about the models whose name matches `match` (a shell pattern).

    Token counts are 0 and prices None where nothing reliable is known. Prices are per million tokens.
    """

    match: str = "*"
    context_tokens: int = 0
    output_tokens: int = 0
    thinking_tokens: int = 0
    """Added to the answer's limit of a model that thinks first, since its thoughts count."""
    limit_field: str = "max_tokens"
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further fields of the request body."""
    price_in: float | None = None
    price_cached: float | None = None
    price_out: float | None = None
    currency: str = "USD"
    priced_on: date | None = None
    price_source: str = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """A provider that PaperGloss knows by name."""

    name: str
    label: str
    base_url: str
    model: str = ""
    context_tokens: int = 0
    limit_field: str = "max_tokens"
    hosts: tuple[str, ...] = ()
    """Other host names of the same provider, as shell patterns."""
    models: tuple[ModelFacts, ...] = field(default=())


def _load() -> tuple[Preset, ...]:
    text = resources.files("papergloss.llm").joinpath("providers.toml").read_text("utf-8")
    return tuple(_preset(entry) for entry in tomllib.loads(text)["preset"])


def _preset(entry: dict[str, Any]) -> Preset:
    shared = {name: entry[name] for name in ("limit_field", "context_tokens") if name in entry}
    models = [ModelFacts(**{**shared, **facts}) for facts in entry.pop("models", [])]
    return Preset(**{**entry, "hosts": tuple(entry.get("hosts", ())), "models": tuple(models)})


PRESETS = _load()
ANY_URL = next(preset for preset in PRESETS if preset.name == "any")

_remembered = lru_cache(maxsize=128)
"""Every request looks at the same few addresses, and at those of all presets."""


@_remembered
def preset_for(base_url: str) -> Preset:
    """The preset at this address, by host and, on this machine, by port; else `ANY_URL`."""
    address = _split(base_url)
    local = is_local(base_url)
    for preset in PRESETS:
        known = _split(preset.base_url)
        if local and known.port and known.port == address.port and is_local(preset.base_url):
            return preset
        hosts = (known.hostname or "", *preset.hosts)
        if not local and any(fnmatchcase(address.hostname or "-", host) for host in hosts):
            return preset
    return ANY_URL


def facts_for(base_url: str, model: str) -> ModelFacts:
    """What is known about `model` at this address; the preset's own defaults where nothing is."""
    preset = preset_for(base_url)
    name = model.lower()
    found = next((facts for facts in preset.models if fnmatchcase(name, facts.match)), None)
    return found or ModelFacts(context_tokens=preset.context_tokens, limit_field=preset.limit_field)


def provider_for(
    base_url: str | None,
    api_key: SecretStr | None,
    model: str | None = None,
    context_tokens: int | None = None,
    overrides: Sequence[ModelOverride] = (),
) -> Provider:
    """A provider from what the user gave; `overrides`, then the presets fill in the rest.

    No address means OpenAI.

    Raises:
        NoEngine: no model was named and this address has no default one.
        BadInput: `base_url` is not an http address.
    """
    preset = preset_for(base_url) if base_url else PRESETS[0]
    address = (base_url or preset.base_url).strip().rstrip("/")
    if _split(address).scheme not in {"http", "https"} or not _split(address).hostname:
        raise BadInput("The provider's address is not an http address.", "Check OPENAI_BASE_URL.")
    if "@" in _split(address).netloc:
        raise BadInput("The provider's address holds a password.", "Leave it out and set the key instead.")
    name = (model or preset.model).strip()
    if not name:
        raise NoEngine(
            f"No model is named for {host_label(address)}.",
            "Choose one on the settings page, or set PAPERGLOSS_MODEL.",
        )
    facts = _overridden(facts_for(address, name), address, name, overrides)
    return Provider(
        name=preset.name if preset is not ANY_URL else host_label(address),
        base_url=address,
        api_key=api_key or SecretStr(""),
        model=name,
        context_tokens=context_tokens or facts.context_tokens or preset.context_tokens,
        price_in=facts.price_in,
        price_cached=facts.price_cached,
        price_out=facts.price_out,
        currency=facts.currency,
    )


def _overridden(
    facts: ModelFacts, address: str, model: str, overrides: Sequence[ModelOverride]
) -> ModelFacts:
    host = _split(address).hostname or ""
    for known in overrides:
        if fnmatchcase(model.lower(), known.match.lower()) and fnmatchcase(host, known.host.lower()):
            return replace(facts, **known.model_dump(exclude_none=True, exclude={"match", "host"}))
    return facts


@_remembered
def is_local(base_url: str) -> bool:
    """Whether the address is this machine itself: nothing leaves it."""
    host = (_split(base_url).hostname or "").removesuffix(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_label(base_url: str) -> str:
    """The host as a reader should see it: with the port where it is not the usual one, no user or path."""
    address = _split(base_url)
    host = address.hostname or "the provider"
    return f"{host}:{address.port}" if address.port else host


def origin_of(base_url: str) -> str:
    """Scheme, host and port: a key that was given for one origin goes to no other."""
    address = _split(base_url)
    port = address.port or {"https": 443, "http": 80}.get(address.scheme, 0)
    return f"{address.scheme}://{(address.hostname or '').removesuffix('.')}:{port}"


@_remembered
def _split(base_url: str) -> SplitResult:
    try:
        address = urlsplit(base_url.strip())
        address.port  # noqa: B018 (raises for a port that is none)
    except ValueError:
        return urlsplit("")
    return address
