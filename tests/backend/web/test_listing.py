"""A page of papers over HTTP: glossed in one batch, found again by its label, paid for once, not shelved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from papergloss.gloss.pipeline import run
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, paired, running_server
from support.model_server import ModelServer
from support.provider import connect

PAPERS = [f"2501.{n:05}" for n in range(1, 8)]
LABEL = "/list/cs.CL/recent"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as running:
        connect(running, monkeypatch)
        yield running


@pytest.fixture
def client(home: Path, model: ModelServer) -> Iterator[Client]:
    with ArxivServer() as arxiv:
        arxiv.add(*[SmallPaper(paper, title=f"On Small Paper {paper}") for paper in PAPERS])
        with (
            running_server(home, run, arxiv_url=arxiv.url, arxiv_api_url=arxiv.api_url) as house,
            paired(house) as client,
        ):
            host = client.call("GET", "/status").json()["engine"]["provider"]
            client.call("PUT", "/consents", json={"provider": host}).raise_for_status()
            yield client


def started(client: Client, papers: list[str] = PAPERS) -> dict[str, Any]:
    ask = {"papers": papers, "kind": "brief", "lang": "zh", "label": LABEL}
    answer = client.call("POST", "/batches", json=ask)
    answer.raise_for_status()
    return dict(answer.json())


def streamed(client: Client, batch_id: str, after: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    headers = {**client.headers, "Last-Event-ID": str(after)}
    path = f"{client.base}/batches/{batch_id}/events"
    with client.http.stream("GET", path, headers=headers) as answer:
        name = ""
        for line in answer.iter_lines():
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                yield name, json.loads(line[6:])


def test_each_paper_comes_with_its_line_and_is_paid_for_once(client: Client, model: ModelServer) -> None:
    ask = {"papers": PAPERS, "kind": "brief", "lang": "zh"}
    assert client.call("POST", "/estimates", json=ask).json()["papers"] == len(PAPERS)
    events = list(streamed(client, started(client)["id"]))
    cards = [item["card"] for name, item in events if name == "item"]
    assert sorted(card["metadata"]["arxiv_id"] for card in cards) == PAPERS
    assert all(card["summary"][0]["check"]["status"] == "supported" for card in cards)
    assert all(card["translation"]["title"]["target"] for card in cards)
    assert events[-1][0] == "end"
    asked = len(model.chats)
    assert asked == len(PAPERS)

    assert client.call("POST", "/estimates", json=ask).json()["papers"] == 0
    again = list(streamed(client, started(client)["id"]))
    assert [name for name, _ in again] == ["item"] * len(PAPERS) + ["end"]
    assert len(model.chats) == asked, "what is stored costs nothing"


def test_lines_are_no_papers_of_the_library(client: Client) -> None:
    list(streamed(client, started(client)["id"]))
    assert client.call("GET", "/cards").json()["total"] == 0
    assert client.call("GET", "/library/papers").json()["total"] == 0


def test_a_page_finds_its_batch_again_by_its_label(client: Client) -> None:
    first = started(client, PAPERS[:3])
    list(streamed(client, first["id"]))
    found = client.call("GET", "/batches", params={"label": LABEL}).json()["batches"]
    assert [batch["id"] for batch in found] == [first["id"]]
    assert client.call("GET", "/batches", params={"label": "/list/math/new"}).json()["batches"] == []
    assert [item["paper"] for name, item in streamed(client, first["id"], after=2) if name == "item"] != []
