"""`papergloss gloss` with the local engine: only where it is chosen, and the card says what it is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.gloss.card import Card
from support import small_model
from support.arxiv_papers import small_pdf
from support.shell import papergloss

NOWHERE = {"PAPERGLOSS_ARXIV_URL": "http://127.0.0.1:9", "PAPERGLOSS_ARXIV_API_URL": "http://127.0.0.1:9/api"}
LOCAL = {**NOWHERE, "PAPERGLOSS_GGUF_MODEL": "tiny", "PAPERGLOSS_GGUF_THREADS": "1"}


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a paper.pdf"
    path.write_bytes(small_pdf(["A Small Paper", "Abstract", "We measure 93.4% accuracy."]))
    return path


@pytest.fixture
def fetched(home: Path) -> None:
    """The small real model, as `papergloss model pull` leaves one."""
    if missing := small_model.absent():
        pytest.skip(missing)
    gguf = small_model.gguf()
    assert gguf is not None
    (home / "models").mkdir(parents=True)
    (home / "models" / "tiny.gguf").symlink_to(gguf)
    (home / "models" / "tiny.json").write_text(json.dumps({"sha256": "0" * 64, "url": ""}), "utf-8")


@pytest.mark.usefixtures("fetched")
def test_the_card_says_that_it_is_a_draft_and_by_whom(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), "--lang", "zh", "--json", home=home, **LOCAL)
    assert result.returncode == 0, result.stderr
    card = Card.model_validate_json(result.stdout)
    assert (card.key.engine, card.key.model, card.provenance.provider) == ("local", "tiny", None)
    assert [warning.kind for warning in card.warnings] == ["draft"]
    assert "tiny" in card.warnings[0].text
    assert card.translation is not None
    for sentence in (card.translation.title, *card.translation.sentences):
        assert (sentence.state == "ok") == (sentence.target is not None)
        assert sentence.state in ("ok", "kept_original")
    assert card.summary
    for claim in card.summary:
        assert claim.evidence[0].quote
    assert card.provenance.tokens_out > 0


@pytest.mark.usefixtures("fetched")
def test_it_is_never_taken_unless_it_is_chosen(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), "--json", home=home, **NOWHERE)
    assert json.loads(result.stdout)["key"]["engine"] == "extractive"


@pytest.mark.usefixtures("fetched")
def test_into_english_nothing_is_drafted(pdf: Path, home: Path) -> None:
    result = papergloss("gloss", str(pdf), "--lang", "en", "--json", home=home, **LOCAL)
    card = Card.model_validate_json(result.stdout)
    assert (card.translation, card.warnings, card.provenance.tokens_out) == (None, [], 0)


@pytest.mark.parametrize("choice", [{"PAPERGLOSS_GGUF_MODEL": "tiny"}, {}])
def test_a_model_that_is_not_there_is_said_before_anything_is_made(
    choice: dict[str, str], pdf: Path, home: Path
) -> None:
    result = papergloss("gloss", str(pdf), "--engine", "local", home=home, **NOWHERE, **choice)
    assert result.returncode == ExitCode.FAILED.code
    assert "papergloss model pull" in result.stderr


def test_without_the_extra_it_says_what_to_install(pdf: Path, home: Path, tmp_path: Path) -> None:
    hidden = "import importlib.util as u; find = u.find_spec\n"
    hidden += "u.find_spec = lambda name, *more: None if name == 'xllamacpp' else find(name, *more)\n"
    (tmp_path / "sitecustomize.py").write_text(hidden)
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    result = papergloss("gloss", str(pdf), "--engine", "local", home=home, PYTHONPATH=path, **NOWHERE)
    assert result.returncode == ExitCode.FAILED.code
    assert "pip install xllamacpp" in result.stderr
