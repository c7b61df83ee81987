"""README.zh-CN.md keeps step with README.md: the same sections, the same commands, places that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENGLISH = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")

HEADINGS = {
    "# PaperGloss": "# PaperGloss",
    "## Start": "## 开始",
    "## Check": "## 检查",
    "## Where does X live": "## 代码在哪里",
    "## Licence": "## 许可",
}
"""Each heading of README.md, and what README.zh-CN.md calls it."""


def blocks(text: str) -> list[str]:
    """What stands between fences: commands that are copied as they are."""
    return re.findall(r"^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def prose(text: str) -> str:
    return re.sub(r"^```\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ .+$", prose(text), re.MULTILINE)


def commands(text: str) -> set[str]:
    """Commands and settings within sentences."""
    spans = re.findall(r"`([^`\n]+)`", prose(text))
    return {span for span in spans if re.match(r"(make|papergloss|set|source) |PAPERGLOSS_", span)}


def differences(english: str, chinese: str) -> list[str]:
    """What the translation lacks or has too much; empty where it keeps step."""
    named = [HEADINGS.get(heading, f"no translation of {heading}") for heading in headings(english)]
    found = [] if named == headings(chinese) else [f"headings: {named} against {headings(chinese)}"]
    if blocks(english) != blocks(chinese):
        found.append("the fenced commands differ")
    return found + [f"command: {one}" for one in sorted(commands(english) ^ commands(chinese))]


def test_the_chinese_readme_keeps_step() -> None:
    assert differences(ENGLISH, CHINESE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Check", "## Checks"),
        ("## Licence", "## Use\n\n## Licence"),
        ("make test", "make check"),
        ("`make bench`", "`make measure`"),
        ("--lang zh", "--language zh"),
        ("papergloss serve\n", "papergloss serve --open\n"),
    ],
)
def test_a_change_of_the_english_one_alone_would_be_noticed(old: str, new: str) -> None:
    assert old in ENGLISH
    assert differences(ENGLISH.replace(old, new, 1), CHINESE) != []


def test_every_place_that_it_names_exists() -> None:
    places = re.findall(r"`((?:extension|backend|tests|manifest-build)/[\w./-]*)`", CHINESE)
    linked = re.findall(r"\]\(([\w./-]+)\)", CHINESE)
    assert places
    assert [name for name in [*places, *linked] if not (ROOT / name).exists()] == []
