"""Which provider answers, who said so, and what the reader agreed to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from papergloss.config import Config, ProviderLayer
from papergloss.errors import BadInput, ConsentNeeded, NoEngine
from papergloss.settings.provider import ProviderSettings, host_of, is_on_this_machine
from papergloss.settings.reader import Reader
from papergloss.store.database import Database
from support.local_servers import LLAMA_CPP, VLLM, local_server

LOCAL = "http://127.0.0.1:9/v1"


@pytest.fixture
def database(home: Path) -> Iterator[Database]:
    made = Database(home / "papergloss.sqlite3")
    yield made
    made.close()


@pytest.fixture
def settings(home: Path, database: Database) -> ProviderSettings:
    return ProviderSettings(database, Config(home=home))


def write_file(home: Path, **values: str) -> None:
    lines = [f'{name} = "{value}"' for name, value in values.items()]
    (home / "config.toml").write_text("\n".join(["[provider]", *lines]))


def test_nobody_is_named(settings: ProviderSettings) -> None:
    assert settings.provider() is None
    assert settings.chosen() == []
    assert not settings.key_set()
    assert is_on_this_machine(settings.provider())
    with pytest.raises(NoEngine):
        settings.needed()


def test_environment_wins_over_options_over_file(
    home: Path, settings: ProviderSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(home, base_url="http://file.example/v1", api_key="file-key", model="file-model")
    assert [(c.name, c.shown, c.origin) for c in settings.chosen()] == [
        ("base_url", "http://file.example/v1", "config file"),
        ("api_key", "set", "config file"),
        ("model", "file-model", "config file"),
    ]
    settings.set(ProviderLayer(base_url="http://options.example/v1", model="options-model"))
    monkeypatch.setenv("PAPERGLOSS_MODEL", "environment-model")
    assert {c.name: c.origin for c in settings.chosen()} == {"base_url": "options", "model": "environment"}
    provider = settings.needed()
    assert (provider.base_url, provider.model) == ("http://options.example/v1", "environment-model")
    assert provider.api_key.get_secret_value() == "", "the file's key is for the file's address"
    settings.set(ProviderLayer(base_url="http://file.example:80/v1/", model="options-model"))
    assert settings.needed().api_key.get_secret_value() == "file-key"


def test_the_key_is_shown_by_no_one(settings: ProviderSettings) -> None:
    settings.set(ProviderLayer(base_url=LOCAL, api_key=SecretStr("sk-geheim"), model="m"))
    assert settings.needed().api_key.get_secret_value() == "sk-geheim"
    shown = f"{settings.chosen()} {settings.needed()} {settings.needed()!r}"
    assert "geheim" not in shown
    settings.set(ProviderLayer())
    assert settings.provider() is None


def test_consent_is_for_one_host(settings: ProviderSettings) -> None:
    settings.set(ProviderLayer(base_url=LOCAL, model="m"))
    provider = settings.needed()
    with pytest.raises(ConsentNeeded):
        settings.require_consent(provider)
    with pytest.raises(ConsentNeeded):
        settings.consent("another.example")
    assert not settings.consented(provider)
    settings.consent(host_of(provider))
    settings.require_consent(provider)

    settings.set(ProviderLayer(base_url="https://api.example.org/v1", model="m"))
    assert not settings.consented(settings.needed())
    assert not is_on_this_machine(settings.needed())


def test_the_reader_chooses_a_language(home: Path, database: Database) -> None:
    reader = Reader(database, Config(home=home, lang="zh"))
    assert reader.lang() == "zh-CN"
    reader.set_lang("JA")
    assert reader.lang() == "ja"
    with pytest.raises(BadInput):
        reader.set_lang("tlh")
    with pytest.raises(BadInput):
        Reader(Database(home / "other.sqlite3"), Config(home=home, lang="xx")).lang()


def test_the_context_is_what_the_local_server_says_unless_the_user_does(settings: ProviderSettings) -> None:
    with local_server(VLLM) as address:
        settings.set(ProviderLayer(base_url=address, model="Qwen/Qwen3-8B"))
        assert settings.at_work().context_tokens == 32768
        settings.set(ProviderLayer(base_url=address, model="Qwen/Qwen3-8B", context_tokens=9000))
        assert settings.at_work().context_tokens == 9000
        settings.set(ProviderLayer(base_url=address, model="unknown"))
        assert settings.at_work() == settings.needed()
    with local_server(LLAMA_CPP) as address:
        settings.set(ProviderLayer(base_url=address, model="model.gguf"))
        assert settings.at_work().context_tokens == 4096
        assert settings.needed().context_tokens != 4096, "asked for only where work begins"
