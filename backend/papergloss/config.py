"""What PaperGloss is told from outside: the environment and the config file under its home.

The environment wins over what the options page set (that lives in the store, see settings/), which
wins over `config.toml`. So the provider's values are kept here as two separate layers.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from papergloss.errors import BadInput

CONFIG_FILE = "config.toml"


class ProviderLayer(BaseModel):
    """What one source says of the model's provider; None where it says nothing."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    base_url: str | None = None
    """Address of an OpenAI-compatible API, as its provider gives it (often with `/v1`)."""
    api_key: SecretStr | None = None
    """The provider's key; a local server may need none."""
    model: str | None = None
    """The model's name at the provider."""
    context_tokens: int | None = Field(None, gt=0)
    """Tokens that fit into one request; known for the common models."""


PROVIDER_ENVIRONMENT = {
    "base_url": "OPENAI_BASE_URL",
    "api_key": "OPENAI_API_KEY",
    "model": "PAPERGLOSS_MODEL",
    "context_tokens": "PAPERGLOSS_CONTEXT_TOKENS",
}
"""The environment name of each field of the provider."""


class ModelOverride(BaseModel):
    """What the user knows better about models than our own table: an entry of `[[models]]`.

    Prices are per million tokens.
    """

    model_config = ConfigDict(extra="forbid")

    match: str
    host: str = "*"
    context_tokens: int | None = Field(None, gt=0)
    price_in: float | None = Field(None, ge=0)
    price_cached: float | None = Field(None, ge=0)
    price_out: float | None = Field(None, ge=0)
    currency: str | None = None


class Config(BaseSettings):
    """Every setting that is not the provider's. Environment names are `PAPERGLOSS_` + the field."""

    model_config = SettingsConfigDict(
        env_prefix="PAPERGLOSS_", env_ignore_empty=True, use_attribute_docstrings=True
    )

    home: Path = Field(default_factory=lambda: user_data_path("papergloss"))
    """Folder of the database, the cache, the figures and the config file."""
    host: str = "127.0.0.1"
    """Address to listen on; anything but loopback opens the library to the network."""
    port: int = Field(8765, ge=1, le=65535)
    """Port to listen on."""
    lang: str = "zh-CN"
    """Language of a gloss where the request names none."""
    arxiv_url: str = "https://arxiv.org"
    """Abstract pages, HTML papers and PDFs."""
    arxiv_api_url: str = "https://export.arxiv.org/api/query"
    """The Atom API."""
    arxiv_feed_url: str = "https://rss.arxiv.org/rss"
    """The daily feeds of the categories."""
    arxiv_oai_url: str = "https://oaipmh.arxiv.org/oai"
    """The OAI-PMH server, for the listings of earlier days."""
    stall_seconds: float = Field(90.0, gt=0)
    """Seconds without a token after which a model's stream counts as stalled."""
    retry_seconds: float = Field(1.0, gt=0, le=30)
    """Seconds before a failed model call is tried again; doubled for each further try."""
    monthly_cap: float | None = Field(None, ge=0)
    """Money that models may cost in a month, in the provider's currency; no call is made that could exceed
    it."""
    batch_workers: int = Field(4, ge=1, le=64)
    """Papers of a batch that the model works on at once, each with two calls; what the provider allows is the
    limit."""
    local_models: str = ""
    """Addresses, with commas between them, where a model's server on this machine is looked for; empty: the
    usual ones of Ollama, LM Studio, llama.cpp and vLLM."""
    gguf_model: str = ""
    """The local engine's model where no provider is connected, by its name in `papergloss model list`; empty:
    the local engine is used only where it is asked for."""
    gguf_url: str = ""
    """Where `papergloss model pull` fetches from, in place of the model's own address: a mirror."""
    gguf_threads: int = Field(0, ge=0, le=256)
    """Threads of the local engine altogether; 0: all cores but one. More than there are idle cores make it
    much slower."""

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.home / "papergloss.sqlite3"

    @property
    def arxiv_cache(self) -> Path:
        """Folder of what arXiv answered."""
        return self.home / "cache" / "arxiv"

    @property
    def originals(self) -> Path:
        """Folder of copies of local PDFs."""
        return self.home / "files"

    @property
    def models(self) -> Path:
        """Folder of the local engine's models."""
        return self.home / "models"

    @property
    def figures(self) -> Path:
        """Folder of rendered pictures."""
        return self.home / "figures"


def load() -> Config:
    """The configuration of this process.

    Raises:
        BadInput: a value in the environment or in `config.toml` is not valid.
    """
    try:
        home = Config().home
        values = _read_file(home).get("papergloss", {})
        named = {name: value for name, value in values.items() if name in Config.model_fields}
        unknown = sorted(set(values) - set(named))
        if unknown:
            raise BadInput(f"{CONFIG_FILE} has unknown settings: {', '.join(unknown)}.", _file_hint(home))
        from_environment = Config().model_dump(exclude_unset=True)
        return Config(**{**named, **from_environment})
    except ValidationError as error:
        raise _refused(error, "the environment or the config file") from None


def in_environment(field: str) -> bool:
    """Whether the environment sets a field of Config, which then wins over what the options page set."""
    return bool(os.environ.get(f"PAPERGLOSS_{field.upper()}"))


def environment_layer() -> ProviderLayer:
    """The provider as the environment names it.

    Raises:
        BadInput: a value is not valid.
    """
    try:
        values = {field: os.environ.get(name) or None for field, name in PROVIDER_ENVIRONMENT.items()}
        return ProviderLayer.model_validate(values)
    except ValidationError as error:
        raise _refused(error, "the environment") from None


def file_layer(home: Path) -> ProviderLayer:
    """The provider as `[provider]` in `config.toml` names it.

    Raises:
        BadInput: the file is not valid.
    """
    try:
        return ProviderLayer(**_read_file(home).get("provider", {}))
    except ValidationError as error:
        raise _refused(error, CONFIG_FILE) from None


def model_overrides(home: Path) -> list[ModelOverride]:
    """The `[[models]]` of `config.toml`; the first that matches wins.

    Raises:
        BadInput: the file is not valid.
    """
    try:
        return [ModelOverride.model_validate(entry) for entry in _read_file(home).get("models", [])]
    except ValidationError as error:
        raise _refused(error, CONFIG_FILE) from None


def _read_file(home: Path) -> dict[str, Any]:
    path = home / CONFIG_FILE
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{CONFIG_FILE} cannot be read: {type(error).__name__}.", _file_hint(home)) from None


def _file_hint(home: Path) -> str:
    return f"Mend {home / CONFIG_FILE}; docs/configuration.md lists what it may hold."


def _refused(error: ValidationError, where: str) -> BadInput:
    names = ", ".join(sorted({str(item["loc"][0]) for item in error.errors() if item["loc"]}))
    return BadInput(
        f"A setting in {where} is not valid: {names}.", "docs/configuration.md lists the settings."
    )
