"""The small real model as the local engine's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support import small_model


@pytest.fixture
def models(home: Path) -> Path:
    """A folder of fetched models with one in it: `tiny`."""
    if missing := small_model.absent():
        pytest.skip(missing)
    gguf = small_model.gguf()
    assert gguf is not None
    folder = home / "models"
    folder.mkdir(parents=True)
    (folder / "tiny.gguf").symlink_to(gguf)
    (folder / "tiny.json").write_text(json.dumps({"sha256": "0" * 64, "url": ""}), "utf-8")
    return folder
