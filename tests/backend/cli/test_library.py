"""`papergloss library`, `backup` and `restore`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from support.backend import backend
from support.library import Shelves, card
from support.shell import papergloss


@pytest.fixture
def full(home: Path) -> Path:
    """A data folder with two papers."""
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card(), card("hep-th/9901001", "Old [/red]\x1bStrings", target=None))
    return home


def test_papers_are_listed_found_shown_and_changed(full: Path) -> None:
    for command in (("library", "list"), ("library", "show", "hep-th/9901001")):
        assert "Old [/red]Strings" in papergloss(*command, home=full).stdout
    found = json.loads(papergloss("library", "search", "细心", "--json", home=full).stdout)
    assert [paper["id"] for paper in found["papers"]] == ["2503.20680"]
    changed = papergloss("library", "tag", "https://arxiv.org/abs/2503.20680v1", "nlp", "--json", home=full)
    assert [tag["name"] for tag in json.loads(changed.stdout)["tags"]] == ["nlp"]
    papergloss("library", "set", "2503.20680", "--state", "read", "--star", home=full)
    papergloss("library", "note", "2503.20680", "Read $x$ again.", home=full)
    shown = papergloss("library", "show", "2503.20680", home=full).stdout
    assert "Read $x$ again." in shown
    assert "read  nlp" in shown


def test_a_narrow_list_has_titles_beside_the_long_ids_of_files(home: Path) -> None:
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card(f"sha256:{'0' * 64}", "A Title", target=None))
    assert "A Title" in papergloss("library", "list", home=home, COLUMNS="60").stdout


def test_what_is_put_into_the_trash_can_be_taken_back(full: Path) -> None:
    papergloss("library", "trash", "2503.20680", home=full)
    assert "2503.20680" not in papergloss("library", "list", home=full).stdout
    papergloss("library", "undo", home=full)
    assert "2503.20680" in papergloss("library", "list", home=full).stdout
    assert papergloss("library", "erase", home=full).returncode == ExitCode.USAGE.code
    papergloss("library", "erase", "2503.20680", home=full)
    assert papergloss("library", "show", "2503.20680", home=full).returncode == ExitCode.FAILED.code


def test_a_backup_is_made_looked_into_and_restored(full: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.sqlite3"
    assert papergloss("backup", "--out", str(out), home=full).stdout == f"{out}\n"
    papergloss("library", "trash", "2503.20680", home=full)
    told = papergloss("restore", str(out), "--dry-run", home=full).stderr
    assert "papers 2" in told
    assert "comes back: A Careful Reader" in told
    assert "2503.20680" not in papergloss("library", "list", home=full).stdout
    papergloss("restore", str(out), home=full)
    assert "2503.20680" in papergloss("library", "list", home=full).stdout


def test_a_damaged_database_is_named_and_replaced(full: Path) -> None:
    papergloss("backup", home=full)
    path = full / "papergloss.sqlite3"
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000)
    refused = papergloss("library", "list", home=full)
    assert refused.returncode == ExitCode.FAILED.code
    assert "papergloss restore --latest" in " ".join(refused.stderr.split())
    assert "damaged" in papergloss("doctor", home=full, PAPERGLOSS_ARXIV_URL="http://127.0.0.1:9").stdout
    restored = papergloss("restore", "--latest", home=full)
    assert restored.returncode == 0, restored.stderr
    assert "2503.20680" in papergloss("library", "list", home=full).stdout


def test_papers_go_out_and_come_in(full: Path, tmp_path: Path) -> None:
    papergloss("library", "export", "--out", str(tmp_path / "all.json"), home=full)
    assert (
        "eprint = {2503.20680}"
        in papergloss("library", "export", "2503.20680", "--format", "bibtex", home=full).stdout
    )
    told = papergloss(
        "library", "import", str(tmp_path / "all.json"), "--dry-run", "--json", home=tmp_path / "b"
    )
    assert json.loads(told.stdout)["new"] == 2
