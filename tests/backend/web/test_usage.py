"""What models cost, over HTTP: the report, the cap, and an estimate beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.gloss.pipeline import run
from support import pdfs
from support.backend import Client, backend, paired, running_server
from support.model_server import ModelServer
from support.provider import provider_with_prices

PRICES = (
    '[[models]]\nmatch = "scripted"\nprice_in = 2.0\nprice_cached = 0.5\nprice_out = 8.0\ncurrency = "CNY"\n'
)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[ModelServer]:
    with provider_with_prices(home, monkeypatch, PRICES) as running:
        yield running


@pytest.fixture
def served_paper(model: ModelServer, home: Path, tmp_path: Path) -> Iterator[tuple[Client, str]]:
    with running_server(home, run) as house, paired(house) as client:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdfs.paper())
        provider = house.provider.needed()
        house.provider.consent(provider.base_url.split("/")[2])
        yield client, house.asking.file(path)[0]


def made(client: Client, paper: str, lang: str = "zh") -> dict[str, object]:
    job = client.gloss(paper, lang=lang)["job"]
    last = list(client.events(job["id"]))[-1][1]
    return dict(client.call("GET", f"/cards/{last['card_id']}").json())


def test_an_estimate_holds_what_a_card_then_costs(
    served_paper: tuple[Client, str], model: ModelServer
) -> None:
    client, paper = served_paper
    ask = {"papers": [paper, "2503.20680"], "lang": "zh"}
    before = client.call("POST", "/estimates", json=ask).json()
    assert model.chats == [], "an estimate asks nobody"
    assert (before["papers"], before["known"], before["currency"]) == (2, 0, "CNY")
    assert 0 < before["cost"][0] < before["cost"][1]
    made(client, paper)
    known = client.call("POST", "/estimates", json={"papers": [paper], "lang": "de"}).json()
    assert (known["papers"], known["known"]) == (1, 1)
    again = client.call("POST", "/estimates", json=ask).json()
    assert again["papers"] == 1, "what is in the library costs nothing"
    card = made(client, paper, "de")
    spent = card["provenance"]
    assert isinstance(spent, dict)
    assert spent["tokens_in"] <= known["tokens_in"][1]
    assert spent["cost"] <= known["cost"][1]


def test_the_report_and_the_cap(served_paper: tuple[Client, str]) -> None:
    client, paper = served_paper
    card = made(client, paper)
    report = client.call("GET", "/usage").json()
    assert report["cap"] is None
    assert report["rows"][0]["model"] == "scripted"
    provenance = card["provenance"]
    assert isinstance(provenance, dict)
    assert report["spent"] == pytest.approx(provenance["cost"])
    assert client.call("GET", "/usage", params={"month": "1999-01"}).json()["rows"] == []
    assert client.call("GET", "/usage", params={"month": "1999-1"}).status_code == 422
    assert client.call("PUT", "/usage/cap", json={"amount": 0.001}).json()["cap"] == 0.001
    stopped = made(client, paper, "ja")
    problems = stopped["problems"]
    assert isinstance(problems, list)
    assert {problem["type"] for problem in problems} == {"cap-reached"}
    assert all("--cap" in problem["hint"] for problem in problems)
    left = client.call("POST", "/estimates", json={"papers": ["2503.20680"]}).json()["left"]
    assert left is not None
    assert left <= 0.001
    assert client.call("PUT", "/usage/cap", json={"amount": None}).json()["cap"] is None
    assert client.call("PUT", "/usage/cap", json={"amount": -1}).status_code == 422


def test_without_a_model_nothing_costs_anything(home: Path) -> None:
    with backend(home, run) as made:
        found = made.estimates.estimate(["2503.20680"])
    assert (found.calls_model, found.cost) == (False, None)
