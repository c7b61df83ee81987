"""`papergloss doctor`, `pair`, `jobs` and `--version`."""

from __future__ import annotations

import re
from pathlib import Path

from papergloss import __version__
from papergloss.cli import ExitCode
from support.arxiv_server import ArxivServer
from support.local_servers import OLLAMA, local_server
from support.model_server import ModelServer
from support.shell import papergloss

NOWHERE = "http://127.0.0.1:9"


def test_the_doctor_names_what_is_missing_and_how_to_mend_it(home: Path) -> None:
    result = papergloss("doctor", home=home, PAPERGLOSS_ARXIV_URL=NOWHERE, PAPERGLOSS_ARXIV_API_URL=NOWHERE)
    assert result.returncode == ExitCode.FAILED.code
    assert f"✓ data folder {home}" in result.stdout
    assert "– no model is connected" in result.stdout
    assert "OPENAI_API_KEY" in result.stdout
    assert "✗" in result.stdout
    assert "Traceback" not in result.stderr


def test_the_doctor_finds_engine_and_arxiv_reachable(home: Path) -> None:
    with ArxivServer() as arxiv, ModelServer() as model:
        result = papergloss(
            "doctor",
            home=home,
            PAPERGLOSS_ARXIV_URL=arxiv.url,
            PAPERGLOSS_ARXIV_API_URL=arxiv.api_url,
            OPENAI_BASE_URL=model.base_url,
            OPENAI_API_KEY="sk-doctor-key",
            PAPERGLOSS_MODEL="scripted",
        )
    assert "model = scripted (from the environment)" in result.stdout
    assert "api_key = set" in result.stdout
    assert "sk-doctor-key" not in result.stdout + result.stderr
    assert f"{arxiv.url} answers" in result.stdout
    assert re.search(r"✓ scripted at 127\.0\.0\.1:\d+ answers|does not list the model", result.stdout)


def test_a_data_folder_that_cannot_be_written_is_a_plain_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    result = papergloss("doctor", home=blocked)
    assert result.returncode == ExitCode.FAILED.code
    assert "PAPERGLOSS_HOME" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_pairing_link_is_all_that_stands_on_standard_output(home: Path) -> None:
    result = papergloss("pair", "--port", "8799", home=home)
    assert re.fullmatch(r"http://127\.0\.0\.1:8799/pair#[\w-]{22,}\n", result.stdout)


def test_an_empty_queue_says_so(home: Path) -> None:
    assert papergloss("jobs", home=home).stdout == "No jobs yet.\n"


def test_the_version_is_the_package_s(home: Path) -> None:
    assert papergloss("--version", home=home).stdout == f"{__version__}\n"


def test_a_bad_setting_is_named(home: Path) -> None:
    result = papergloss("jobs", home=home, PAPERGLOSS_PORT="many")
    assert result.returncode == ExitCode.USAGE.code
    assert "port" in result.stderr


def test_providers_lists_what_runs_here_and_the_known_services(home: Path) -> None:
    with local_server(OLLAMA) as address:
        result = papergloss("providers", home=home, PAPERGLOSS_LOCAL_MODELS=address)
        assert f"Ollama  {address}" in result.stdout
        assert "qwen3:4b, 16,384 tokens fit" in result.stdout
        assert "https://api.deepseek.com" in result.stdout
        advice = papergloss(
            "doctor", home=home, PAPERGLOSS_LOCAL_MODELS=address, PAPERGLOSS_ARXIV_URL=NOWHERE
        )
        assert f"Ollama runs on this machine at {address}" in advice.stdout
    nothing = papergloss("providers", home=home, PAPERGLOSS_LOCAL_MODELS=f"{NOWHERE}/v1")
    assert "No model's server was found" in nothing.stdout
