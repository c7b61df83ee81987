"""A key is kept for its owner's eyes only and never goes to another host than it was given for."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from papergloss.config import Config, ProviderLayer
from papergloss.errors import BadInput, StoreError
from papergloss.settings.provider import ProviderSettings
from papergloss.store.database import Database

HERE = "https://models.example.org/v1"
THERE = "https://elsewhere.example.net/v1"
KEY = "sk-geheim-0123456789"


@pytest.fixture
def settings(home: Path) -> Iterator[ProviderSettings]:
    database = Database(home / "papergloss.sqlite3")
    yield ProviderSettings(database, Config(home=home))
    database.close()


def layer(base_url: str | None = HERE, key: str | None = None, model: str = "m") -> ProviderLayer:
    return ProviderLayer(base_url=base_url, model=model, api_key=SecretStr(key) if key else None)


def key_of(settings: ProviderSettings) -> str:
    return settings.needed().api_key.get_secret_value()


def test_the_key_is_in_one_file_that_only_its_owner_reads(home: Path, settings: ProviderSettings) -> None:
    settings.set(layer(key=KEY))
    holding = [path for path in home.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert [path.name for path in holding] == ["provider-key.json"]
    assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    settings.set(layer(key=KEY + "-2"))
    assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    assert key_of(settings) == KEY + "-2"


def test_the_key_stays_while_the_address_does(settings: ProviderSettings) -> None:
    settings.set(layer(key=KEY))
    settings.set(layer("https://MODELS.example.org:443/other/", model="another"))
    assert (key_of(settings), settings.needed().model) == (KEY, "another")


@pytest.mark.parametrize(
    "address", [THERE, "http://models.example.org/v1", "https://models.example.org:8443/v1"]
)
def test_another_address_drops_the_key_for_good(home: Path, settings: ProviderSettings, address: str) -> None:
    settings.set(layer(key=KEY))
    settings.set(layer(address))
    assert not settings.key_set()
    settings.set(layer(HERE))
    assert not settings.key_set()
    assert not list(home.glob("*key*"))


def test_a_try_does_not_carry_the_key_elsewhere(settings: ProviderSettings) -> None:
    settings.set(layer(key=KEY))
    assert settings.proposed(layer(HERE)).api_key.get_secret_value() == KEY
    assert settings.proposed(layer(THERE)).api_key.get_secret_value() == ""
    assert settings.proposed(layer(THERE, "sk-new")).api_key.get_secret_value() == "sk-new"
    assert key_of(settings) == KEY


def test_an_environment_that_changes_does_not_get_the_saved_key(
    settings: ProviderSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set(layer(key=KEY))
    monkeypatch.setenv("OPENAI_BASE_URL", THERE)
    monkeypatch.setenv("PAPERGLOSS_MODEL", "m")
    assert key_of(settings) == ""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    assert key_of(settings) == "sk-of-the-environment"


def test_openais_key_of_the_shell_does_not_go_to_the_address_of_the_options_page(
    settings: ProviderSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    assert key_of(settings) == "sk-of-openai"
    settings.set(layer())
    assert not settings.key_set()
    settings.set(layer(key=KEY))
    assert key_of(settings) == KEY
    settings.set(layer("https://api.openai.com/v1"))
    assert key_of(settings) == "sk-of-openai"


def test_a_key_of_the_environment_goes_with_the_files_address(
    home: Path, settings: ProviderSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config.toml").write_text(f'[provider]\nbase_url = "{HERE}"\nmodel = "m"\n')
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    assert (settings.needed().base_url, key_of(settings)) == (HERE, "sk-of-the-environment")


def test_a_key_alone_is_for_the_address_in_use(
    settings: ProviderSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", HERE)
    settings.set(layer(None, KEY))
    assert key_of(settings) == KEY
    monkeypatch.setenv("OPENAI_BASE_URL", THERE)
    assert key_of(settings) == ""


def test_the_key_can_be_removed_alone(settings: ProviderSettings) -> None:
    settings.set(layer(key=KEY))
    settings.forget_key()
    assert not settings.key_set()
    assert settings.needed().base_url == HERE


def test_a_damaged_key_file_is_named_not_quoted(home: Path, settings: ProviderSettings) -> None:
    settings.set(layer(key=KEY))
    (home / "provider-key.json").write_text(json.dumps({"key": KEY}))
    with pytest.raises(StoreError) as caught:
        settings.provider()
    assert "provider-key.json" in caught.value.hint
    assert KEY not in f"{caught.value.detail} {caught.value.hint}"


@pytest.mark.parametrize("address", ["localhost:1", "ftp://example.org", "https://user:secret@example.org"])
def test_what_is_no_address_is_not_kept(settings: ProviderSettings, address: str) -> None:
    with pytest.raises(BadInput) as caught:
        settings.set(layer(address, KEY))
    assert "secret" not in caught.value.detail
    assert settings.provider() is None


def test_the_users_own_figures_win(home: Path, settings: ProviderSettings) -> None:
    (home / "config.toml").write_text(
        '[[models]]\nmatch = "deepseek-*"\nhost = "api.deepseek.com"\ncontext_tokens = 9000\n'
        'price_in = 1.5\nprice_out = 6\ncurrency = "CNY"\n'
    )
    settings.set(ProviderLayer(base_url="https://api.deepseek.com"))
    found = settings.needed()
    assert (found.context_tokens, found.price_in, found.price_out, found.currency) == (9000, 1.5, 6, "CNY")
    settings.set(layer(HERE, model="deepseek-flash"))
    assert settings.needed().price_in is None
    (home / "config.toml").write_text('[[models]]\nmatch = "m"\nprice = 3\n')
    with pytest.raises(BadInput, match="price"):
        settings.needed()
