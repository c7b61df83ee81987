"""One paper through the real server: asked for, streamed, saved, listed, opened again, deleted."""

from __future__ import annotations

from pathlib import Path

from papergloss.gloss import fold
from papergloss.gloss.card import Card
from papergloss.gloss.events import EVENT
from support.backend import served
from support.small_pipeline import SmallPipeline


def test_a_paper_is_streamed_saved_and_opened_again(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss()["job"]
        events = list(client.events(job["id"]))
        done = events[-1][1]
        assert (done["type"], done["state"]) == ("done", "done")
        stored = client.call("GET", f"/cards/{done['card_id']}").json()
        assert stored["key"]["paper"] == "2503.20680v2"
        assert stored["translation"]["title"]["target"] == "细心的读者"

        again = client.gloss()
        assert again == {"card": stored, "job": None}
        assert client.gloss("arXiv:2503.20680v2") == again

        listed = client.call("GET", "/cards").json()
        assert [entry["id"] for entry in listed["cards"]] == [done["card_id"]]
        assert listed["cards"][0]["authors"] == ["Ada One", "Ben Two", "Cy Three"]
        assert listed["cards"][0]["author_count"] == 4

        assert client.call("DELETE", f"/cards/{done['card_id']}").status_code == 204
        assert client.call("GET", f"/cards/{done['card_id']}").status_code == 404
        assert client.call("GET", "/jobs").json() == {"jobs": []}


def test_the_events_fold_into_the_saved_card(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss()["job"]
        events = [EVENT.validate_python(event) for _, event in client.events(job["id"])]
        saved = Card.model_validate(client.call("GET", f"/cards/{events[-1].card_id}").json())
        shown = Card(id="", key=saved.key, state="running", provenance=saved.provenance)
        for event in events:
            shown = fold.apply(shown, event)
        assert shown == saved


def test_the_queue_shows_stages_and_title(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss()["job"]
        list(client.events(job["id"]))
        view = client.call("GET", f"/jobs/{job['id']}").json()
        assert view["state"] == "done"
        assert view["title"] == "A Careful Reader"
        states = {stage["name"]: stage["state"] for stage in view["stages"]}
        assert states == {
            "metadata": "done", "translation": "done", "reading": "done", "summary": "done",
            "figures": "waiting",
        }  # fmt: skip
        assert client.call("GET", "/jobs").json()["jobs"] == [view]
