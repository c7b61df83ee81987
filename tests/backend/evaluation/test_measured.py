"""`papergloss eval` with a model: measured, taken up again, and what goes wrong is listed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.evaluation.report import Evaluation
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import ModelServer
from support.shell import COMMAND, papergloss

PAPERS = [SmallPaper("2401.00001"), SmallPaper("2401.00002", title="On Other Papers")]
IDS = ",".join(paper.id for paper in PAPERS)


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        for paper in PAPERS:
            server.add(paper)
        yield server


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def environment(arxiv: ArxivServer, model: ModelServer) -> dict[str, str]:
    return {
        "PAPERGLOSS_ARXIV_URL": arxiv.url,
        "PAPERGLOSS_ARXIV_API_URL": arxiv.api_url,
        "OPENAI_BASE_URL": model.base_url,
        "OPENAI_API_KEY": "sk-test-key",
        "PAPERGLOSS_MODEL": "scripted",
    }


def run(home: Path, environment: dict[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    return papergloss("eval", "--papers", IDS, *more, home=home, **environment)


def written(home: Path) -> Evaluation:
    (path,) = (home / "evaluations").glob("*.json")
    return Evaluation.model_validate_json(path.read_bytes())


def test_every_paper_is_measured(home: Path, environment: dict[str, str]) -> None:
    result = run(home, environment)
    assert result.returncode == 0, result.stderr
    assert "2 of 2 papers" in result.stdout
    assert "Cards to make: 2, about" in result.stderr
    evaluation = written(home)
    assert (evaluation.of, evaluation.lang) == ("openai scripted", "zh-CN")
    for paper in evaluation.papers:
        assert set(paper.states()) == {"ok"}
        assert (paper.numbers.stated, paper.numbers.kept) == (1, 1)
        assert paper.terms.kept == paper.terms.stated > 0
        assert sum(paper.claims.values()) > 0
        assert paper.speed.first_word is not None
        assert paper.speed.card is not None
        assert paper.speed.first_word <= paper.speed.card
        assert paper.cost is not None
        assert paper.cost.tokens_out > 0
    assert "sk-test-key" not in json.dumps(evaluation.model_dump(mode="json")) + result.stderr


def test_what_is_measured_is_not_paid_for_again(
    home: Path, environment: dict[str, str], model: ModelServer
) -> None:
    papergloss("eval", "--papers", PAPERS[0].id, home=home, **environment)
    asked = len(model.requests)
    result = run(home, environment)
    assert result.returncode == 0, result.stderr
    both = len(model.requests)
    assert both == 2 * asked
    assert "2 of 2 papers" in run(home, environment).stdout
    assert len(model.requests) == both
    run(home, environment, "--again")
    assert len(model.requests) > both


def test_a_killed_run_goes_on_with_the_card_that_it_had_begun(
    home: Path, environment: dict[str, str], model: ModelServer
) -> None:
    held, free = Gate(), Gate()
    free.open()
    model.always(lambda exchange: (held if "<<<PAPER" in exchange.request.prompt else free)(exchange))
    told = {**os.environ, **environment, "PAPERGLOSS_HOME": str(home)}
    command = [COMMAND, "eval", "--papers", PAPERS[0].id]
    with subprocess.Popen(command, env=told, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert any(line.startswith("✓ translation") for line in process.stderr)
        process.kill()
    held.open()
    result = papergloss("eval", "--papers", PAPERS[0].id, home=home, **environment)
    assert result.returncode == 0, result.stderr
    translations = [r for r in model.requests if r.method == "POST" and "<<<PAPER" not in r.prompt]
    assert len(translations) == 1
    (paper,) = written(home).papers
    assert paper.whole
    assert (paper.speed.first_word, paper.speed.card) == (None, None)


def test_a_paper_that_fails_is_listed_and_the_others_are_measured(
    home: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    names = tmp_path / "papers.txt"
    names.write_text(f"# mine\n{PAPERS[0].id}  # good\n2401.99999\nno paper at all\n")
    result = papergloss("eval", "--papers", str(names), home=home, **environment)
    assert result.returncode == ExitCode.PARTIAL.code
    problems = {paper.paper: [p.type for p in paper.problems] for paper in written(home).papers}
    assert problems == {
        PAPERS[0].id: [], "2401.99999": ["paper-not-found"], "no paper at all": ["bad-identifier"],
    }  # fmt: skip
    assert "failed: paper-not-found" in result.stdout


def test_what_every_paper_would_meet_ends_the_run(
    home: Path, environment: dict[str, str], model: ModelServer
) -> None:
    model.always(status(401))
    result = run(home, environment)
    assert result.returncode != 0
    assert [paper.paper for paper in written(home).papers] == [PAPERS[0].id]
    model.always(None)
    assert run(home, environment).returncode == 0
    assert [paper.problems for paper in written(home).papers] == [[], []]


def test_the_monthly_cap_ends_the_run_before_a_call_is_made(
    home: Path, environment: dict[str, str], model: ModelServer
) -> None:
    home.mkdir(parents=True)
    prices = '[[models]]\nmatch = "scripted"\nprice_in = 1000.0\nprice_out = 1000.0\n'
    (home / "config.toml").write_text(prices, "utf-8")
    result = run(home, environment | {"PAPERGLOSS_MONTHLY_CAP": "0.01"})
    assert result.returncode != 0
    assert "cap" in result.stderr
    assert [request for request in model.requests if request.method == "POST"] == []
    assert [paper.paper for paper in written(home).papers] == [PAPERS[0].id]


def test_a_file_that_is_no_evaluation_is_left_alone(
    home: Path, environment: dict[str, str], tmp_path: Path, model: ModelServer
) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("precious")
    result = run(home, environment, "--json", str(mine))
    assert result.returncode == ExitCode.USAGE.code
    assert mine.read_text() == "precious"
    assert model.requests == []


def test_without_a_model_the_paper_s_own_sentences_are_judged(home: Path, arxiv: ArxivServer) -> None:
    result = papergloss(
        "eval", "--papers", PAPERS[0].id, home=home,
        PAPERGLOSS_ARXIV_URL=arxiv.url, PAPERGLOSS_ARXIV_API_URL=arxiv.api_url,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    paper = written(home).papers[0]
    assert set(paper.states()) == {"untranslated"}
    assert set(paper.claims) == {"supported"}
