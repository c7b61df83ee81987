"""Files out of the library and into it, over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.backend import Client, paired, running_server, served
from support.library import Shelves, card


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    """A server with two papers."""
    with running_server(home, Shelves.run) as made, paired(made) as client:
        Shelves(made).save(card(), card("hep-th/9901001", "Old <Strings>", categories=["hep-th"], year=1999))
        yield client


def export(client: Client, status: int = 200, **query: Any) -> httpx.Response:
    answer = client.call("GET", "/library/export", params=query)
    assert answer.status_code == status, answer.text
    return answer


def send(client: Client, data: bytes, status: int = 200, **query: Any) -> Any:
    headers = {**client.headers, "Content-Type": "application/octet-stream"}
    address = f"{client.base}/library/import"
    answer = client.http.post(address, params=query, content=data, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_all_some_and_found_papers_go_out(client: Client) -> None:
    everything = export(client, format="json")
    assert everything.headers["Content-Disposition"].endswith('.json"')
    assert [paper["id"] for paper in everything.json()["papers"]] == ["2503.20680", "hep-th/9901001"]
    assert export(client, format="bibtex").text.count("@misc{") == 2
    assert export(client, format="bibtex", q="strings").text.count("@misc{") == 1
    assert "9901001" in export(client, format="bibtex", ids=["hep-th/9901001"]).text
    assert export(client, format="bibtex", ids=["2503.20680", "hep-th/9901001"]).text.count("@misc{") == 2
    export(client, 404, format="bibtex", ids=["2401.00001"])
    export(client, 422, format="bibtex", ids=["2503.20680"], q="strings")
    export(client, 422, format="word")


def test_the_key_of_a_paper_is_the_same_everywhere(client: Client) -> None:
    card_id = client.call("GET", "/cards").json()["cards"][0]["id"]
    entry = client.call("GET", f"/cards/{card_id}/bibtex").text
    assert entry.partition(",")[0] in export(client, format="bibtex").text


def test_an_export_comes_back(client: Client, tmp_path: Path) -> None:
    data = export(client, format="json").content
    with served(tmp_path / "other", Shelves.run) as other:
        told = send(other, data, preview=1)
        assert (told["format"], told["new"], told["error"]) == ("json", 2, 0)
        assert other.call("GET", "/library/papers").json()["total"] == 0
        assert send(other, data)["new"] == 2
        assert send(other, data)["there"] == 2
        again = json.loads(export(other, format="json").content)
        assert [paper["cards"] for paper in again["papers"]] == [
            paper["cards"] for paper in json.loads(data)["papers"]
        ]


def test_what_is_no_list_is_refused(client: Client) -> None:
    assert send(client, b'{"papergloss": 1, "papers": [{', status=422)["type"] == "bad-input"
    assert send(client, b"\x00\x01\x02", status=422)["type"] == "bad-input"
    headers = {**client.headers, "Content-Type": "application/json"}
    answer = client.http.post(f"{client.base}/library/import", content=b"{}", headers=headers)
    assert answer.status_code == 415
