"""The build's own modules, and one build of each browser for all manifest tests."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "manifest-build"))


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `chrome` and `firefox`, built from the tree as it is."""
    if not shutil.which("esbuild", path=ROOT / "node_modules" / ".bin"):
        pytest.skip("esbuild is not installed: run `npm ci`")
    from build import build  # noqa: PLC0415
    from merge import BROWSERS  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("dist")
    for browser in BROWSERS:
        build(browser, folder)
    return folder
