"""Final manifests: the base, one browser's overlay, the version and the hosts.

An overlay holds only differences, in three lists of changes: `set` (a field that the base lacks or
has otherwise), `add` (items at the end of a list of the base) and `remove` (fields of the base that
the browser must not see).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MANIFESTS = Path(__file__).resolve().parent / "manifests"
HOSTS = ROOT / "extension" / "arxiv" / "hosts.json"
BROWSERS = ("chrome", "firefox")

Json = dict[str, Any]


class ManifestError(Exception):
    """A manifest source breaks one of the rules above."""


def load(path: Path) -> Json:
    """A JSON object from a file."""
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def merge(base: Json, overlay: Json) -> Json:
    """Applies an overlay. Raises ManifestError for a change that changes nothing, or has no place."""
    if unknown := overlay.keys() - {"set", "add", "remove"}:
        raise ManifestError(f"an overlay has only set, add and remove, not {sorted(unknown)}")
    merged = dict(base)
    for name in overlay.get("remove", []):
        if name not in base:
            raise ManifestError(f"remove: the base has no {name}")
        del merged[name]
    for name, value in overlay.get("set", {}).items():
        if base.get(name) == value:
            raise ManifestError(f"set: {name} is what the base already says")
        if isinstance(base.get(name), dict | list):
            raise ManifestError(f"set: {name} would hide the base's; use add, or move it to the overlays")
        merged[name] = value
    for name, items in overlay.get("add", {}).items():
        present = base.get(name)
        if not isinstance(present, list):
            raise ManifestError(f"add: the base has no list {name}")
        if doubled := [item for item in items if item in present]:
            raise ManifestError(f"add: {name} already has {doubled}")
        merged[name] = [*present, *items]
    return merged


def fill_hosts(value: Any, hosts: Json) -> Any:
    """Puts hosts in the place of `{backend}` and, in lists, one item per host in that of `{arxiv}`."""
    if isinstance(value, str):
        return value.replace("{backend}", hosts["backend"])
    if isinstance(value, dict):
        return {name: fill_hosts(item, hosts) for name, item in value.items()}
    if isinstance(value, list):
        return [filled for item in value for filled in _fill_item(item, hosts)]
    return value


def _fill_item(item: Any, hosts: Json) -> list[Any]:
    if isinstance(item, str) and "{arxiv}" in item:
        return [item.replace("{arxiv}", host) for host in hosts["arxiv"]]
    return [fill_hosts(item, hosts)]


def final_manifest(browser: str) -> Json:
    """The manifest that `browser` gets, its fields in alphabetic order."""
    merged = merge(load(MANIFESTS / "base.json"), load(MANIFESTS / f"{browser}.json"))
    merged["version"] = load(ROOT / "package.json")["version"]
    filled: Json = fill_hosts(merged, load(HOSTS))
    return dict(sorted(filled.items()))


def as_text(manifest: Json) -> str:
    """The manifest as it is written; ASCII only, like every file that a browser parses."""
    return json.dumps(manifest, indent=2, ensure_ascii=True) + "\n"
