"""The library over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.backend import Client, paired, running_server
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
