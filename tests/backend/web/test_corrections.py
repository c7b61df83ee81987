"""What the reader puts right on a card stays with it, and the card's own words stay reachable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.backend import Client, paired, running_server
from support.small_pipeline import SmallPipeline

PAPER = {"paper": "2503.20680", "lang": "zh", "engine": "extractive"}


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    """A server with one card on it."""
    with running_server(home, SmallPipeline()) as made, paired(made) as client:
        job = client.call("POST", "/glosses", json=PAPER).json()["job"]
        list(made.jobs.events(job["id"]))
        yield client


def stored(client: Client) -> dict[str, Any]:
    return client.call("POST", "/glosses", json=PAPER).json()["card"]


def put(client: Client, part: str, text: str | None, *wrong: int, status: int = 200) -> Any:
    path = f"/cards/{stored(client)['id']}/corrections"
    answer = client.call("PUT", path, json={"part": part, "text": text, "wrong_evidence": wrong})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_corrected_claim_is_exported_and_found_and_taken_back(client: Client) -> None:
    card = put(client, "takeaways/0", "It works on Tuesdays.", 3)
    assert card["takeaways"][0]["text"] == "It works."
    (correction,) = card["corrections"]
    assert (correction["original"], correction["text"]) == ("It works.", "It works on Tuesdays.")
    assert correction["wrong_evidence"] == [3]
    assert stored(client)["corrections"] == card["corrections"]

    markdown = client.call("GET", f"/cards/{card['id']}/markdown").text
    assert "It works on Tuesdays." in markdown
    assert "读者已更正" in markdown
    found = client.call("GET", "/library/papers", params={"q": "tuesdays"}).json()
    assert found["total"] == 1

    assert put(client, "takeaways/0", None)["corrections"] == []
    assert "Tuesdays" not in client.call("GET", f"/cards/{card['id']}/markdown").text


def test_a_corrected_title_is_the_title_in_the_list(client: Client) -> None:
    put(client, "translation/title", "仔细的读者")
    assert client.call("GET", "/cards").json()["cards"][0]["title_target"] == "仔细的读者"


def test_a_stage_that_runs_again_keeps_what_still_fits(client: Client) -> None:
    card = put(client, "takeaways/0", "It works on Tuesdays.")
    job = next(job for job in client.call("GET", "/jobs").json()["jobs"] if job["card_id"] == card["id"])
    client.call("POST", f"/jobs/{job['id']}/stages/summary/retry").raise_for_status()
    client.call("GET", f"/jobs/{job['id']}/events").raise_for_status()
    assert [known["text"] for known in stored(client)["corrections"]] == ["It works on Tuesdays."]


@pytest.mark.parametrize("part", ["takeaways/9", "translation/sentences/7", "figures/0", "metadata/title"])
def test_there_must_be_such_a_place(client: Client, part: str) -> None:
    assert put(client, part, "Other words.", status=404)["type"] == "not-found"


def test_bibtex_is_made_from_the_metadata(client: Client) -> None:
    answer = client.call("GET", f"/cards/{stored(client)['id']}/bibtex")
    assert answer.headers["content-type"].startswith("application/x-bibtex")
    assert "eprint = {2503.20680}" in answer.text


def test_the_usual_time_of_each_stage_is_told(client: Client) -> None:
    seconds = client.call("GET", "/stages/durations").json()["seconds"]
    assert set(seconds) == {"metadata", "translation", "reading", "summary"}
    assert all(taken >= 0 for taken in seconds.values())
