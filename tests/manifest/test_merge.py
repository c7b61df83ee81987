"""One base, and overlays that hold only differences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import merge

BASE: dict[str, Any] = {"name": "N", "permissions": ["storage"], "action": {"default_title": "T"}}


def test_an_overlay_sets_adds_and_removes() -> None:
    overlay = {"set": {"key": "K"}, "add": {"permissions": ["sidePanel"]}, "remove": ["action"]}
    merged = merge.merge(BASE, overlay)
    assert merged == {"name": "N", "permissions": ["storage", "sidePanel"], "key": "K"}
    assert BASE["permissions"] == ["storage"]


@pytest.mark.parametrize(
    ("overlay", "why"),
    [
        ({"set": {"name": "N"}}, "already says"),
        ({"set": {"permissions": ["x"]}}, "would hide"),
        ({"set": {"action": None}}, "would hide"),
        ({"add": {"permissions": ["storage"]}}, "already has"),
        ({"add": {"host_permissions": ["x"]}}, "no list"),
        ({"remove": ["side_panel"]}, "has no side_panel"),
        ({"name": "M"}, "only set, add and remove"),
    ],
)
def test_a_change_that_changes_nothing_or_hides_the_base_is_refused(overlay: Any, why: str) -> None:
    with pytest.raises(merge.ManifestError, match=why):
        merge.merge(BASE, overlay)


@pytest.mark.parametrize("browser", merge.BROWSERS)
def test_golden(browser: str) -> None:
    golden = Path(__file__).parent / "golden" / f"{browser}.json"
    assert merge.as_text(merge.final_manifest(browser)) == golden.read_text("utf-8"), (
        "the manifest has changed: look at the difference, then run `python manifest-build/build.py --golden`"
    )


@pytest.mark.parametrize("browser", merge.BROWSERS)
def test_version_and_hosts_come_from_their_one_place(browser: str) -> None:
    manifest = merge.final_manifest(browser)
    version = json.loads((merge.ROOT / "package.json").read_text("utf-8"))["version"]
    hosts = json.loads(merge.HOSTS.read_text("utf-8"))
    assert manifest["version"] == version
    matches = manifest["content_scripts"][0]["matches"]
    assert matches[: len(hosts["arxiv"])] == [f"https://{host}/abs/*" for host in hosts["arxiv"]]
    assert manifest["host_permissions"] == [f"http://{hosts['backend']}/*"]
    assert "{" not in json.dumps(manifest["content_scripts"]).replace('{"', "")


def test_the_top_of_the_changelog_is_the_version() -> None:
    path = merge.ROOT / "CHANGELOG.md"
    if not path.is_file():
        pytest.skip("no CHANGELOG.md yet")
    headings = [line for line in path.read_text("utf-8").splitlines() if line.startswith("## ")]
    version = merge.load(merge.ROOT / "package.json")["version"]
    released = [line for line in headings if "unreleased" not in line.lower()]
    assert not released or version in released[0]
