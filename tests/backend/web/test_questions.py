"""Questions over HTTP: asked for, streamed, stored, kept with their paper, followed up, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from papergloss.gloss import pipeline
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, paired, running_server
from support.model_server import ModelServer

PAPER = SmallPaper("2503.20680", "A Careful Reader", abstract="The reader reads a column. It is quick.")
WEATHER = "How is the weather?"


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def settings(model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    monkeypatch.setenv("OPENAI_BASE_URL", model.base_url)
    monkeypatch.setenv("PAPERGLOSS_MODEL", "scripted")
    with ArxivServer() as site:
        site.add(replace(PAPER, pdf=pdfs.paper()))
        yield {"arxiv_url": site.url, "arxiv_api_url": site.api_url}


@pytest.fixture
def client(home: Path, settings: dict[str, str]) -> Iterator[Client]:
    with running_server(home, pipeline.run, **settings) as made, paired(made) as client:
        yield client


def ask(client: Client, question: str, status: int = 200, **more: Any) -> dict[str, Any]:
    asked = {"paper": "2503.20680v1", "question": question, "lang": "zh", **more}
    answer = client.call("POST", "/questions", json=asked)
    assert answer.status_code == status, answer.text
    return dict(answer.json())


def consent(client: Client) -> None:
    provider = client.call("GET", "/status").json()["engine"]["provider"]
    client.call("PUT", "/consents", json={"provider": provider})


def answered(client: Client, question: str, **more: Any) -> dict[str, Any]:
    *_, (_, done) = client.events(ask(client, question, **more)["job"]["id"])
    return dict(client.call("GET", f"/cards/{done['card_id']}").json())


def listed(client: Client, card: dict[str, Any]) -> dict[str, Any]:
    return dict(client.call("GET", f"/cards/{card['id']}/questions").json())


def test_nothing_leaves_before_the_reader_has_agreed(client: Client, model: ModelServer) -> None:
    assert ask(client, "Why?", 409)["type"] == "consent-needed"
    assert model.chats == []


def test_an_answer_is_kept_with_its_paper_and_asked_for_once(client: Client, model: ModelServer) -> None:
    consent(client)
    card = answered(client, "Which column is read first?")
    question = card["question"]
    assert (card["state"], question["answered"]) == ("done", "yes")
    assert {claim["check"]["status"] for claim in question["claims"]} <= {"supported", "unchecked"}
    passage = question["claims"][0]["evidence"][0]["passage"]
    crop = client.call("GET", f"/cards/{card['id']}/evidence/{passage}.webp")
    assert crop.headers["content-type"] == "image/webp"
    asked = len(model.chats)
    assert ask(client, "Which column is read first?")["card"] == card
    assert len(model.chats) == asked
    [kept] = listed(client, card)["questions"]
    assert (kept["card_id"], kept["question"], kept["lang"]) == (card["id"], question, "zh-CN")
    paper = client.call("GET", "/library/papers/2503.20680").json()
    assert [(saying["kind"], saying["text"]) for saying in paper["sayings"]] == [
        ("question", "Which column is read first?")
    ]
    assert client.call("GET", "/cards").json()["total"] == 0


def test_a_follow_up_carries_what_was_said(client: Client, model: ModelServer) -> None:
    consent(client)
    first = answered(client, "Which column is read first?")
    second = answered(client, "And then?", follows=first["id"])
    assert second["question"]["follows"] == first["id"]
    sent = model.chats[-1].body["messages"]
    assert [message["role"] for message in sent] == ["system", "user", "assistant", "user"]
    assert first["question"]["claims"][0]["text"] in sent[2]["content"]
    assert [kept["question"]["text"] for kept in listed(client, first)["questions"]] == [
        "Which column is read first?",
        "And then?",
    ]
    assert ask(client, "And then?")["job"], "alone it is another question"
    assert ask(client, "And then?", 404, follows="0" * 16 + "-1")["type"] == "not-found"


def test_what_the_paper_does_not_say_is_kept_too(client: Client) -> None:
    consent(client)
    card = answered(client, WEATHER)
    assert card["question"]["answered"] == "no"
    assert card["question"]["missing"]
    assert len(listed(client, card)["questions"]) == 1


def test_deleting_can_be_taken_back_and_asking_again_brings_it_back(client: Client) -> None:
    consent(client)
    card = answered(client, WEATHER)
    [kept] = listed(client, card)["questions"]
    undo = client.call("DELETE", f"/library/sayings/{kept['id']}").json()["undo"]
    assert listed(client, card)["questions"] == []
    client.call("POST", "/library/undo", json={"undo": undo})
    assert listed(client, card)["questions"] == [kept]
    client.call("DELETE", f"/library/sayings/{kept['id']}")
    assert ask(client, WEATHER)["card"] == card
    assert listed(client, card)["questions"] == [kept]


def test_asked_anew_it_keeps_its_place(client: Client, model: ModelServer) -> None:
    consent(client)
    card = answered(client, WEATHER)
    answered(client, "Which column is read first?")
    before = len(model.chats)
    anew = answered(client, WEATHER, regenerate=True)
    assert len(model.chats) == before + 1
    assert listed(client, card)["questions"][0]["card_id"] == anew["id"]
    assert anew["revision"] == 2


def test_questions_are_suggested_from_the_card(client: Client, model: ModelServer) -> None:
    consent(client)
    job = client.gloss()["job"]
    *_, (_, done) = client.events(job["id"])
    before = len(model.chats)
    suggested = client.call("GET", f"/cards/{done['card_id']}/questions").json()["suggestions"]
    assert len(suggested) == 3
    assert len(model.chats) == before
    answered(client, suggested[0])
    left = client.call("GET", f"/cards/{done['card_id']}/questions").json()["suggestions"]
    assert suggested[0] not in left


def test_the_prompt_begins_with_the_bytes_that_the_card_was_made_from(
    client: Client, model: ModelServer
) -> None:
    consent(client)
    list(client.events(client.gloss()["job"]["id"]))
    glossed = next(chat.body["messages"] for chat in model.chats if "TAKEAWAYS" in chat.prompt)
    answered(client, "Which column is read first?")
    asked = model.chats[-1].body["messages"]
    assert asked[0] == glossed[0]
    paper, *_ = glossed[1]["content"].split("\n\nThe paper ends here")
    assert asked[1]["content"].startswith(paper)


def test_what_is_too_long_or_empty_says_so(client: Client) -> None:
    consent(client)
    assert ask(client, "x" * 1001, 422)["type"] == "bad-input"
    assert ask(client, " ", 422)["type"] == "bad-input"
    assert client.call("GET", "/cards/nothing-1/questions").status_code == 404


def test_without_a_model_the_passages_are_searched(client: Client, model: ModelServer) -> None:
    card = answered(client, "Which column is read first?", engine="extractive")
    assert card["question"]["answered"] == "searched"
    assert card["question"]["claims"]
    assert {e["found_by"] for claim in card["question"]["claims"] for e in claim["evidence"]} == {"search"}
    assert model.chats == []
