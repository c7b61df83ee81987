"""The Python locks hold every declared dependency, with hashes and no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[3]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["build"]]
DEV = [*RUN, *PYPROJECT["dependency-groups"]["dev"]]
LOCKS = {"backend/requirements.lock": RUN, "tests/requirements.lock": DEV}


def missing(lock: str, wanted: list[str]) -> list[str]:
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))
    requirements = [Requirement(line) for line in wanted]
    return [r.name for r in requirements if r.name not in locked or not r.specifier.contains(locked[r.name])]


@pytest.mark.parametrize("name", sorted(LOCKS))
def test_a_lock_is_current(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert missing(text, LOCKS[name]) == [], "run `make lock`"
    assert "http" not in re.sub(r"\bhttp(core|x|tools)", "", text)
    assert text.count("==") <= text.count("--hash=")


def test_a_dependency_without_its_lock_would_be_noticed() -> None:
    text = (ROOT / "backend/requirements.lock").read_text("utf-8")
    assert missing(text, [*RUN, "not-locked>=1", "flask>=99"]) == ["not-locked", "flask"]
