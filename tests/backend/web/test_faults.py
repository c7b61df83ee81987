"""Each fault of a provider through the whole backend: it ends in a card or a plain message, soon.

Nothing that was finished is lost or asked for again. The table is docs/faults.md.
"""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from papergloss.errors import (
    CapReached,
    ModelError,
    ModelNotFetched,
    NoEngine,
    ProviderDown,
    ProviderRefused,
)
from papergloss.gloss import pipeline
from support import fault_table, pdfs, tls
from support import model_faults as fault
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, paired, running_server
from support.fault_table import FAULTS, Fault
from support.model_server import Exchange, ModelServer, Script

KEY = "sk-geheim-0123456789abcdef"
LONGEST = 30.0
"""Seconds in which every job has ended, however slow this machine is."""
ROOT = Path(__file__).resolve().parents[3]


class Desk:
    """A reader with a provider that fails on summaries while the translation works."""

    def __init__(self, client: Client, arxiv: ArxivServer, model: ModelServer) -> None:
        self.client = client
        self.arxiv = arxiv
        self.model = model
        self._numbers = itertools.count(1)

    def connect(self, base_url: str) -> None:
        values = {"base_url": base_url, "model": "scripted", "api_key": KEY, "context_tokens": 32_000}
        view = self.client.call("PUT", "/settings/provider", json=values).json()
        self.client.call("PUT", "/consents", json={"provider": view["host"]})

    def fail(self, script: Script) -> None:
        self.model.requests.clear()
        self.model.always(lambda exchange: self._answer(exchange, script))

    def _answer(self, exchange: Exchange, script: Script) -> None:
        if "TAKEAWAYS" in exchange.request.prompt:
            script(exchange)
        else:
            exchange.say(self.model.answer(exchange.request))

    def start(self) -> str:
        paper = SmallPaper(f"2511.{next(self._numbers):05d}", pdf=pdfs.paper())
        self.arxiv.add(paper)
        return str(self.client.gloss(paper.id)["job"]["id"])

    def end(self, job: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """The events up to the end, and the card."""
        started = time.monotonic()
        events = [event for _, event in self.client.events(job)]
        assert time.monotonic() - started < LONGEST
        card = self.client.call("GET", f"/cards/{events[-1]['card_id']}")
        return events, dict(card.json())

    def asked(self, of: str) -> int:
        summaries = sum("TAKEAWAYS" in request.prompt for request in self.model.chats)
        return summaries if of == "summary" else len(self.model.chats) - summaries


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ExitStack() as stack:
        arxiv, model = stack.enter_context(ArxivServer()), stack.enter_context(ModelServer())
        settings = {"arxiv_url": arxiv.url, "arxiv_api_url": arxiv.api_url}
        home = tmp_path_factory.mktemp("faults")
        made = stack.enter_context(
            running_server(home, pipeline.run, **settings, stall_seconds=4, retry_seconds=0.01)
        )
        yield Desk(stack.enter_context(paired(made)), arxiv, model)


@pytest.mark.parametrize("row", [row for row in FAULTS if row.ends], ids=lambda row: row.name)
def test_a_fault_ends_in_a_plain_message_and_costs_no_finished_part(desk: Desk, row: Fault) -> None:
    desk.connect(desk.model.base_url)
    desk.fail(row.script)
    job = desk.start()
    events, card = desk.end(job)
    assert events[-1]["state"] == "partial"
    (problem,) = card["problems"]
    assert row.ends is not None
    assert (problem["stage"], problem["type"]) == ("summary", row.ends.type)
    assert problem["detail"]
    assert problem["hint"]
    assert KEY not in str(events)
    assert_translated(card)
    if row.tried:
        assert desk.asked("summary") == row.tried
        waits = [event["retry"] for event in events if event["type"] == "stage" and event["retry"]]
        assert [wait["attempt"] for wait in waits] == list(range(1, row.tried))
    assert desk.asked("summary") < 20

    paid = desk.asked("translation")
    desk.model.always(None)
    desk.client.call("POST", f"/jobs/{job}/stages/summary/retry").raise_for_status()
    events, card = desk.end(job)
    assert (events[-1]["state"], card["problems"]) == ("done", [])
    assert card["takeaways"]
    assert_translated(card)
    assert desk.asked("translation") == paid


@pytest.mark.parametrize("row", [row for row in FAULTS if not row.ends], ids=lambda row: row.name)
def test_an_odd_answer_is_used_all_the_same(desk: Desk, row: Fault) -> None:
    desk.connect(desk.model.base_url)
    desk.model.requests.clear()
    desk.model.always(row.script)
    events, card = desk.end(desk.start())
    assert (events[-1]["state"], card["problems"]) == ("done", [])
    assert "think" not in str(card["summary"]) + str(card["translation"])
    assert card["provenance"]["tokens_in"] > 0
    assert card["provenance"]["tokens_out"] > 0
    assert card["provenance"]["estimated"]
    assert not [event for event in events if event["type"] == "stage" and event["retry"]]
    assert_translated(card)
    desk.model.always(None)


def test_what_passes_is_tried_again_and_the_wait_is_told(desk: Desk) -> None:
    desk.connect(desk.model.base_url)
    turns = iter([fault.status(429, retry_after="0.2"), fault.disconnect("SUMMARY\n- problem: 半"), None])

    def once(exchange: Exchange) -> None:
        script = next(turns, None)
        if script:
            script(exchange)
        else:
            exchange.say(desk.model.answer(exchange.request))

    desk.fail(once)
    events, card = desk.end(desk.start())
    assert (events[-1]["state"], card["problems"]) == ("done", [])
    waits = [event["retry"] for event in events if event["type"] == "stage" and event["retry"]]
    assert [(wait["attempt"], wait["reason"]) for wait in waits] == [
        (1, "provider-busy"),
        (2, "stream-broken"),
    ]
    assert waits[0]["wait"] >= 0.2
    assert "半" not in str(card["summary"]), "what a failed try had begun is void"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_takes_no_key_to_another_host(desk: Desk, status: int) -> None:
    desk.connect(desk.model.base_url)
    with ModelServer() as elsewhere:
        desk.model.always(fault.redirect(f"{elsewhere.base_url}/chat/completions", status))
        desk.model.models_answer = fault.redirect(f"{elsewhere.base_url}/models", status)
        events, card = desk.end(desk.start())
        tried = desk.client.call("POST", "/settings/provider/test", json={}).json()
        listed = desk.client.call("POST", "/settings/provider/models", json={"base_url": desk.model.base_url})
        desk.model.always(None)
        desk.model.models_answer = None
        assert {problem["type"] for problem in card["problems"]} == {ProviderRefused.type}
        assert tried["problem"]["type"] == listed.json()["type"] == ProviderRefused.type
        assert elsewhere.requests == []
    assert events[-1]["state"] == "partial"


def refused(stack: ExitStack) -> str:
    unused = stack.enter_context(socket.socket())
    unused.bind(("127.0.0.1", 0))
    return f"http://127.0.0.1:{unused.getsockname()[1]}/v1"


def unknown_name(stack: ExitStack) -> str:
    return "http://no-such-provider.invalid/v1"


def self_signed(stack: ExitStack) -> str:
    return stack.enter_context(tls.self_signed_server())


def no_tls(stack: ExitStack) -> str:
    return stack.enter_context(ModelServer()).base_url.replace("http:", "https:")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (refused, "refused the connection"),
        (unknown_name, "not known (DNS)"),
        (self_signed, "No secure connection"),
        (no_tls, "No secure connection"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_provider_that_cannot_be_reached(desk: Desk, make: Callable[[ExitStack], str], says: str) -> None:
    with ExitStack() as stack:
        desk.connect(make(stack))
        events, card = desk.end(desk.start())
    assert events[-1]["state"] == "partial"
    assert {problem["type"] for problem in card["problems"]} == {ProviderDown.type}
    assert {"translation", "summary"} <= {problem["stage"] for problem in card["problems"]}
    assert all(says in problem["detail"] for problem in card["problems"])
    assert card["metadata"]["title"]
    assert card["figures"]


def test_the_page_is_what_the_table_says() -> None:
    page = (ROOT / "docs/faults.md").read_text("utf-8")
    assert page == fault_table.page(), "run: PYTHONPATH=tests python -m support.fault_table > docs/faults.md"


def test_every_error_of_a_model_is_caused_by_some_fault() -> None:
    caused = {row.ends for row in FAULTS if row.ends}
    ours = {NoEngine, CapReached, ModelNotFetched}
    assert set(ModelError.__subclasses__()) - ours <= caused


def assert_translated(card: dict[str, Any]) -> None:
    sentences = [card["translation"]["title"], *card["translation"]["sentences"]]
    assert {sentence["state"] for sentence in sentences} == {"ok"}
