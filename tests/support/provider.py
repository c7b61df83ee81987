"""Tells PaperGloss of the scripted provider, the way a reader does: by the environment and config.toml."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.model_server import ModelServer


def connect(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on `server` is the provider of the environment."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("PAPERGLOSS_MODEL", "scripted")


@contextmanager
def provider_with_prices(home: Path, monkeypatch: pytest.MonkeyPatch, prices: str) -> Iterator[ModelServer]:
    """A provider whose prices (TOML, one `[[models]]` table) and context (64,000 tokens) are known."""
    home.mkdir(parents=True)
    (home / "config.toml").write_text(prices)
    with ModelServer() as server:
        connect(server, monkeypatch)
        monkeypatch.setenv("PAPERGLOSS_CONTEXT_TOKENS", "64000")
        yield server
