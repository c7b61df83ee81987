"""Requests and answers about the settings: the provider, its key, the reader's language."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field, SecretStr

from papergloss.gloss.card import Wire
from papergloss.web.wire import ProblemDocument

Source = Literal["environment", "options", "config file"]


class ProviderRequest(Wire):
    """`PUT /api/v1/settings/provider`, and what may be tried before it is saved.

    A value that is left out falls back to the environment or the config file. A key that is left out stays,
    unless the address changes: then it is dropped.
    """

    base_url: str | None = Field(None, max_length=500)
    model: str | None = Field(None, max_length=200)
    context_tokens: int | None = Field(None, gt=0, le=100_000_000)
    api_key: SecretStr | None = Field(None, min_length=1, max_length=500)


class ProviderValue(Wire):
    """A value in use, and who said so. Values of the environment cannot be changed from the options page."""

    value: str
    source: Source


class ProviderView(Wire):
    """`GET /api/v1/settings/provider`. A key is never shown: only whether there is one."""

    base_url: ProviderValue | None = Field(None, description="None: no source names an address")
    model: ProviderValue | None = None
    context_tokens: ProviderValue | None = None
    model_in_use: str | None = Field(None, description="also where only the preset names one")
    key_set: bool
    key_source: Source | None = None
    preset: str | None = Field(None, description="name of the preset at the address in use")
    host: str | None = Field(None, description="host (and port) that gets the papers' text")
    local: bool
    consented: bool
    problem: ProblemDocument | None = Field(None, description="why these values make no provider")


class TrialAnswer(Wire):
    """`POST /api/v1/settings/provider/test`: what came of one tiny call."""

    ok: bool
    problem: ProblemDocument | None = None
    host: str
    model: str
    first_word_seconds: float | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = Field(None, description="None: the model's price is not known")
    currency: str = "USD"
    estimated: bool = False


class ModelNames(Wire):
    """`POST /api/v1/settings/provider/models`: the models that the provider lists."""

    models: list[str]


class PresetView(Wire):
    """A provider that PaperGloss knows."""

    name: str
    label: str
    base_url: str
    model: str = Field(description="the usual model; empty where the reader must choose one")
    context_tokens: int
    local: bool


class FoundModel(Wire):
    """A model of a server on this machine."""

    id: str
    context_tokens: int | None = None


class FoundServer(Wire):
    """A model's server that runs on this machine."""

    preset: str
    label: str
    base_url: str
    models: list[FoundModel]
    needs_key: bool


class Providers(Wire):
    """`GET /api/v1/providers`."""

    presets: list[PresetView]
    found: list[FoundServer]


class ReaderSettings(Wire):
    """`GET` and `PUT /api/v1/settings/reader`."""

    lang: str = Field(max_length=20)


class TermList(Wire):
    """`GET` and `PUT /api/v1/terms`: the reader's translations of terms into one language."""

    lang: str = Field(max_length=35)
    terms: dict[str, str] = Field(description="as a paper writes it, to its one translation")


class ClientView(Wire):
    """A browser that holds a token."""

    id: str
    name: str = Field(description="what the extension called itself; may be empty")
    origin: str
    paired_at: datetime
    current: bool = Field(description="this is the one that asks")


class ClientList(Wire):
    """`GET /api/v1/clients`: the first one first."""

    clients: list[ClientView]
