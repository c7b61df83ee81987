"""The built extension keeps the rules, and each check complains where a rule is broken."""

from __future__ import annotations

import copy
import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import checks
from inline import allow_styles, source_of
from merge import BROWSERS, final_manifest

Manifest = dict[str, Any]


@pytest.fixture(params=BROWSERS)
def browser(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def manifest(browser: str) -> Manifest:
    return copy.deepcopy(final_manifest(browser))


@pytest.fixture
def built(browser: str, dist: Path, tmp_path: Path) -> Path:
    """A copy of the build, free to be broken."""
    return Path(shutil.copytree(dist / browser, tmp_path / browser))


def test_the_build_keeps_every_rule(browser: str, built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    inlined = re.findall("<style>(.*?)</style>", (built / "panel/panel.html").read_text("utf-8"))
    assert len(inlined) == 1
    assert manifest == allow_styles(final_manifest(browser), [source_of(style) for style in inlined])
    assert checks.reach_complaints(manifest) == []
    assert checks.policy_complaints(manifest) == []
    assert checks.file_complaints(manifest, built) == []
    assert checks.character_complaints(built) == []
    assert checks.size_complaints(manifest, built) == []
    assert checks.message_complaints(manifest, built) == []


def test_the_ledger_explains_everything_and_nothing_else() -> None:
    manifests = {browser: final_manifest(browser) for browser in BROWSERS}
    assert checks.ledger_complaints(manifests, checks.read_ledger()) == []


def test_the_ledger_notices_what_it_does_not_explain(browser: str, manifest: Manifest) -> None:
    manifests = {name: final_manifest(name) for name in BROWSERS}
    manifest["permissions"].append("downloads")
    manifest["optional_permissions"].append("bookmarks")
    manifest["content_scripts"][0]["matches"].append("https://example.org/*")
    found = checks.ledger_complaints(manifests | {browser: manifest}, checks.read_ledger())
    assert found == [
        f"{browser}: optional bookmarks is not in the ledger",
        f"{browser}: permissions downloads is not in the ledger",
        f"{browser}: scripts https://example.org/* is not in the ledger",
    ]


def test_the_ledger_notices_what_is_no_longer_used() -> None:
    manifests = {browser: final_manifest(browser) for browser in BROWSERS}
    ledger = checks.read_ledger()
    ledger["permissions"]["both"]["downloads"] = "once needed"
    found = checks.ledger_complaints(manifests, ledger)
    assert found == [
        f"{name}: the ledger's permissions downloads is not in the manifest" for name in BROWSERS
    ]


def test_an_entry_without_a_reason_is_no_entry() -> None:
    manifests = {browser: final_manifest(browser) for browser in BROWSERS}
    ledger = checks.read_ledger()
    ledger["permissions"]["both"]["storage"] = ""
    assert len(checks.ledger_complaints(manifests, ledger)) == len(BROWSERS)


@pytest.mark.parametrize("field", ["permissions", "optional_permissions"])
@pytest.mark.parametrize("permission", ["tabs", "<all_urls>"])
def test_too_wide_a_permission(manifest: Manifest, permission: str, field: str) -> None:
    manifest[field].append(permission)
    assert checks.reach_complaints(manifest) == [f"{permission} reaches too far"]


@pytest.mark.parametrize("pattern", ["<all_urls>", "*://*/*", "https://*/*", "http://*/*", "file:///*"])
@pytest.mark.parametrize("place", ["host_permissions", "optional_host_permissions", "content_scripts"])
def test_too_wide_a_pattern(manifest: Manifest, pattern: str, place: str) -> None:
    if place == "content_scripts":
        manifest[place][0]["matches"].append(pattern)
    else:
        manifest.setdefault(place, []).append(pattern)
    assert checks.reach_complaints(manifest) == [f"{pattern} reaches too far"]


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'none'; script-src 'self' 'unsafe-eval'",
        "default-src 'none'; style-src 'self' 'unsafe-inline'",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-hashes'",
        "default-src 'none'; connect-src *",
        "default-src 'none'; img-src 'self' data:",
        "script-src 'self'",
        "",
    ],
)
def test_an_unsafe_policy(manifest: Manifest, policy: str) -> None:
    manifest["content_security_policy"]["extension_pages"] = policy
    assert len(checks.policy_complaints(manifest)) == 1


@pytest.mark.parametrize(
    "name", ["background/background.js", "icons/32.png", "panel/panel.html", "welcome/pair.css"]
)
def test_a_file_that_is_not_there(manifest: Manifest, built: Path, name: str) -> None:
    manifest["also"] = "welcome/pair.html"
    (built / name).unlink()
    assert checks.file_complaints(manifest, built) == [f"{name} is not in the build"]


def test_a_character_that_chrome_refuses(built: Path) -> None:
    (built / "panel/extra.js").write_text("x='\uffff'", "utf-8")
    assert checks.character_complaints(built) == ["panel/extra.js has a noncharacter"]


def test_a_content_script_that_has_grown(manifest: Manifest, built: Path) -> None:
    script = built / manifest["content_scripts"][0]["js"][0]
    script.write_bytes(script.read_bytes() + random.Random(1).randbytes(checks.INJECTED_MAX))
    assert len(checks.size_complaints(manifest, built)) == 1


def test_a_message_that_one_language_lacks(manifest: Manifest, built: Path) -> None:
    path = built / "_locales/zh_CN/messages.json"
    messages = json.loads(path.read_text("utf-8"))
    del messages["action_title"]
    path.write_text(json.dumps(messages), "utf-8")
    assert checks.message_complaints(manifest, built) == ["zh_CN has no action_title"]


def test_what_firefox_wants() -> None:
    manifest = copy.deepcopy(final_manifest("firefox"))
    assert checks.store_complaints(manifest) == []
    manifest["background"] = {"service_worker": "background/background.js"}
    del manifest["browser_specific_settings"]
    assert len(checks.store_complaints(manifest)) == 4


def test_only_chrome_has_a_key_and_a_side_panel() -> None:
    chrome, firefox = final_manifest("chrome"), final_manifest("firefox")
    assert {"key", "side_panel"} <= chrome.keys() - firefox.keys()
    assert "sidebar_action" in firefox.keys() - chrome.keys()


def test_no_shortcut_is_one_that_arxiv_or_chrome_has() -> None:
    """arXiv's pages have the access keys f, n and p (with Alt+Shift); with P Chrome makes a group of tabs."""
    commands = final_manifest("chrome")["commands"].values()
    keys = [command["suggested_key"]["default"] for command in commands]
    assert len(set(keys)) == len(keys)
    assert not {f"Alt+Shift+{letter}" for letter in "FNPCWX"} & set(keys)


WITHOUT_INTERFACE = {"activeTab", "unlimitedStorage"}


def unused(manifest: Manifest, folder: Path) -> list[str]:
    """Permissions whose interface no script names."""
    scripts = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.js")))
    asked = {*manifest["permissions"], *manifest["optional_permissions"]} - WITHOUT_INTERFACE
    return sorted(name for name in asked if f"chrome.{name}" not in scripts)


def test_every_permission_is_used(manifest: Manifest, built: Path) -> None:
    assert unused(manifest, built) == []
    manifest["permissions"].append("downloads")
    assert unused(manifest, built) == ["downloads"]
