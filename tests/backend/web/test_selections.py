"""Selections over HTTP: asked for, streamed, stored, kept with their paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from papergloss.gloss import pipeline
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, paired, running_server
from support.model_server import ModelServer
from support.provider import connect

TEXT = "We read $x_1$ papers in the margin. It works."
ABSTRACT = "The margin reader helps. Every margin reader is quick, and each margin reader is kind."


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def client(home: Path, model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    connect(model, monkeypatch)
    with ArxivServer() as site:
        site.add(SmallPaper("2503.20680", "A Careful Reader", abstract=ABSTRACT))
        settings = {"arxiv_url": site.url, "arxiv_api_url": site.api_url}
        with running_server(home, pipeline.run, **settings) as made, paired(made) as client:
            yield client


def select(client: Client, status: int = 200, **more: Any) -> dict[str, Any]:
    asked = {"paper": "2503.20680", "text": TEXT, "lang": "zh", "title": "A Careful Reader", **more}
    answer = client.call("POST", "/selections", json=asked)
    assert answer.status_code == status, answer.text
    return dict(answer.json())


def consent(client: Client) -> None:
    provider = client.call("GET", "/status").json()["engine"]["provider"]
    client.call("PUT", "/consents", json={"provider": provider})


def card_of(client: Client, made: dict[str, Any]) -> dict[str, Any]:
    *_, (_, done) = client.events(made["job"]["id"])
    return dict(client.call("GET", f"/cards/{done['card_id']}").json())


def test_nothing_leaves_before_the_reader_has_agreed(client: Client, model: ModelServer) -> None:
    assert select(client, 409)["type"] == "consent-needed"
    assert model.chats == []


def test_a_selection_is_answered_once_and_lists_no_paper(client: Client, model: ModelServer) -> None:
    consent(client)
    card = card_of(client, select(client))
    assert [s["state"] for s in card["selection"]["sentences"]] == ["ok", "ok"]
    assert "$x_1$" in card["selection"]["sentences"][0]["target"]
    assert card["key"]["paper"] == "2503.20680v1"
    asked = len(model.chats)
    assert select(client)["card"] == card
    assert len(model.chats) == asked
    assert client.call("GET", "/cards").json()["total"] == 0
    assert client.call("GET", "/library/papers").json()["total"] == 0
    assert select(client, task="explain")["job"]


def test_it_is_kept_with_its_paper_once(client: Client) -> None:
    consent(client)
    card = card_of(client, select(client))
    kept = client.call("POST", f"/selections/{card['id']}/keep").json()
    again = client.call("POST", f"/selections/{card['id']}/keep").json()
    assert (kept["id"], kept["text"], kept["answer"]) == (again["id"], TEXT, card["selection"])
    paper = client.call("GET", "/library/papers/2503.20680").json()
    assert [saying["id"] for saying in paper["sayings"]] == [kept["id"]]
    assert paper["title"] == "A Careful Reader"
    client.call("DELETE", f"/library/sayings/{kept['id']}")
    client.call("POST", f"/selections/{card['id']}/keep")
    assert len(client.call("GET", "/library/papers/2503.20680").json()["sayings"]) == 1


def test_a_page_about_no_paper_has_an_answer_and_no_place_to_keep_it(client: Client) -> None:
    consent(client)
    card = card_of(client, select(client, paper=None, title="Some blog"))
    assert (card["metadata"]["source"], card["metadata"]["title"]) == ("page", "Some blog")
    assert client.call("POST", f"/selections/{card['id']}/keep").status_code == 422
    assert select(client, paper=None, title="Some blog")["card"] == card
    assert select(client, paper=None, title="Another")["job"]


def test_the_terms_of_the_papers_card_are_used(client: Client, model: ModelServer) -> None:
    consent(client)
    job = client.gloss()["job"]
    list(client.events(job["id"]))
    [paper] = client.call("GET", "/cards").json()["cards"]
    glossary = client.call("GET", f"/cards/{paper['id']}").json()["translation"]["glossary"]
    term = next(term for term in glossary if term["origin"] == "paper")
    card_of(client, select(client, text=f"We like the {term['source']} very much."))
    assert f"{term['source']} = {term['target']}" in model.chats[-1].prompt


def test_what_is_too_long_says_how_long(client: Client) -> None:
    consent(client)
    problem = select(client, 422, text="word " * 1000)
    assert (problem["type"], "5000" in problem["detail"]) == ("bad-input", True)
    assert select(client, 422, text="")["type"] == "bad-input"
