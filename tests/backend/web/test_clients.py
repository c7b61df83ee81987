"""Paired browsers: who they are, and what taking a token away does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.jobs.assembly import assemble
from support.backend import ORIGIN, Client, served
from support.small_pipeline import SmallPipeline


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    with served(home, SmallPipeline()) as paired:
        yield paired


def paired_anew(client: Client, home: Path, name: str) -> Client:
    other = assemble(Config(home=home))
    body = {"secret": other.pairing.new_secret(), "client": name}
    other.close()
    answer = client.http.post(f"{client.base}/pair", json=body, headers={"Origin": ORIGIN})
    return Client(client.port, client.http, answer.json()["token"])


def test_each_browser_sees_itself_among_the_others(client: Client, home: Path) -> None:
    second = paired_anew(client, home, "Firefox")
    seen = second.call("GET", "/clients").json()["clients"]
    assert [(one["name"], one["current"]) for one in seen] == [("", False), ("Firefox", True)]
    assert seen[0]["origin"] == ORIGIN
    assert not any("token" in name for one in seen for name in one)


def test_a_removed_browser_is_answered_no_more(client: Client, home: Path) -> None:
    second = paired_anew(client, home, "Chrome")
    mine = next(one for one in second.call("GET", "/clients").json()["clients"] if one["current"])
    assert client.call("DELETE", f"/clients/{mine['id']}").status_code == 204
    refused = second.call("GET", "/status")
    assert (refused.status_code, refused.json()["type"]) == (401, "not-paired")
    assert client.call("GET", "/status").status_code == 200
    again = client.call("DELETE", f"/clients/{mine['id']}")
    assert (again.status_code, again.json()["type"]) == (404, "not-found")


def test_only_a_paired_browser_may_look(client: Client) -> None:
    assert client.http.get(f"{client.base}/clients").status_code == 401
