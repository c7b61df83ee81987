"""The npm lock installs everywhere: nothing is missing from it, and it names no registry."""

from __future__ import annotations

import json

from merge import ROOT


def locked() -> dict[str, dict[str, object]]:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {name: entry for name, entry in packages.items() if name}


def test_it_names_no_registry() -> None:
    assert [name for name, entry in locked().items() if "resolved" in entry] == []


def test_every_package_has_a_version_and_a_hash() -> None:
    assert [name for name, entry in locked().items() if not {"version", "integrity"} <= entry.keys()] == []


def test_packages_for_other_machines_are_there() -> None:
    """`npm ci` refuses a lock from which a registry's gap has dropped an optional package."""
    packages = locked()
    missing = [
        optional
        for entry in packages.values()
        for optional in dict(entry.get("optionalDependencies", {}))  # type: ignore[call-overload]
        if not any(name.endswith(f"node_modules/{optional}") for name in packages)
    ]
    assert missing == []
