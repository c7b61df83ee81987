"""The import rules hold, and each of them can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

PLANTED = {
    "layers": ("gloss/planted.py", "from papergloss.web import wire\n"),
    "store": ("export/planted.py", "import papergloss.store\n"),
    "flask": ("gloss/planted.py", "import flask\n"),
    "sqlalchemy": ("jobs/planted.py", "import sqlalchemy\n"),
    "httpx": ("llm/planted.py", "import httpx\n"),
    "pymupdf": ("gloss/planted.py", "import pymupdf\n"),
    "openai": ("gloss/planted.py", "import openai\n"),
}


def lint(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", *options],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "backend"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "backend" / "papergloss", tmp_path / "backend" / "papergloss", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_rules_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("rule", sorted(PLANTED))
def test_a_planted_import_is_found(copy: Path, rule: str) -> None:
    name, line = PLANTED[rule]
    (copy / "backend" / "papergloss" / name).write_text(line)
    result = lint(copy, "--contract", rule)
    assert result.returncode == 1
    assert "planted" in result.stdout
