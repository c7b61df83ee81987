"""Which provider answers: environment, then what the user set, then the config file, value by value."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from papergloss import config
from papergloss.config import Config, ProviderLayer
from papergloss.errors import ConsentNeeded, NoEngine
from papergloss.llm.providers import host_label, is_local, provider_for
from papergloss.llm.types import Provider
from papergloss.store import choices
from papergloss.store.database import Database

Origin = Literal["environment", "options", "config file"]
SETTING = "provider"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value that won, and who gave it. The key's text is never in here."""

    name: str
    shown: str
    origin: Origin


class ProviderSettings:
    """The provider of this data folder."""

    def __init__(self, database: Database, settings: Config) -> None:
        self._database = database
        self._home = settings.home

    def chosen(self) -> list[Chosen]:
        """Every value that is set, with where it comes from, for `doctor`."""
        merged, origins = self._merged()
        return [
            Chosen(name, "set" if name == "api_key" else str(getattr(merged, name)), origin)
            for name, origin in origins.items()
        ]

    def provider(self, model: str | None = None) -> Provider | None:
        """The provider to call, or None where nobody was named; with `model`, for that one of its models.

        Raises:
            BadInput: the address is not one.
            NoEngine: an address without a model.
        """
        merged, _ = self._merged()
        if merged.api_key is None and merged.base_url is None:
            return None
        return provider_for(merged.base_url, merged.api_key, model or merged.model, merged.context_tokens)

    def needed(self, model: str | None = None) -> Provider:
        """The provider, see `provider`. Raises NoEngine where there is none."""
        provider = self.provider(model)
        if provider is None:
            raise NoEngine("No model is connected.")
        return provider

    def key_set(self) -> bool:
        """Whether any source gives a key."""
        return self._merged()[0].api_key is not None

    def set(self, layer: ProviderLayer) -> None:
        """Replaces what the user set; the key goes in here and never comes out again."""
        values = layer.model_dump(exclude_none=True, exclude={"api_key"})
        if layer.api_key is not None:
            values["api_key"] = layer.api_key.get_secret_value()
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(values) if values else None)

    def consented(self, provider: Provider) -> bool:
        """Whether the user has confirmed that this provider gets the papers' text."""
        with self._database.read() as connection:
            return choices.consented(connection, host_label(provider.base_url))

    def consent(self, host: str) -> None:
        """Records the user's yes to the provider in use.

        Raises:
            ConsentNeeded: the yes was given to another provider than the one that is in use now.
        """
        if host != host_label(self.needed().base_url):
            raise ConsentNeeded("The provider has changed meanwhile.")
        with self._database.write() as connection:
            choices.consent(connection, host)

    def require_consent(self, provider: Provider) -> None:
        """Raises ConsentNeeded until the user has confirmed this provider."""
        if not self.consented(provider):
            raise ConsentNeeded(f"{host_label(provider.base_url)} would get the paper's text.")

    def _merged(self) -> tuple[ProviderLayer, dict[str, Origin]]:
        layers: list[tuple[Origin, ProviderLayer]] = [
            ("environment", config.environment_layer()),
            ("options", self._stored()),
            ("config file", config.file_layer(self._home)),
        ]
        values: dict[str, object] = {}
        origins: dict[str, Origin] = {}
        for name in ProviderLayer.model_fields:
            for origin, layer in layers:
                if getattr(layer, name) is not None:
                    values[name], origins[name] = getattr(layer, name), origin
                    break
        return ProviderLayer.model_validate(values), origins

    def _stored(self) -> ProviderLayer:
        with self._database.read() as connection:
            text = choices.setting(connection, SETTING)
        return ProviderLayer.model_validate_json(text) if text else ProviderLayer()


def is_on_this_machine(provider: Provider | None) -> bool:
    """Whether the text stays on this machine."""
    return provider is None or is_local(provider.base_url)


def host_of(provider: Provider) -> str:
    """The provider as the user confirms it: host, and port where it is not the usual one."""
    return host_label(provider.base_url)
