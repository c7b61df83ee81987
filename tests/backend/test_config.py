"""What PaperGloss is told from outside, and which source wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss import config
from papergloss.errors import BadInput


def write(home: Path, text: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / config.CONFIG_FILE).write_text(text, "utf-8")


def test_defaults_need_no_file_and_no_network(home: Path) -> None:
    loaded = config.load()
    assert (loaded.home, loaded.host, loaded.port) == (home, "127.0.0.1", 8765)
    assert loaded.database.parent == home


def test_the_environment_wins_over_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, '[papergloss]\nport = 9000\nlang = "de"\n')
    monkeypatch.setenv("PAPERGLOSS_PORT", "9001")
    loaded = config.load()
    assert (loaded.port, loaded.lang) == (9001, "de")


def test_the_two_provider_layers_stay_apart(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, '[provider]\nmodel = "from-file"\n')
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert config.file_layer(home).model == "from-file"
    layer = config.environment_layer()
    assert layer.model is None
    assert layer.api_key is not None
    assert "sk-secret" not in repr(layer)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    assert config.environment_layer().base_url is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[papergloss]\nprot = 1\n", "prot"),
        ("[papergloss]\nport = 'many'\n", "port"),
        ("this is not toml", "config.toml"),
    ],
)
def test_a_bad_file_says_what_to_mend(home: Path, text: str, named: str) -> None:
    write(home, text)
    with pytest.raises(BadInput, match=named):
        config.load()


def test_a_bad_provider_setting_never_echoes_its_value(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERGLOSS_CONTEXT_TOKENS", "sk-pasted-into-the-wrong-place")
    with pytest.raises(BadInput, match="context_tokens") as caught:
        config.environment_layer()
    assert "sk-pasted" not in f"{caught.value} {caught.value.hint}"
