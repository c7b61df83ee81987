"""Which provider answers: environment, then what the user set, then the config file, value by value."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from pydantic import SecretStr

from papergloss import config
from papergloss.config import Config, ProviderLayer
from papergloss.errors import ConsentNeeded, NoEngine
from papergloss.llm.local import LocalServer, find, served_context
from papergloss.llm.providers import host_label, is_local, origin_of, provider_for
from papergloss.llm.types import Provider
from papergloss.settings.keyfile import KeyFile
from papergloss.settings.layers import DEFAULT_ADDRESS, Layer, Origin, address_of, merge
from papergloss.store import choices
from papergloss.store.database import Database

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
        self._local = [address for address in settings.local_models.split(",") if address.strip()]
        self._key = KeyFile(settings.home)

    def chosen(self) -> list[Chosen]:
        """Every value that is set, with where it comes from, for `doctor` and the options page."""
        merged, origins = merge(self._layers(self._stored()))
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
        return self._built(self._layers(self._stored()), model)

    def needed(self, model: str | None = None) -> Provider:
        """The provider, see `provider`. Raises NoEngine where there is none."""
        return _required(self.provider(model))

    def at_work(self, model: str | None = None) -> Provider:
        """`needed`, with the context that a server on this machine was started with, where it tells."""
        layers = self._layers(self._stored())
        provider = _required(self._built(layers, model))
        if not is_local(provider.base_url) or merge(layers)[0].context_tokens is not None:
            return provider
        tokens = served_context(provider)
        return replace(provider, context_tokens=tokens) if tokens else provider

    def proposed(self, layer: ProviderLayer) -> Provider:
        """The provider as it would be with these values instead of those that the user has set.

        A saved key goes along to its own address only.

        Raises:
            BadInput: the address is not one.
            NoEngine: nobody is named, or an address without a model.
        """
        key = layer.api_key or self._kept_key(layer)
        return _required(self._built(self._layers(layer.model_copy(update={"api_key": key})), None))

    def found_here(self) -> list[LocalServer]:
        """The model servers that run on this machine; takes up to a few seconds."""
        return find(self._local)

    def key_set(self) -> bool:
        """Whether any source gives a key for the address in use."""
        return self._layered("api_key") is not None

    def set(self, layer: ProviderLayer) -> None:
        """Replaces what the user set. A key goes in here and never comes out again.

        Without one, the saved key stays if the address is still the one that it was given for.

        Raises:
            BadInput: the address is not one.
        """
        if layer.base_url:
            provider_for(layer.base_url, None, layer.model or "any")
        if layer.api_key is not None:
            self._key.write(self._target(layer), layer.api_key)
        elif self._kept_key(layer) is None:
            self._key.remove()
        values = layer.model_dump(exclude_none=True, exclude={"api_key"})
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(values) if values else None)

    def forget_key(self) -> None:
        """Removes the key that the user has set; one from the environment or the config file stays."""
        self._key.remove()

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

    def _layers(self, options: ProviderLayer) -> list[Layer]:
        return [
            ("environment", config.environment_layer()),
            ("options", options),
            ("config file", config.file_layer(self._home)),
        ]

    def _layered(self, name: str) -> object:
        return getattr(merge(self._layers(self._stored()))[0], name)

    def _built(self, layers: list[Layer], model: str | None) -> Provider | None:
        merged, _ = merge(layers)
        if merged.api_key is None and merged.base_url is None:
            return None
        known = config.model_overrides(self._home)
        return provider_for(
            merged.base_url, merged.api_key, model or merged.model, merged.context_tokens, known
        )

    def _stored(self) -> ProviderLayer:
        with self._database.read() as connection:
            text = choices.setting(connection, SETTING)
        layer = ProviderLayer.model_validate_json(text) if text else ProviderLayer()
        return layer.model_copy(update={"api_key": self._kept_key(layer)})

    def _kept_key(self, layer: ProviderLayer) -> SecretStr | None:
        stored = self._key.read()
        return stored.key if stored and stored.origin == self._target(layer) else None

    def _target(self, layer: ProviderLayer) -> str:
        """The origin that a key set together with `layer` is for."""
        return origin_of(address_of(self._layers(layer))[0] or DEFAULT_ADDRESS)


def _required(provider: Provider | None) -> Provider:
    if provider is None:
        raise NoEngine("No model is connected.")
    return provider


def is_on_this_machine(provider: Provider | None) -> bool:
    """Whether the text stays on this machine."""
    return provider is None or is_local(provider.base_url)


def host_of(provider: Provider) -> str:
    """The provider as the user confirms it: host, and port where it is not the usual one."""
    return host_label(provider.base_url)
