"""The library over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from papergloss.config import Config
from papergloss.errors import StoreCorrupt
from papergloss.jobs.assembly import assemble
from papergloss.web.damaged import damaged_app
from papergloss.web.serve import listen
from support.backend import Client, close_server, free_port, paired, running_server
from support.library import Shelves, card

OLD = "hep-th/9901001"


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    """A server with two papers."""
    with running_server(home, Shelves.run) as made, paired(made) as client:
        Shelves(made).save(card(), card(OLD, "Old <Strings>", categories=["hep-th"], year=1999))
        yield client


def call(client: Client, method: str, path: str, status: int = 200, **more: Any) -> Any:
    answer = client.call(method, f"/library{path}", **more)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


def test_papers_are_listed_searched_and_shown(client: Client) -> None:
    assert call(client, "GET", "/papers")["total"] == 2
    found = call(client, "GET", "/papers", params={"q": "str"})["papers"]
    assert [paper["id"] for paper in found] == [OLD]
    assert found[0]["marks"]["title"] == [
        {"text": "Old <", "hit": False},
        {"text": "Str", "hit": True},
        {"text": "ings>", "hit": False},
    ]
    view = call(client, "GET", f"/papers/{OLD}")
    assert (view["metadata"]["title"], len(view["cards"])) == ("Old <Strings>", 1)
    grouped = call(client, "GET", "/papers", params={"group": "category"})
    assert grouped["groups"] == [{"key": "cs.CL", "count": 1}, {"key": "hep-th", "count": 1}]
    assert call(client, "GET", "/papers", 422, params={"q": "is:nothing"})["type"] == "bad-input"


def test_a_paper_is_changed_trashed_and_restored(client: Client) -> None:
    body = {"starred": True, "state": "read", "add_tags": ["физика"]}
    changed = call(client, "PATCH", f"/papers/{OLD}", json=body)
    assert (changed["starred"], changed["tags"][0]["name"]) == (True, "физика")
    late = call(client, "PATCH", f"/papers/{OLD}", 409, json={"state": "dropped", "based_on": 1})
    assert (late["current"]["state"], late["yours"], late["type"]) == (
        "read",
        {"state": "dropped"},
        "conflict",
    )
    undo = call(client, "DELETE", f"/papers/{OLD}")["undo"]
    assert call(client, "GET", "/papers", params={"trash": True})["papers"][0]["id"] == OLD
    assert call(client, "POST", "/undo", json={"undo": undo})["count"] == 1
    call(client, "DELETE", f"/papers/{OLD}")
    assert call(client, "POST", f"/papers/{OLD}/restore")["trashed_at"] is None


def test_tags_notes_collections_and_history(client: Client) -> None:
    call(client, "POST", "/bulk", json={"q": "", "add_tags": ["a", "b"]})
    tags = call(client, "GET", "/tags")["tags"]
    assert [(tag["name"], tag["count"]) for tag in tags] == [("a", 2), ("b", 2)]
    call(client, "PATCH", f"/tags/{tags[0]['id']}", json={"name": "A!", "colour": "#aabbcc"})
    call(client, "POST", "/tags/merge", json={"tags": [tags[1]["id"]], "into": tags[0]["id"]})
    assert call(client, "GET", "/tags")["tags"] == [
        {"id": tags[0]["id"], "name": "A!", "colour": "#aabbcc", "count": 2}
    ]
    note = call(client, "POST", f"/papers/{OLD}/notes", json={"body": "See $E=mc^2$.", "passage": 3})
    again = call(client, "PATCH", f"/notes/{note['id']}", json={"body": "Wrong.", "based_on": 1})
    assert again["revision"] == 2
    call(client, "PATCH", f"/notes/{note['id']}", 409, json={"body": "Late.", "based_on": 1})
    assert call(client, "GET", "/papers", params={"q": "wrong has:note"})["total"] == 1
    shelf = call(client, "POST", "/collections", json={"name": "Thesis"})
    call(client, "POST", "/bulk", json={"ids": [OLD], "add_to": shelf["id"]})
    assert call(client, "GET", "/papers", params={"collection": shelf["id"]})["papers"][0]["id"] == OLD
    call(client, "POST", f"/papers/{OLD}/opened", 204)
    kinds = [entry["kind"] for entry in call(client, "GET", "/history", params={"paper": OLD})["entries"]]
    assert kinds == ["opened", "glossed"]


def test_backups_are_made_looked_into_and_restored(client: Client) -> None:
    made = call(client, "POST", "/backups")
    call(client, "DELETE", f"/papers/{OLD}")
    preview = call(client, "GET", f"/backups/{made['name']}")
    assert (preview["papers"], preview["back"], preview["gone_count"]) == (2, ["Old <Strings>"], 0)
    call(client, "POST", f"/backups/{made['name']}/restore", 204)
    assert call(client, "GET", "/papers")["total"] == 2
    reasons = [one["reason"] for one in call(client, "GET", "/backups")["backups"]]
    assert sorted(reasons) == ["asked", "before-restore"]
    call(client, "DELETE", f"/backups/{made['name']}", 204)
    call(client, "GET", "/backups/..%2Fpapergloss.sqlite3", 404)


def test_deleting_for_ever_wants_to_know_what(client: Client) -> None:
    call(client, "POST", "/erase", 422, json={})
    call(client, "POST", "/erase", 422, json={"trash": True, "everything": True})
    assert call(client, "POST", "/erase", json={"paper": OLD}) == {"count": 1, "undo": None}
    call(client, "GET", f"/papers/{OLD}", 404)
    assert call(client, "POST", "/erase", json={"everything": True, "backups": True})["count"] == 1
    assert client.call("GET", "/cards").json()["total"] == 0


def test_two_cards_are_compared(client: Client) -> None:
    cards = client.call("GET", "/cards").json()["cards"]
    one = next(card["id"] for card in cards if card["paper"] == "2503.20680v1")
    other = next(card["id"] for card in cards if card["paper"] != "2503.20680v1")
    same = call(client, "GET", "/compare", params={"left": one, "right": one})
    assert {row["state"] for part in same["parts"] for row in part["rows"]} == {"same"}
    assert (
        "two papers" in call(client, "GET", "/compare", 422, params={"left": one, "right": other})["detail"]
    )


def test_a_damaged_database_is_told_to_whoever_asks(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "papergloss.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    config = Config(home=home, port=free_port())
    with pytest.raises(StoreCorrupt) as caught:
        assemble(config)
    server = listen(config, damaged_app(config, caught.value))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        base = f"http://127.0.0.1:{config.port}/api/v1"
        assert httpx.get(f"{base}/health").json()["name"] == "papergloss"
        told = httpx.get(f"{base}/library/papers")
        assert (told.status_code, told.json()["type"]) == (500, "store-corrupt")
        assert "restore --latest" in told.json()["hint"]
        assert httpx.get(f"{base}/status", headers={"Host": "evil.example"}).status_code == 403
    finally:
        close_server(server, thread)
