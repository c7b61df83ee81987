"""Mozilla's own check finds nothing wrong with our code, and does find what is."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.web_ext import complaints

PLANTED = "planted/planted.js"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> list[str]:
    """What it says of the build for Firefox and one bad script of ours in it (it takes 6 s: once)."""
    from build import build  # noqa: PLC0415

    built = build("firefox", tmp_path_factory.mktemp("linted"), "--sourcemap=external")
    (built / PLANTED).parent.mkdir()
    (built / PLANTED).write_text(
        "document.body.innerHTML = location.hash;\nchrome.sidePanel.open({ tabId: 1 });\n"
    )
    return complaints(built)


def test_no_errors_and_no_warnings_that_are_ours(found: list[str]) -> None:
    assert [line for line in found if not line.startswith(PLANTED)] == []


def test_ours_would_be_noticed(found: list[str]) -> None:
    assert [line for line in found if line.startswith(PLANTED)] == [
        f"{PLANTED}: UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML",
        f"{PLANTED}: UNSUPPORTED_API: sidePanel.open is not supported",
    ]


@pytest.mark.parametrize(("browser", "lacks"), [("chrome", "sidebarAction"), ("firefox", "sidePanel")])
def test_no_browser_gets_calls_that_it_does_not_have(browser: str, lacks: str, dist: Path) -> None:
    scripts = [path.read_text("utf-8") for path in (dist / browser).rglob("*.js")]
    assert scripts
    assert not [script for script in scripts if lacks in script]
