"""Presets, local addresses, and what a key and an address turn into."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from papergloss.errors import BadInput, NoEngine
from papergloss.llm.providers import (
    ANY_URL,
    PRESETS,
    facts_for,
    host_label,
    is_local,
    preset_for,
    provider_for,
)

KEY = SecretStr("sk-x")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_whole(preset: object) -> None:
    assert preset.label  # type: ignore[attr-defined]
    assert preset.context_tokens >= 4096  # type: ignore[attr-defined]


@pytest.mark.parametrize("facts", [f for p in PRESETS for f in p.models], ids=lambda facts: facts.match)
def test_every_price_is_dated_and_sourced(facts: object) -> None:
    prices = (facts.price_in, facts.price_cached, facts.price_out)  # type: ignore[attr-defined]
    if any(price is not None for price in prices):
        assert facts.priced_on  # type: ignore[attr-defined]
        assert facts.price_source.startswith("https://")  # type: ignore[attr-defined]
        assert facts.price_in is not None  # type: ignore[attr-defined]
        assert facts.price_out is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://api.openai.com/v1", "openai"),
        ("https://api.deepseek.com", "deepseek"),
        ("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "dashscope"),
        ("https://API.MOONSHOT.AI/v1", "moonshot"),
        ("https://ws-1.cn-beijing.maas.aliyuncs.com/compatible-mode/v1", "dashscope"),
        ("https://generativelanguage.googleapis.com/v1beta/openai/", "gemini"),
        ("http://localhost:11434/v1", "ollama"),
        ("http://[::1]:1234/v1", "lmstudio"),
        ("http://127.0.0.1:9999/v1", "any"),
        ("https://api.openai.com.evil.example/v1", "any"),
        ("http://192.168.1.5:11434/v1", "any"),
        ("not a url", "any"),
    ],
)
def test_preset_for(url: str, name: str) -> None:
    assert preset_for(url).name == name


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://127.8.8.8/v1", True),
        ("http://localhost:1/v1", True),
        ("http://LOCALHOST./v1", True),
        ("http://[::1]:1/v1", True),
        ("http://0.0.0.0/v1", False),
        ("http://localhost.evil.example/v1", False),
        ("http://127.0.0.1.evil.example/v1", False),
        ("http://127.0.0.1@evil.example/v1", False),
        ("http://192.168.0.2/v1", False),
        ("", False),
        ("http://[broken", False),
    ],
)
def test_is_local(url: str, local: bool) -> None:
    assert is_local(url) is local


def test_host_label_shows_no_secrets() -> None:
    assert host_label("https://user:secret@api.example.org/v1?key=secret") == "api.example.org"
    assert host_label("http://127.0.0.1:8080/v1") == "127.0.0.1:8080"
    assert host_label("") == "the provider"


def test_a_key_alone_means_openai() -> None:
    provider = provider_for(None, KEY)
    assert (provider.name, provider.base_url) == ("openai", "https://api.openai.com/v1")
    assert provider.model
    assert provider.context_tokens >= 128_000


def test_what_the_user_names_wins() -> None:
    provider = provider_for("http://127.0.0.1:11434/v1/", None, "qwen3:4b", 32_000)
    assert provider.base_url == "http://127.0.0.1:11434/v1"
    assert (provider.name, provider.model, provider.context_tokens) == ("ollama", "qwen3:4b", 32_000)
    assert provider.price_in is None


def test_any_url_is_named_by_its_host() -> None:
    provider = provider_for("https://llm.example.org/v1", KEY, "m")
    assert (provider.name, provider.context_tokens) == ("llm.example.org", ANY_URL.context_tokens)


def test_an_address_without_model_and_default_is_no_engine() -> None:
    with pytest.raises(NoEngine, match=r"llm\.example\.org"):
        provider_for("https://llm.example.org/v1", KEY)


@pytest.mark.parametrize("url", ["localhost:11434/v1", "ftp://example.org", "https://", "/v1", "http://a:b"])
def test_an_address_must_be_http(url: str) -> None:
    with pytest.raises(BadInput):
        provider_for(url, KEY, "m")


def test_reasoning_models_of_openai_get_room_to_think() -> None:
    assert facts_for("https://api.openai.com/v1", "gpt-5-mini").thinking_tokens > 0
    assert facts_for("https://api.openai.com/v1", "o4-mini").thinking_tokens > 0
    assert facts_for("https://api.openai.com/v1", "gpt-4.1").thinking_tokens == 0
    assert facts_for("https://api.openai.com/v1", "gpt-4.1").limit_field == "max_completion_tokens"
