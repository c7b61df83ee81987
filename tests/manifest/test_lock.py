"""The npm locks install everywhere: nothing is missing from them, and they name no registry."""

from __future__ import annotations

import json

import pytest

from merge import ROOT

Locked = dict[str, dict[str, object]]


@pytest.fixture(params=["package-lock.json", "tests/manifest/web-ext/package-lock.json"])
def locked(request: pytest.FixtureRequest) -> Locked:
    packages = json.loads((ROOT / request.param).read_text("utf-8"))["packages"]
    return {name: entry for name, entry in packages.items() if name}


def test_it_names_no_registry(locked: Locked) -> None:
    assert [name for name, entry in locked.items() if "resolved" in entry] == []


def test_every_package_has_a_version_and_a_hash(locked: Locked) -> None:
    assert [name for name, entry in locked.items() if not {"version", "integrity"} <= entry.keys()] == []


def test_packages_for_other_machines_are_there(locked: Locked) -> None:
    """`npm ci` refuses a lock from which a registry's gap has dropped an optional package."""
    missing = [
        optional
        for entry in locked.values()
        for optional in dict(entry.get("optionalDependencies", {}))  # type: ignore[call-overload]
        if not any(name.endswith(f"node_modules/{optional}") for name in locked)
    ]
    assert missing == []
