"""Nothing goes to a provider before the reader has seen which one it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.backend import served
from support.small_pipeline import SmallPipeline


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OPENAI_BASE_URL", "https://models.example.org/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-geheim")
    monkeypatch.setenv("PAPERGLOSS_MODEL", "some-model")
    return "models.example.org"


def test_a_gloss_waits_for_the_consent(home: Path, provider: str) -> None:
    run = SmallPipeline()
    with served(home, run) as client:
        engine = client.call("GET", "/status").json()["engine"]
        assert (engine["engine"], engine["provider"], engine["model"]) == ("openai", provider, "some-model")
        assert (engine["consented"], engine["local"], engine["key_set"]) == (False, False, True)

        refused = client.call("POST", "/glosses", json={"paper": "2503.20680"})
        assert (refused.status_code, refused.json()["type"]) == (409, "consent-needed")
        assert run.runs == []

        wrong = client.call("PUT", "/consents", json={"provider": "another.example.org"})
        assert wrong.status_code == 409
        assert client.call("PUT", "/consents", json={"provider": provider}).status_code == 204
        assert client.call("GET", "/status").json()["engine"]["consented"]
        job = client.gloss()["job"]
        assert job["key"]["model"] == "some-model"
        assert list(client.events(job["id"]))[-1][1]["state"] == "done"


def test_a_paper_is_glossed_anew_by_another_model_of_the_provider(home: Path, provider: str) -> None:
    anew = {"paper": "2503.20680", "lang": "zh", "model": "other-model", "regenerate": True}
    with served(home, SmallPipeline()) as client:
        assert client.call("POST", "/glosses", json=anew).json()["type"] == "consent-needed"
        client.call("PUT", "/consents", json={"provider": provider})
        list(client.events(client.gloss()["job"]["id"]))
        job = client.call("POST", "/glosses", json=anew).json()["job"]
        assert (job["key"]["engine"], job["key"]["model"]) == ("openai", "other-model")
        list(client.events(job["id"]))
        assert client.gloss(model="other-model")["card"]["key"]["model"] == "other-model"
        assert client.gloss()["card"]["key"]["model"] == "some-model"
        refused = client.call("POST", "/glosses", json={**anew, "engine": "extractive"})
        assert (refused.status_code, refused.json()["type"]) == (422, "bad-input")


def test_without_a_model_no_consent_is_needed(home: Path, provider: str) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss(engine="extractive")["job"]
        assert (job["key"]["engine"], job["key"]["model"]) == ("extractive", "")


def test_a_model_that_is_not_connected_is_not_replaced_in_silence(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        engine = client.call("GET", "/status").json()["engine"]
        assert (engine["engine"], engine["provider"], engine["local"]) == ("extractive", None, True)
        refused = client.call("POST", "/glosses", json={"paper": "2503.20680", "engine": "openai"})
        assert (refused.status_code, refused.json()["type"]) == (409, "no-engine")


def test_an_address_without_a_model_is_told_when_asked(
    home: Path, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAPERGLOSS_MODEL")
    with served(home, SmallPipeline()) as client:
        assert client.call("GET", "/status").json()["engine"]["engine"] == "extractive"
        refused = client.call("POST", "/glosses", json={"paper": "2503.20680"})
        assert (refused.status_code, refused.json()["type"]) == (409, "no-engine")
        assert "PAPERGLOSS_MODEL" in refused.json()["hint"]
        assert client.gloss(engine="extractive")["job"]


def test_no_answer_holds_the_key(home: Path, provider: str) -> None:
    with served(home, SmallPipeline()) as client:
        for path in ("/status", "/jobs", "/cards", "/health"):
            assert "geheim" not in client.call("GET", path).text
