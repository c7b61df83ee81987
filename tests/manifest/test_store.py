"""What the stores ask for is there, and fits their limits."""

from __future__ import annotations

import struct

import pytest

import checks
from merge import BROWSERS, ROOT, final_manifest, load

LANGUAGES = sorted(path.name for path in (ROOT / "extension/_locales").iterdir())
SUMMARY_MAX = 132
"""Characters of a description, by Chrome's store."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_fits(language: str) -> None:
    messages = load(ROOT / "extension/_locales" / language / "messages.json")
    assert 20 < len(messages["action_description"]["message"]) <= SUMMARY_MAX


@pytest.mark.parametrize("browser", BROWSERS)
def test_icons_are_as_large_as_they_say(browser: str) -> None:
    for size, name in final_manifest(browser)["icons"].items():
        width, height = struct.unpack(">II", (ROOT / "extension" / name).read_bytes()[16:24])
        assert (str(width), str(height)) == (size, size)


def test_the_privacy_policy_names_every_kind_of_data() -> None:
    kinds = checks.read_ledger()["data"]["firefox"]
    assert kinds
    for page in ("privacy.md", "store.md"):
        text = (ROOT / "docs" / page).read_text("utf-8")
        assert [kind for kind in kinds if f"`{kind}`" not in text] == []


def test_the_readme_leads_to_the_policy() -> None:
    for readme in ("README.md", "README.zh-CN.md"):
        text = (ROOT / readme).read_text("utf-8")
        missing = [page for page in ("privacy", "browsers", "store") if f"](docs/{page}.md)" not in text]
        assert missing == []
