"""The day's papers over HTTP: what is followed, what is announced, what is kept and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from papergloss.gloss.pipeline import run
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault
from support.backend import Client, paired, running_server
from support.oai import announced, last_week

BOTH = SmallPaper("2501.00001", title="Two Homes", versions=2)
DIFFUSION = SmallPaper("2501.00002", title="Diffusion for Everyone")
BY_ADA = SmallPaper("2501.00003", title="A Third", authors=("Ada Lovelace",))
OLD = SmallPaper("2401.00004", title="Older", versions=3)
ELSEWHERE = SmallPaper("2501.00005", title="Nobody Announced This")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "PAPERGLOSS_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.announce("cs.CL", ("replace", OLD), ("cross", BOTH), ("new", DIFFUSION))
        server.announce("cs.LG", ("new", BOTH), ("cross", BY_ADA))
        server.announce("hep-lat")
        server.add(ELSEWHERE)
        yield server


@pytest.fixture
def client(home: Path, arxiv: ArxivServer) -> Iterator[Client]:
    settings = {"arxiv_url": arxiv.url, "arxiv_api_url": arxiv.api_url, "arxiv_feed_url": arxiv.feed_url}
    settings["arxiv_oai_url"] = arxiv.oai_url
    with running_server(home, run, **settings) as house, paired(house) as client:
        yield client


def call(client: Client, method: str, path: str, status: int = 200, **more: Any) -> Any:
    answer: httpx.Response = client.call(method, path, **more)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


def follow(client: Client, *categories: str, **words: list[str]) -> None:
    call(client, "PUT", "/settings/following", json={"categories": categories, **words})


def decide(client: Client, paper: str, decision: str) -> str:
    body = {"paper": paper, "decision": decision}
    return str(call(client, "POST", "/today/decisions", json=body)["undo"])


def states(client: Client) -> dict[str, str | None]:
    return {line["paper"]: line["state"] for line in call(client, "GET", "/today")["papers"]}


def shelf(client: Client, q: str = "") -> list[str]:
    return [paper["id"] for paper in call(client, "GET", "/library/papers", params={"q": q})["papers"]]


def test_nothing_is_followed_at_first_and_arxiv_is_not_asked(client: Client, arxiv: ArxivServer) -> None:
    today = call(client, "GET", "/today")
    assert (today["categories"], today["papers"], today["missing"]) == ([], [], [])
    assert not arxiv.requests


def test_what_is_followed_is_tidied_and_checked(client: Client) -> None:
    follow(client, " cs.CL", "cs.cl", "hep-lat ", keywords=["  large   models", ""], authors=["Ada"])
    assert call(client, "GET", "/settings/following") == {
        "categories": ["cs.cl", "hep-lat"],
        "keywords": ["large models"],
        "authors": ["Ada"],
    }
    for wrong in (["../x"], [f"cs.{a}{b}" for a in "ABCD" for b in "ABCD"]):
        said = call(client, "PUT", "/settings/following", 422, json={"categories": wrong})
        assert said["type"] == "bad-input"


def test_each_announced_paper_once_with_what_is_followed_in_front(client: Client, arxiv: ArxivServer) -> None:
    follow(client, "cs.CL", "cs.LG", keywords=["diffusion", "fusion"], authors=["lovelace"])
    today = call(client, "GET", "/today")
    assert today["date"] == "2026-11-20"
    assert [(line["paper"], line["section"], line["followed"]) for line in today["papers"]] == [
        ("2501.00002v1", "new", ["diffusion"]),
        ("2501.00003v1", "cross", ["lovelace"]),
        ("2501.00001v2", "new", []),
        ("2401.00004v3", "replaced", []),
    ]
    metadata = today["papers"][1]["metadata"]
    assert (metadata["title"], metadata["authors"]) == (BY_ADA.title, ["Ada Lovelace"])
    call(client, "GET", "/today")
    assert len(arxiv.paths("/rss/")) == 2, "a feed is read once in half an hour"


def test_a_feed_that_fails_hides_no_other(client: Client, arxiv: ArxivServer) -> None:
    follow(client, "cs.CL", "cs.LG")
    arxiv.fail("/rss/cs.CL", Fault.status(403))
    today = call(client, "GET", "/today")
    assert [line["paper"] for line in today["papers"]] == ["2501.00001v2", "2501.00003v1"]
    assert [(one["category"], one["problem"]["type"]) for one in today["missing"]] == [
        ("cs.CL", "arxiv-refused")
    ]
    follow(client, "cs.CL")
    arxiv.fail("/rss/cs.CL", Fault.status(403))
    assert call(client, "GET", "/today", 502)["type"] == "arxiv-refused"
    assert len(call(client, "GET", "/today")["papers"]) == 3


def test_a_feed_that_is_late_is_said_to_be(client: Client, arxiv: ArxivServer) -> None:
    feed = httpx.get(f"{arxiv.feed_url}/cs.CL").content
    arxiv.fail("/rss/cs.CL", Fault.status(200, body=feed.replace(b"Fri, 20", b"Thu, 19")))
    follow(client, "cs.CL", "cs.LG", "hep-lat")
    today = call(client, "GET", "/today")
    assert [line["paper"] for line in today["papers"]] == ["2501.00001v2", "2501.00003v1"]
    (late,) = today["missing"]
    assert (late["category"], "2026-11-19" in late["problem"]["detail"]) == ("cs.CL", True)
    again = call(client, "GET", "/today")
    assert (len(again["papers"]), again["missing"]) == (4, [])


def test_an_earlier_day_is_listed_and_a_day_without_papers_is_empty(
    client: Client, arxiv: ArxivServer
) -> None:
    follow(client, "cs.CL", keywords=["third"])
    wednesday = last_week() + timedelta(days=2)
    for paper in (DIFFUSION, ELSEWHERE, BY_ADA):
        announced(arxiv.oai, "cs:cs:CL", wednesday, paper)
    found = call(client, "GET", "/today", params={"day": wednesday.isoformat()})
    assert (found["date"], found["looked_at"]) == (wednesday.isoformat(), None)
    titles = [line["metadata"]["title"] for line in found["papers"]]
    assert titles == [BY_ADA.title, DIFFUSION.title, ELSEWHERE.title]
    for days in (2, 3):
        day = (wednesday + timedelta(days=days)).isoformat()
        assert call(client, "GET", "/today", params={"day": day})["papers"] == []
    assert len(arxiv.paths("/oai")) == 1


@pytest.mark.parametrize("days", [-1, 40])
def test_a_day_that_cannot_be_listed_says_so(client: Client, arxiv: ArxivServer, days: int) -> None:
    follow(client, "cs.CL")
    day = datetime.now(UTC).date() - timedelta(days=days)
    assert call(client, "GET", "/today", 422, params={"day": day.isoformat()})["type"] == "bad-input"
    assert not arxiv.paths("/oai")


def test_kept_and_dropped_papers_land_in_the_library_and_come_back(client: Client) -> None:
    follow(client, "cs.CL")
    call(client, "GET", "/today")
    decide(client, "2501.00002v1", "keep")
    undo = decide(client, "2501.00001v2", "drop")
    assert states(client) == {"2501.00002v1": "to_read", "2501.00001v2": "dropped", "2401.00004v3": None}
    assert shelf(client) == ["2501.00002"], "what is dropped is out of the way"
    assert shelf(client, "is:dropped") == ["2501.00001"]
    assert shelf(client, "homes") == ["2501.00001"]
    saved = call(client, "GET", "/library/papers/2501.00002")
    assert (saved["metadata"]["title"], saved["state"]) == (DIFFUSION.title, "to_read")

    call(client, "POST", "/library/undo", json={"undo": undo})
    assert states(client)["2501.00001v2"] is None
    assert shelf(client, "is:dropped") == shelf(client, "homes") == []

    undo = decide(client, "2501.00002v1", "drop")
    call(client, "POST", "/library/undo", json={"undo": undo})
    assert states(client)["2501.00002v1"] == "to_read", "as it was before"


def test_what_was_read_stays_read_and_what_was_made_of_a_paper_is_not_undone(client: Client) -> None:
    follow(client, "cs.CL")
    call(client, "GET", "/today")
    undo = decide(client, "2501.00002v1", "keep")
    call(client, "POST", "/library/papers/2501.00002/notes", json={"body": "Read this."})
    call(client, "PATCH", "/library/papers/2501.00002", json={"state": "read"})
    decide(client, "2501.00002v1", "keep")
    assert states(client)["2501.00002v1"] == "read"
    call(client, "POST", "/library/undo", json={"undo": undo})
    assert call(client, "GET", "/library/papers/2501.00002")["notes"][0]["body"] == "Read this."


def test_what_is_kept_brings_others_like_it_to_the_front_and_what_is_dropped_takes_them_back(
    client: Client, arxiv: ArxivServer
) -> None:
    words = ("Galaxies in X-rays", "Chess by tree search", "More chess engines", "X-rays of galaxies")
    papers = [SmallPaper(f"2501.0010{n}", title=title, abstract=title) for n, title in enumerate(words)]
    arxiv.announce("cs.GT", *[("new", paper) for paper in papers])
    follow(client, "cs.GT")
    assert [line["shared"] for line in call(client, "GET", "/today")["papers"]] == [[]] * 4
    decide(client, "2501.00101v1", "keep")
    decide(client, "2501.00100v1", "drop")
    lines = call(client, "GET", "/today")["papers"]
    assert lines[0]["paper"] == "2501.00102v1"
    assert lines[0]["shared"] == ["chess"]
    assert (lines[-1]["paper"], lines[-1]["shared"]) == ("2501.00103v1", [])


def test_the_papers_of_another_page_in_the_same_way(client: Client, arxiv: ArxivServer) -> None:
    papers = ["2501.00005", "2501.00002v1", "2412.99999"]
    today = call(client, "POST", "/today/papers", json={"papers": papers})
    assert [(line["paper"], line["section"]) for line in today["papers"]] == [
        ("2501.00005v1", None),
        ("2501.00002v1", None),
    ]
    decide(client, "2501.00005v1", "keep")
    assert call(client, "GET", "/library/papers/2501.00005")["year"] == 2025
    assert len(arxiv.paths("/api/")) == 1
    said = call(client, "POST", "/today/papers", 400, json={"papers": ["nonsense"]})
    assert said["type"] == "bad-identifier"


def test_a_paper_that_nobody_has_listed_is_asked_for(client: Client) -> None:
    decide(client, "2501.00005", "keep")
    assert shelf(client) == ["2501.00005"]


def test_brief_glosses_that_are_there_come_with_the_papers(client: Client) -> None:
    follow(client, "cs.CL")
    batch = call(client, "POST", "/batches", json={"papers": ["2501.00002v1"], "lang": "zh"})
    with client.http.stream(
        "GET", f"{client.base}/batches/{batch['id']}/events", headers=client.headers
    ) as answer:
        assert any(line == "event: end" for line in answer.iter_lines())
    first, *others = call(client, "GET", "/today", params={"lang": "zh"})["papers"]
    assert first["card"]["summary"][0]["text"]
    assert first["metadata"]["submitted"], "with what arXiv has said since"
    assert [line["card"] for line in others] == [None, None]
