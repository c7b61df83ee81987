"""The settings over HTTP: what is shown, what is kept, what a try tells."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import model_faults as fault
from support.backend import Client, served
from support.model_server import ModelServer
from support.small_pipeline import SmallPipeline

KEY = "sk-geheim-0123456789abcdef"


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(answer=lambda request: "ready", models=("small", "large")) as server:
        yield server


@pytest.fixture
def client(home: Path, model: ModelServer) -> Iterator[Client]:
    with served(home, SmallPipeline(), local_models=f"{model.base_url},http://127.0.0.1:9/v1") as paired:
        yield paired


def put(client: Client, **values: Any) -> dict[str, Any]:
    answer = client.call("PUT", "/settings/provider", json=values)
    assert answer.status_code == 200, answer.text
    assert KEY not in answer.text
    return dict(answer.json())


def test_a_provider_is_set_used_shown_and_forgotten(client: Client, model: ModelServer) -> None:
    empty = client.call("GET", "/settings/provider").json()
    assert (empty["base_url"], empty["key_set"], empty["host"]) == (None, False, None)

    view = put(client, base_url=model.base_url, model="small", api_key=KEY)
    assert view["base_url"] == {"value": model.base_url, "source": "options"}
    assert view["model"] == {"value": "small", "source": "options"}
    assert (view["key_set"], view["key_source"], view["local"]) == (True, "options", True)
    assert view["host"] == model.base_url.removeprefix("http://").removesuffix("/v1")
    assert client.call("GET", "/status").json()["engine"]["model"] == "small"

    assert put(client, base_url=model.base_url, model="large")["key_set"]
    assert not client.call("DELETE", "/settings/provider/key").json()["key_set"]
    assert client.call("DELETE", "/settings/provider").json() == empty


def test_the_environment_wins_and_says_so(
    client: Client, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERGLOSS_MODEL", "from-outside")
    view = put(client, base_url=model.base_url, model="small")
    assert view["model"] == {"value": "from-outside", "source": "environment"}


def test_values_that_make_no_provider_are_shown_with_the_reason(client: Client) -> None:
    view = put(client, base_url="https://models.example.org/v1")
    assert view["problem"]["type"] == "no-engine"
    assert view["base_url"]["value"] == "https://models.example.org/v1"


@pytest.mark.parametrize(
    "values",
    [
        {"base_url": "ftp://example.org", "api_key": KEY},
        {"base_url": "https://user:pw@example.org", "api_key": KEY},
        {"api_key": [KEY]},
        {"api_key": KEY * 50},
        {"unknown": KEY},
        {"context_tokens": -1, "api_key": KEY},
    ],
)
def test_what_is_refused_is_not_repeated(client: Client, home: Path, values: dict[str, Any]) -> None:
    answer = client.call("PUT", "/settings/provider", json=values)
    assert answer.status_code == 422
    assert KEY not in answer.text
    assert "pw" not in answer.text
    assert not list(home.glob("provider-key*"))


def test_a_try_of_values_that_are_not_saved(client: Client, model: ModelServer) -> None:
    values = {"base_url": model.base_url, "model": "small", "api_key": KEY}
    outcome = client.call("POST", "/settings/provider/test", json=values).json()
    assert (outcome["ok"], outcome["problem"], outcome["model"]) == (True, None, "small")
    assert outcome["first_word_seconds"] >= 0
    assert outcome["tokens_in"] > 0
    assert outcome["cost"] is None, "this server has no price list"
    assert model.chats[0].headers["authorization"] == f"Bearer {KEY}"
    assert len(model.chats[0].prompt) < 100, "no paper's text is in it"
    assert not client.call("GET", "/settings/provider").json()["key_set"]


def test_a_try_of_what_is_saved_and_its_failure(
    client: Client, model: ModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    put(client, base_url=model.base_url, model="small", api_key=KEY)
    assert client.call("POST", "/settings/provider/test", json={}).json()["ok"]
    model.always(fault.status(401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}))
    answer = client.call("POST", "/settings/provider/test", json={})
    outcome = answer.json()
    assert (answer.status_code, outcome["ok"], outcome["problem"]["type"]) == (200, False, "key-rejected")
    assert KEY not in answer.text + caplog.text
    assert len(model.chats) == 2, "no second try"


def test_a_try_without_any_provider_says_so(client: Client) -> None:
    answer = client.call("POST", "/settings/provider/test", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "no-engine")


def test_a_saved_key_is_not_tried_at_another_address(client: Client, model: ModelServer) -> None:
    put(client, base_url="https://models.example.org/v1", model="m", api_key=KEY)
    values = {"base_url": model.base_url, "model": "small"}
    client.call("POST", "/settings/provider/test", json=values)
    client.call("POST", "/settings/provider/models", json=values)
    assert len(model.requests) == 2
    assert KEY not in json.dumps([request.headers for request in model.requests])


def test_the_providers_models_are_listed(client: Client, model: ModelServer) -> None:
    answer = client.call("POST", "/settings/provider/models", json={"base_url": model.base_url})
    assert answer.json() == {"models": ["large", "small"]}
    model.models_answer = fault.status(404)
    refused = client.call("POST", "/settings/provider/models", json={"base_url": model.base_url})
    assert (refused.status_code, refused.headers["content-type"]) == (502, "application/problem+json")


def test_presets_and_the_servers_of_this_machine(client: Client, model: ModelServer) -> None:
    answer = client.call("GET", "/providers").json()
    names = [preset["name"] for preset in answer["presets"]]
    assert names[0] == "openai"
    assert {"deepseek", "dashscope", "ollama", "lmstudio", "llamacpp", "vllm"} <= set(names)
    assert [server["base_url"] for server in answer["found"]] == [model.base_url]
    assert [entry["id"] for entry in answer["found"][0]["models"]] == ["small", "large"]


def test_the_readers_language(client: Client) -> None:
    assert client.call("PUT", "/settings/reader", json={"lang": "ja"}).json() == {"lang": "ja"}
    assert client.call("GET", "/status").json()["lang"] == "ja"
    assert client.call("PUT", "/settings/reader", json={"lang": "tlh"}).status_code == 422
    assert client.call("GET", "/settings/reader").json() == {"lang": "ja"}
