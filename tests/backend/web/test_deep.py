"""A deep read over HTTP: streamed, tried again in part, saved as a page, refused without a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from papergloss.gloss import pipeline
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, served
from support.model_faults import status
from support.model_server import Exchange, ModelServer

PAPER = SmallPaper("2503.20680", "A Careful Reader", abstract="The reader reads a column. It is quick.")
ASK = {"paper": PAPER.id, "lang": "zh", "kind": "deep"}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def client(home: Path, model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("OPENAI_BASE_URL", model.base_url)
    monkeypatch.setenv("PAPERGLOSS_MODEL", "scripted")
    with ArxivServer() as site:
        site.add(replace(PAPER, pdf=pdfs.paper()))
        with served(home, pipeline.run, arxiv_url=site.url, arxiv_api_url=site.api_url) as reader:
            provider = reader.call("GET", "/status").json()["engine"]["provider"]
            reader.call("PUT", "/consents", json={"provider": provider})
            yield reader


def test_a_section_that_failed_is_tried_again_alone_and_the_whole_is_saved(
    client: Client, model: ModelServer
) -> None:
    def refuse_limits(exchange: Exchange) -> None:
        if "Write the section LIMITS" in exchange.request.prompt:
            status(401)(exchange)
        else:
            exchange.say(model.answer(exchange.request))

    model.always(refuse_limits)
    job = client.call("POST", "/glosses", json=ASK).json()["job"]
    events = list(client.events(job["id"]))
    drafts = {event["path"] for _, event in events if event["type"] == "delta"}
    assert {"deep/motivation/draft", "deep/method/draft"} <= drafts
    done = events[-1][1]
    assert done["state"] == "partial"

    model.always(None)
    before = len(model.chats)
    assert client.call("POST", f"/jobs/{job['id']}/stages/limits/retry").status_code == 200
    done = list(client.events(job["id"]))[-1][1]
    assert done["state"] == "done"
    assert all("Write the section LIMITS" in chat.prompt for chat in model.chats[before:])

    card = client.call("GET", f"/cards/{done['card_id']}").json()
    names = [section["name"] for section in card["deep"]["sections"]]
    assert names[:5] == ["motivation", "prior_work", "method", "experiments", "limits"]
    page = client.call("GET", f"/cards/{done['card_id']}/page")
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["content-disposition"] == "attachment"
    assert "<script" not in page.text
    assert client.call("GET", f"/cards/{done['card_id']}/markdown").text.count("\n### ") >= 6
    passage = card["deep"]["lede"]["evidence"][0]["passage"]
    crop = client.call("GET", f"/cards/{done['card_id']}/evidence/{passage}.webp")
    assert crop.headers["content-type"] == "image/webp"
    assert client.call("POST", "/glosses", json=ASK).json()["card"]["id"] == done["card_id"]


def test_a_card_stands_for_its_paper_before_a_deep_read(client: Client) -> None:
    for kind in ("card", "deep"):
        job = client.call("POST", "/glosses", json={**ASK, "kind": kind}).json()["job"]
        ended = list(client.events(job["id"]))[-1][1]
    paper = client.call("GET", f"/library/papers/{PAPER.id}").json()
    assert paper["card_id"] != ended["card_id"]
    assert client.call("GET", f"/cards/{paper['card_id']}").json()["key"]["kind"] == "card"
    assert paper["title_target"]
    assert client.call("GET", f"/cards/{paper['card_id']}/page").status_code == 422


def test_without_a_model_it_is_refused(client: Client) -> None:
    refused = client.call("POST", "/glosses", json={**ASK, "engine": "extractive"})
    assert (refused.status_code, refused.json()["type"]) == (409, "no-engine")
    assert "written by a model" in refused.json()["detail"]
