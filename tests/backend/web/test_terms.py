"""The reader's own terms: set over HTTP or by command, kept per language, given to every job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from papergloss.cli import app
from support.backend import Client, served
from support.small_pipeline import SmallPipeline


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    with served(home, SmallPipeline()) as paired:
        yield paired


def test_a_list_is_kept_per_language(client: Client) -> None:
    assert client.call("GET", "/terms").json() == {"lang": "zh-CN", "terms": {}}
    body = {"lang": "zh", "terms": {" attention  head ": "注意力头", "Prompt": "提示", "prompt": "提示词"}}
    wanted = {"attention head": "注意力头", "prompt": "提示词"}
    assert client.call("PUT", "/terms", json=body).json()["terms"] == wanted
    assert client.call("GET", "/terms?lang=zh-CN").json()["terms"] == wanted
    assert client.call("GET", "/terms?lang=de").json()["terms"] == {}


@pytest.mark.parametrize(
    "body",
    [
        {"lang": "zh", "terms": {"": "空"}},
        {"lang": "zh", "terms": {"a": " "}},
        {"lang": "zh", "terms": {"a": "x" * 81}},
        {"lang": "xx", "terms": {}},
        {"lang": "zh", "terms": {f"term {n}": "x" for n in range(501)}},
    ],
)
def test_what_no_list_takes(client: Client, body: dict[str, object]) -> None:
    answer = client.call("PUT", "/terms", json=body)
    assert answer.status_code == 422
    assert answer.json()["type"] == "bad-input"


def test_the_command_shows_and_changes_the_same_list(home: Path) -> None:
    run = CliRunner().invoke
    assert "No terms" in run(app, ["terms"]).output
    done = run(app, ["terms", "--add", "attention head=注意力头", "--add", "prompt=提示词", "--lang", "zh"])
    assert "注意力头" in done.output
    left = run(app, ["terms", "--remove", "Prompt"]).output
    assert "提示词" not in left
    assert "注意力头" in run(app, ["terms"]).output
    assert run(app, ["terms", "--add", "no translation"]).exit_code != 0
