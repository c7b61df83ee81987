"""What the panel loads stays small; formulas are drawn by KaTeX, which comes only where there are some."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

import pytest

from merge import BROWSERS

PANEL_MAX = 40 * 1024
"""The goal of the bench `extension.panel.bytes`."""
KATEX_MIN = 150_000
"""No module of ours is near this size, KaTeX is far over it."""

IMPORTED = re.compile(r"""(?:\bfrom|\bimport)\s*"(\.{1,2}/[^"]+\.js)\"""")


def loaded(folder: Path) -> set[Path]:
    """The page, its style sheets, its script, and every module that this imports before it runs."""
    page = folder / "panel/panel.html"
    links = re.findall(r'(?:src|href)="([^"]+\.(?:js|css))"', page.read_text("utf-8"))
    waiting = [(page.parent / link).resolve() for link in links]
    found = {page}
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.add(file)
        if file.suffix == ".js":
            waiting += [(file.parent / name).resolve() for name in IMPORTED.findall(file.read_text("utf-8"))]
    return found


def gzipped(files: set[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_panel_without_katex_is_small(browser: str, dist: Path) -> None:
    files = loaded(dist / browser)
    assert sorted(file.suffix for file in files) == [".css", ".html", ".js"], (
        "loaded at once, in one piece each"
    )
    assert not [file for file in files if file.stat().st_size > KATEX_MIN]
    assert gzipped(files) <= PANEL_MAX, {file.name: gzipped({file}) for file in files}


@pytest.mark.parametrize("browser", BROWSERS)
def test_katex_is_a_module_that_is_loaded_on_use(browser: str, dist: Path) -> None:
    assert [file for file in (dist / browser / "chunks").iterdir() if file.stat().st_size > KATEX_MIN]


def test_a_panel_that_has_grown_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "panel").mkdir()
    (tmp_path / "panel/panel.html").write_text('<script type="module" src="main.js"></script>', "utf-8")
    (tmp_path / "panel/main.js").write_text('import"../chunks/a.js";', "utf-8")
    (tmp_path / "chunks").mkdir()
    (tmp_path / "chunks/a.js").write_bytes(random.Random(1).randbytes(PANEL_MAX).hex().encode())
    assert gzipped(loaded(tmp_path)) > PANEL_MAX
