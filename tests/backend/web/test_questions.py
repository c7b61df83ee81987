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
from support.model_gate import Gate
from support.model_server import ModelServer

PAPER = SmallPaper("2503.20680", "A Careful Reader", abstract="The reader reads a column. It is quick.")
OTHER = SmallPaper("2503.20681", "Another Reader", abstract="It reads aloud to 42 people. It is slow.")
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
        site.add(replace(PAPER, pdf=pdfs.paper()), OTHER)
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


@pytest.fixture
def two(settings: dict[str, str], client: Client) -> list[str]:
    """Two papers of the library, one of them read."""
    consent(client)
    list(client.events(client.gloss()["job"]["id"]))
    list(client.events(client.gloss(paper=OTHER.id, engine="extractive")["job"]["id"]))
    return ["2503.20680", OTHER.id]


def test_several_papers_are_compared_and_the_answer_kept_with_each(
    client: Client, two: list[str], model: ModelServer
) -> None:
    place = "/questions?" + "&".join(f"paper={paper}" for paper in two)
    before = client.call("GET", f"{place}&lang=de").json()
    assert [paper["title"] for paper in before["papers"]] == ["A Careful Reader", "Another Reader"]
    assert before["questions"] == []
    assert "Arbeiten" in before["suggestions"][0]
    card = answered(client, "Which column is read?", paper=None, papers=two)
    assert card["question"]["answered"] == "yes"
    assert "<<<PAPER 2" in model.chats[-1].prompt
    evidence = card["question"]["claims"][0]["evidence"][0]
    assert evidence["paper"] == "2503.20680v1"
    crop = f"/cards/{card['id']}/evidence/{evidence['passage']}.webp"
    assert client.call("GET", f"{crop}?paper={evidence['paper']}").status_code == 200
    assert client.call("GET", crop).status_code == 404
    [kept] = client.call("GET", place).json()["questions"]
    assert kept["card_id"] == card["id"]
    for paper in two:
        view = client.call("GET", f"/library/papers/{paper}").json()
        assert [saying["text"] for saying in view["sayings"]] == ["Which column is read?"]
        assert view["title"] in ("A Careful Reader", "Another Reader")
        assert listed(client, {"id": view["cards"][0]["id"]})["questions"] == []
    assert client.call("GET", "/library/papers").json()["total"] == 2
    follow = answered(client, "And then?", paper=None, papers=two, follows=card["id"])
    assert follow["question"]["follows"] == card["id"]


@pytest.mark.parametrize("several", [False, True])
def test_who_comes_back_finds_the_question_that_is_being_answered(
    client: Client, two: list[str], model: ModelServer, *, several: bool
) -> None:
    before = answered(client, WEATHER)
    about = {"paper": None, "papers": two} if several else {"follows": before["id"]}
    gate = Gate()
    model.always(gate)
    job = ask(client, "Which column is read?", **about)["job"]
    places = [f"/cards/{before['id']}/questions", "/questions?paper=" + "&paper=".join(two[::-1])]
    alone, together = (client.call("GET", place).json()["running"] for place in places)
    running, other = (together, alone) if several else (alone, together)
    assert running["job"]["id"] == job["id"]
    assert (running["question"], running["follows"]) == ("Which column is read?", about.get("follows"))
    assert other is None
    gate.open()
    list(client.events(job["id"]))
    assert [client.call("GET", place).json()["running"] for place in places] == [None, None]


def test_what_cannot_be_compared_says_so(client: Client, two: list[str]) -> None:
    for papers in ([], two[:1], [two[0]] * 2):
        assert ask(client, "Why?", 422, paper=None, papers=papers)["type"] == "bad-input"
    assert ask(client, "Why?", 422, papers=two)["type"] == "bad-input"
    assert ask(client, "Why?", 404, paper=None, papers=[two[0], "1234.56789"])["type"] == "not-found"
    assert ask(client, "Why?", 422, paper=None, papers=["x"] * 6)["type"] == "bad-input"


def test_nothing_is_left_of_what_is_erased(client: Client, two: list[str]) -> None:
    one = answered(client, WEATHER)
    both = answered(client, WEATHER, paper=None, papers=two)
    [kept] = listed(client, one)["questions"]
    client.call("DELETE", f"/library/sayings/{kept['id']}")
    assert client.call("GET", f"/cards/{one['id']}").status_code == 200
    client.call("POST", "/library/erase", json={"trash": True})
    assert client.call("GET", f"/cards/{one['id']}").status_code == 404
    assert client.call("GET", f"/cards/{both['id']}").status_code == 200
    client.call("POST", "/library/erase", json={"paper": two[1]})
    assert client.call("GET", f"/cards/{both['id']}").status_code == 404
    assert client.call("GET", f"/library/papers/{two[0]}").json()["sayings"] == []
