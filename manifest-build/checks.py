"""What every built manifest must keep to. Each check returns its complaints, none where all is well."""

from __future__ import annotations

import gzip
import posixpath
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from merge import BROWSERS, HOSTS, Json, fill_hosts, load

LEDGER = Path(__file__).resolve().parent / "permissions.toml"

# Measured: the button, the overlay host and the pairing watcher take about 3.2 KB.
INJECTED_MAX = 4096

FORBIDDEN_PERMISSIONS = {"tabs", "<all_urls>", "webRequest", "history", "cookies"}
FORBIDDEN_PATTERN = re.compile(r"<all_urls>|^(\*|https?)://\*/|^file:")

NONCHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

Reach = set[tuple[str, str, str]]
"""(section of the ledger, browser, entry)"""


def read_ledger(path: Path = LEDGER) -> Json:
    """Section, then `both` or a browser, then entry and reason."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def ledger_complaints(manifests: dict[str, Json], ledger: Json) -> list[str]:
    """Reach that the ledger does not explain, and explanations of what no manifest asks for."""
    asked = {reach for browser, manifest in manifests.items() for reach in _reach(browser, manifest)}
    explained = set(_explained(ledger))
    return [
        f"{b}: {section} {entry} is not in the ledger" for section, b, entry in sorted(asked - explained)
    ] + [
        f"{b}: the ledger's {section} {entry} is not in the manifest"
        for section, b, entry in sorted(explained - asked)
    ]


def _reach(browser: str, manifest: Json) -> Reach:
    gecko = manifest.get("browser_specific_settings", {}).get("gecko", {})
    found = {
        "permissions": manifest.get("permissions", []),
        "optional": manifest.get("optional_permissions", []),
        "hosts": manifest.get("host_permissions", []) + manifest.get("optional_host_permissions", []),
        "scripts": [match for script in manifest["content_scripts"] for match in script["matches"]],
        "resources": [match for item in manifest["web_accessible_resources"] for match in item["matches"]],
        "data": gecko.get("data_collection_permissions", {}).get("required", []),
    }
    return {(section, browser, entry) for section, entries in found.items() for entry in entries}


def _explained(ledger: Json) -> Iterator[tuple[str, str, str]]:
    for section, parts in ledger.items():
        for part, entries in parts.items():
            for browser in BROWSERS if part == "both" else (part,):
                named = fill_hosts([entry for entry, reason in entries.items() if reason], load(HOSTS))
                yield from ((section, browser, entry) for entry in named)


def reach_complaints(manifest: Json) -> list[str]:
    """Permissions and patterns that would let the extension see more than its own pages."""
    permissions = set(manifest.get("permissions", [])) | set(manifest.get("optional_permissions", []))
    patterns = {
        entry for section, _, entry in _reach("", manifest) if section in {"hosts", "scripts", "resources"}
    }
    too_wide = [pattern for pattern in patterns if FORBIDDEN_PATTERN.search(pattern)]
    return sorted(f"{entry} reaches too far" for entry in [*(permissions & FORBIDDEN_PERMISSIONS), *too_wide])


def policy_complaints(manifest: Json) -> list[str]:
    """An extension page's policy must name every source, and no unsafe one."""
    policy = manifest.get("content_security_policy", {}).get("extension_pages", "")
    complaints = [
        f"the policy has {word}" for word in re.findall(r"'unsafe-[a-z-]+'|\sdata:|\s\*(?=[\s;]|$)", policy)
    ]
    if not policy.startswith("default-src 'none';"):
        complaints.append("the policy does not begin with default-src 'none'")
    return complaints


def file_complaints(manifest: Json, folder: Path) -> list[str]:
    """Every file that the manifest names, and every one that its pages name, must be in the build."""
    named = set(_paths(manifest))
    for page in [name for name in named if name.endswith(".html") and (folder / name).is_file()]:
        links = re.findall(r"(?:src|href)=\"([^\"#:]+)\"", (folder / page).read_text(encoding="utf-8"))
        named |= {posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in links}
    return [f"{name} is not in the build" for name in sorted(named) if not (folder / name).is_file()]


def _paths(value: Any) -> Iterator[str]:
    if isinstance(value, str) and re.fullmatch(r"[\w/.-]+\.(?:js|css|html|png|svg)", value):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _paths(item)


def character_complaints(folder: Path) -> list[str]:
    """Chrome refuses an extension with one of Unicode's noncharacters (U+FFFF) in a script."""
    scripts = sorted(path for kind in ("*.js", "*.css", "*.html") for path in folder.rglob(kind))
    return [
        f"{path.relative_to(folder).as_posix()} has a noncharacter"
        for path in scripts
        if NONCHARACTER.search(path.read_text(encoding="utf-8"))
    ]


def size_complaints(manifest: Json, folder: Path, limit: int = INJECTED_MAX) -> list[str]:
    """What is put into every page must stay small: all injected files together, gzipped one by one."""
    total = injected_bytes(manifest, folder)
    return [f"{total} bytes gzipped are injected, over {limit}"] if total > limit else []


def injected_bytes(manifest: Json, folder: Path) -> int:
    """Bytes, gzipped, of all content scripts and their style sheets."""
    scripts = manifest["content_scripts"]
    names = {name for script in scripts for name in [*script["js"], *script.get("css", [])]}
    return sum(len(gzip.compress((folder / name).read_bytes(), 9)) for name in names)


def message_complaints(manifest: Json, folder: Path) -> list[str]:
    """Every `__MSG_key__` of the manifest must exist in every language."""
    keys = sorted(set(re.findall(r"__MSG_(\w+)__", str(manifest))))
    return [
        f"{language.name} has no {key}"
        for language in sorted((folder / "_locales").iterdir())
        for key in keys
        if key not in load(language / "messages.json")
    ]


def store_complaints(manifest: Json) -> list[str]:
    """What Firefox's store asks for."""
    gecko = manifest.get("browser_specific_settings", {}).get("gecko", {})
    wanted = ("id", "strict_min_version", "data_collection_permissions")
    complaints = [f"gecko has no {name}" for name in wanted if not gecko.get(name)]
    if "service_worker" in manifest["background"]:
        complaints.append("Firefox runs background.scripts, not a service worker")
    return complaints
