"""`papergloss gloss` on local PDFs and a local arXiv, with and without a model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.gloss.card import Card
from support.arxiv_papers import SmallPaper, small_pdf
from support.arxiv_server import ArxivServer
from support.model_faults import status
from support.model_server import ModelServer
from support.pdfs import blank
from support.shell import papergloss

NOWHERE = {"PAPERGLOSS_ARXIV_URL": "http://127.0.0.1:9", "PAPERGLOSS_ARXIV_API_URL": "http://127.0.0.1:9/api"}
PAPER = SmallPaper("2401.00001")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a paper.pdf"
    path.write_bytes(
        small_pdf(["A Small Paper", "Abstract", "We measure 93.4% accuracy.", "We test it on MNIST."])
    )
    return path


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.add(PAPER)
        yield server


def addresses(arxiv: ArxivServer) -> dict[str, str]:
    return {"PAPERGLOSS_ARXIV_URL": arxiv.url, "PAPERGLOSS_ARXIV_API_URL": arxiv.api_url}


def model(server: ModelServer) -> dict[str, str]:
    return {
        "OPENAI_BASE_URL": server.base_url,
        "OPENAI_API_KEY": "sk-test-key",
        "PAPERGLOSS_MODEL": "scripted",
    }


def test_a_local_pdf_needs_no_network_and_no_model(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), "--lang", "zh", "--json", home=home, **NOWHERE)
    assert result.returncode == 0, result.stderr
    card = Card.model_validate_json(result.stdout)
    assert card.metadata is not None
    assert (card.metadata.source, card.metadata.file_name) == ("file", pdf.name)
    assert card.key.lang == "zh-CN"
    assert card.provenance.engine == "extractive"
    assert "no_model" in {warning.kind for warning in card.warnings}


def test_the_stages_are_told_on_standard_error(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), home=home, **NOWHERE)
    assert result.returncode == 0, result.stderr
    for stage in ("reading", "metadata", "summary", "figures"):
        assert f"✓ {stage}" in result.stderr
    assert result.stdout.startswith("# ")


def test_every_form_of_an_id_gives_the_same_card(arxiv: ArxivServer, home: Path) -> None:
    forms = ["2401.00001", "arXiv:2401.00001v1", "https://arxiv.org/pdf/2401.00001"]
    cards = [papergloss("gloss", form, "--json", home=home, **addresses(arxiv)) for form in forms]
    assert [card.returncode for card in cards] == [0, 0, 0], cards[0].stderr
    assert len({json.loads(card.stdout)["id"] for card in cards}) == 1
    assert sum(path.startswith("/pdf/") for path in arxiv.paths()) == 1


def test_a_model_translates_and_its_claims_are_checked(arxiv: ArxivServer, home: Path) -> None:
    with ModelServer() as server:
        result = papergloss("gloss", "2401.00001", "--json", home=home, **addresses(arxiv), **model(server))
    assert result.returncode == 0, result.stderr
    assert "text goes to 127.0.0.1" in result.stderr
    card = Card.model_validate_json(result.stdout)
    assert card.metadata is not None
    assert card.metadata.title == PAPER.title
    assert card.translation is not None
    assert all(sentence.state == "ok" for sentence in [card.translation.title, *card.translation.sentences])
    assert card.takeaways
    assert "sk-test-key" not in result.stdout + result.stderr


def test_a_failed_part_is_named_and_tried_again_next_time(arxiv: ArxivServer, home: Path) -> None:
    with ModelServer() as server:
        server.always(status(401))
        environment = {**addresses(arxiv), **model(server)}
        first = papergloss("gloss", "2401.00001", "--json", home=home, **environment)
        assert first.returncode == ExitCode.PARTIAL.code
        assert {problem["type"] for problem in json.loads(first.stdout)["problems"]} == {"key-rejected"}
        server.always(None)
        second = papergloss("gloss", "2401.00001", "--json", home=home, **environment)
    assert second.returncode == 0, second.stderr
    assert json.loads(second.stdout)["problems"] == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("not a paper", "Not an arXiv paper"),
        ("missing.pdf", "The request is not valid. missing.pdf cannot be read"),
    ],
)
def test_a_wrong_target_is_a_usage_error(target: str, said: str, home: Path) -> None:
    result = papergloss("gloss", target, home=home, **NOWHERE)
    assert result.returncode == ExitCode.USAGE.code
    assert said in result.stderr
    assert result.stdout == ""


def test_an_unknown_paper_fails_plainly(arxiv: ArxivServer, home: Path) -> None:
    result = papergloss("gloss", "2401.99999", home=home, **addresses(arxiv))
    assert result.returncode == ExitCode.FAILED.code
    assert "arXiv knows no" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_model_engine_without_a_model_says_how_to_connect_one(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), "--engine", "openai", home=home, **NOWHERE)
    assert result.returncode == ExitCode.FAILED.code
    assert "OPENAI_API_KEY" in result.stderr


def test_the_queue_can_be_read_and_used_in_a_narrow_terminal(pdf: Path, home: Path) -> None:
    papergloss("gloss", str(pdf), home=home, **NOWHERE)
    listed = papergloss("jobs", home=home, COLUMNS="50").stdout.splitlines()[-1]
    assert "done" in listed
    job_id = listed.split()[0]
    assert papergloss("jobs", "--cancel", job_id, home=home).returncode == 0
    wrong = papergloss("jobs", "--cancel", "zzzz", home=home)
    assert wrong.returncode == ExitCode.USAGE.code
    assert "0 jobs" in wrong.stderr


def test_warnings_are_told_in_the_terminal_too(pdf: Path, home: Path) -> None:
    assert "Note: No model is connected" in papergloss("gloss", str(pdf), home=home, **NOWHERE).stderr


def test_a_paper_without_text_does_not_count_as_read(tmp_path: Path, home: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(blank().tobytes())
    result = papergloss("gloss", str(scan), "--json", home=home, **NOWHERE)
    card = json.loads(result.stdout)
    assert (card["coverage"]["pages_read"], card["coverage"]["pages_of"]) == (0, 1)
    assert not card["summary"]
    assert "holds no text" in result.stderr
