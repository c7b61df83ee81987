"""`papergloss ask`: the answer with its passages and checks, several papers, a terminal, exit codes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.gloss.card import Card
from support.model_faults import status, text
from support.model_gate import Gate
from support.model_server import ModelServer
from support.pdfs import paper
from support.shell import COMMAND, papergloss_here

NOWHERE = {"PAPERGLOSS_ARXIV_URL": "http://127.0.0.1:9", "PAPERGLOSS_ARXIV_API_URL": "http://127.0.0.1:9/api"}
QUESTION = "Which column is read first?"


@pytest.fixture
def pdfs(tmp_path: Path) -> list[str]:
    """Two papers."""
    paths = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for n, path in enumerate(paths):
        path.write_bytes(paper() + b"%" * n)
    return list(map(str, paths))


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def environment(model: ModelServer) -> dict[str, str]:
    own = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-x", "PAPERGLOSS_MODEL": "scripted"}
    return {**NOWHERE, **own}


def test_the_answer_names_its_passages_and_what_the_checks_found(
    pdfs: list[str], home: Path, model: ModelServer, environment: dict[str, str]
) -> None:
    model.always(
        text("- Die linke Spalte wird zuerst gelesen. [4]\n- Es sind 99.9 Prozent. [2]\n- Siehe. [999]")
    )
    first = papergloss_here("ask", pdfs[0], QUESTION, "--lang", "de", home=home, **environment)
    assert first.returncode == 0, first.stderr
    assert "✓ question" in first.stderr
    lines = first.stdout.splitlines()
    assert lines[0] == f"# {QUESTION}"
    [wrong] = [line for line in lines if "99.9" in line]
    assert "⚠ Zahl steht nicht in der zitierten Stelle: 99.9" in wrong
    assert "⚠ zitiert eine Stelle, die es nicht gibt: 999" in first.stdout
    assert "  - “" in first.stdout
    asked = len(model.chats)
    again = papergloss_here("ask", pdfs[0], QUESTION, "--lang", "de", "--json", home=home, **environment)
    card = Card.model_validate_json(again.stdout)
    assert card.question is not None
    assert [claim.check.status for claim in card.question.claims][1:] == ["number_missing", "passage_missing"]
    assert len(model.chats) == asked, "what is stored is not asked for again"


def test_several_papers_of_the_library_are_compared(
    pdfs: list[str], home: Path, environment: dict[str, str]
) -> None:
    unknown = papergloss_here("ask", *pdfs, QUESTION, home=home, **environment)
    assert unknown.returncode == ExitCode.FAILED.code
    assert "`papergloss gloss` puts a paper into the library" in " ".join(unknown.stderr.split())
    for path in pdfs:
        assert (
            papergloss_here("gloss", path, "--engine", "extractive", home=home, **environment).returncode == 0
        )
    both = papergloss_here("ask", *pdfs, QUESTION, home=home, **environment)
    assert both.returncode == 0, both.stderr
    assert both.stdout.count("- Reading Papers in the Margin\n") == 2
    assert "Reading Papers in the Margin; " in both.stdout


def test_without_a_model_the_passages_are_searched(pdfs: list[str], home: Path) -> None:
    found = papergloss_here("ask", pdfs[0], QUESTION, "--lang", "en", home=home, **NOWHERE)
    assert found.returncode == 0, found.stderr
    assert "No model has answered." in found.stdout
    assert "found by search" in found.stdout


def test_what_fails_says_why(
    pdfs: list[str], home: Path, model: ModelServer, environment: dict[str, str]
) -> None:
    model.always(status(401))
    failed = papergloss_here("ask", pdfs[0], QUESTION, home=home, **environment)
    assert (failed.returncode, failed.stdout) == (ExitCode.FAILED.code, "")
    assert "OPENAI_API_KEY" in failed.stderr
    for arguments in ((pdfs[0], ""), (pdfs[0],), ("nonsense", QUESTION), (pdfs[0], QUESTION, "--lang", "xx")):
        wrong = papergloss_here("ask", *arguments, home=home, **environment)
        assert wrong.returncode == ExitCode.USAGE.code, arguments


def test_a_terminal_shows_the_answer_as_it_comes(
    pdfs: list[str], home: Path, model: ModelServer, environment: dict[str, str]
) -> None:
    gate = Gate()
    model.answer = lambda _: "- Zuerst wird die linke Spalte gelesen, und danach kommt die rechte. [2]"
    model.always(gate)
    ours, theirs = os.openpty()
    command = [COMMAND, "ask", pdfs[0], QUESTION, "--lang", "de"]
    settings = {**os.environ, "PAPERGLOSS_HOME": str(home), "TERM": "xterm", "COLUMNS": "120", **environment}
    with subprocess.Popen(
        command, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs, text=True
    ) as process:
        os.close(theirs)
        seen = b""
        while b"Zuerst wird" not in seen:
            seen += os.read(ours, 4096)
        assert b"die rechte." not in seen
        gate.open()
        assert process.stdout is not None
        # A full terminal would hold the command up.
        try:
            while os.read(ours, 4096):
                pass
        except OSError:
            pass
        said = process.stdout.read()
    os.close(ours)
    assert process.returncode == 0
    assert "- Zuerst wird die linke Spalte gelesen, und danach kommt die rechte. (" in said
