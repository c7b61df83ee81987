"""Fixtures that every test folder shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("papergloss", deadline=None)  # how long an example takes is the machine's matter
settings.load_profile("papergloss")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of recorded real inputs; tests that need it skip by name where it is absent."""
    folder = Path(os.environ.get("PAPERGLOSS_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("PAPERGLOSS_DATA is absent: no recorded real inputs here")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a data folder of its own and no key of the developer's."""
    folder = tmp_path / "home"
    monkeypatch.setenv("PAPERGLOSS_HOME", str(folder))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "PAPERGLOSS_MODEL"):
        monkeypatch.delenv(name, raising=False)
    return folder
