"""The committed API document, from which the TypeScript types are made, is the one of this app."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from papergloss.gloss.events import Event
from papergloss.web.factory import bare_app
from papergloss.web.openapi import exported
from support.backend import served
from support.small_pipeline import SmallPipeline

COMMITTED = Path(__file__).parents[3] / "extension" / "shared" / "openapi.json"


def test_the_committed_document_is_current() -> None:
    assert COMMITTED.read_text("utf-8") == exported(), "run `make schema` and review the difference"


def test_a_new_route_would_be_noticed() -> None:
    app = bare_app()
    app.get("/api/v1/new")(lambda: "")
    assert COMMITTED.read_text("utf-8") != exported(app)


def test_every_event_is_a_schema_and_no_reference_is_open(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        answer = client.http.get(f"http://127.0.0.1:{client.port}/openapi", headers=client.headers)
    schemas = answer.json()["components"]["schemas"]
    for model in get_args(get_args(Event)[0]):
        assert model.__name__ in schemas
    assert set(re.findall(r"#/components/schemas/(\w+)", answer.text)) <= set(schemas)


def test_answers_promise_every_field_and_requests_only_what_must_be_sent() -> None:
    schemas = json.loads(exported())["components"]["schemas"]
    assert schemas["GlossRequest"]["required"] == ["paper"]
    assert set(schemas["Card"]["required"]) == set(schemas["Card"]["properties"])
