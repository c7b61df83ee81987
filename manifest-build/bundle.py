"""Bundles the extension's pages and scripts with esbuild."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

from inline import inline_styles, name_chunks
from merge import ROOT, Json

SOURCE = ROOT / "extension"
PAGES = (
    "panel/panel.html",
    "courier/courier.html",
    "library/library.html",
    "today/today.html",
    "options/options.html",
    "welcome/pair.html",
    "welcome/welcome.html",
    "popup/popup.html",
)
# Style sheets that a page's script asks for when it needs them.
SHEETS_ON_USE = (
    "panel/selection/selection.css",
    "panel/questions/questions.css",
    "library/sayings.css",
    "ui/deep/deep.css",
    "ui/selection/kept-selections.css",
)
COPIED = ("_locales", "icons")

# An interface that only a browser with this field in its manifest has: elsewhere the code that calls it goes.
BESIDE = {"side_panel": "chrome.sidePanel", "sidebar_action": "chrome.sidebarAction"}

# charset=ascii: Chrome refuses an extension with a raw U+FFFF in a script, and minified text
# tables (KaTeX's) have it.
COMMON = (
    "--bundle",
    "--minify",
    "--charset=ascii",
    "--target=es2022",
    "--legal-comments=none",
    "--log-level=warning",
)


class BuildError(Exception):
    """Something that the build needs is not there."""


def bundle(out: Path, manifest: Json, *options: str) -> list[str]:
    """Writes everything but manifest.json into `out`; returns what the policy says of inlined styles.

    `options` are more of esbuild's.
    """
    esbuild = partial(_esbuild, *options, *_absent(manifest), out=out)
    esbuild("--format=iife", *_entries(_injected(manifest)))
    esbuild("--format=esm", *_entries(_loaded_on_use(manifest)))
    # Each page by itself: pages that share chunks load many small ones.
    for page in PAGES:
        linked = _entries(_linked(SOURCE / page))
        esbuild("--format=esm", "--splitting", "--chunk-names=chunks/[name]-[hash]", *_whole(linked), *linked)
    esbuild(*_entries([*SHEETS_ON_USE]))
    for page in PAGES:
        shutil.copyfile(SOURCE / page, _parent_made(out / page))
        name_chunks(out / page)
    for folder in COPIED:
        shutil.copytree(SOURCE / folder, out / folder, ignore=shutil.ignore_patterns("*.svg"))
    return [source for page in PAGES for source in inline_styles(out / page)]


def _absent(manifest: Json) -> list[str]:
    return [f"--define:{interface}=undefined" for field, interface in BESIDE.items() if field not in manifest]


def _injected(manifest: Json) -> list[str]:
    """Scripts and style sheets that the manifest names."""
    background = manifest["background"]
    named = [*background.get("scripts", []), *filter(None, [background.get("service_worker")])]
    for script in manifest["content_scripts"]:
        named += [*script["js"], *script.get("css", [])]
    return named


def _loaded_on_use(manifest: Json) -> list[str]:
    """Modules that content scripts import while they run; each is whole, in one file."""
    resources = [name for item in manifest["web_accessible_resources"] for name in item["resources"]]
    return [name for name in resources if name.endswith(".js")]


def _whole(linked: list[str]) -> list[str]:
    """Keeps in one chunk what a page loads at once.

    What every module imports cannot be divided by which of the parts loaded on use share it.
    """
    return [f"--inject:{source}" for source in linked if not source.endswith(".css")]


def _linked(page: Path) -> list[str]:
    """Scripts and style sheets that a page names, relative to the extension's folder."""
    if not page.is_file():
        raise BuildError(f"no page {page.relative_to(ROOT)}")
    text = page.read_text(encoding="utf-8")
    names = re.findall(r"<(?:script|link)\b[^>]*?\b(?:src|href)=\"([^\"]+\.(?:js|css))\"", text)
    return [(page.parent / name).resolve().relative_to(SOURCE).as_posix() for name in names]


def _entries(outputs: list[str]) -> list[str]:
    return sorted({str(_source_of(output)) for output in outputs})


def _source_of(output: str) -> Path:
    """The source file of which an output is made: a `.js` comes from a `.ts` or `.tsx`."""
    path = SOURCE / output
    possible = [path.with_suffix(kind) for kind in (".ts", ".tsx")] if path.suffix == ".js" else [path]
    found = [path for path in possible if path.is_file()]
    if len(found) != 1:
        raise BuildError(f"{output} needs exactly one source, there are {len(found)}")
    return found[0]


def _esbuild(*arguments: str, out: Path) -> None:
    tool = shutil.which("esbuild", path=ROOT / "node_modules" / ".bin")
    if tool is None:
        raise BuildError("esbuild is not installed: run `npm ci`")
    command = [tool, *COMMON, *arguments, f"--outdir={out}", f"--outbase={SOURCE}"]
    subprocess.run(command, cwd=ROOT, check=True)


def _parent_made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
