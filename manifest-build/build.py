"""Builds the extension: `python manifest-build/build.py [--zip] [--dist DIR] [chrome|firefox ...]`.

Writes manifest-build/dist/chrome and dist/firefox, ready to be loaded as they are; with --zip also
the archives for the stores and for their reviewers. --golden rewrites the committed manifests that
the tests compare with, so that a review sees what really changes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from bundle import BuildError, bundle
from inline import allow_styles
from merge import BROWSERS, ROOT, Json, ManifestError, as_text, final_manifest, load
from pack import files_below, pack

DIST = Path(__file__).resolve().parent / "dist"
GOLDEN = ROOT / "tests" / "manifest" / "golden"

# What is needed to build the same extension again.
SOURCES = ("extension", "manifest-build", "package.json", "package-lock.json", "tsconfig.json", "LICENSE")


def build(browser: str, dist: Path = DIST, *options: str) -> Path:
    """Builds one browser's extension into `dist/browser` and returns that folder; `options` go to esbuild."""
    out = dist / browser
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    manifest = final_manifest(browser)
    manifest = allow_styles(manifest, bundle(out, manifest, *options))
    (out / "manifest.json").write_text(as_text(manifest), encoding="utf-8")
    return out


def pack_release(browser: str, dist: Path = DIST) -> Path:
    """Packs a built extension for its store; without `key`, which fixes the id of unpacked builds only."""
    out = dist / browser
    manifest: Json = {name: value for name, value in load(out / "manifest.json").items() if name != "key"}
    release = dist / f"release-{browser}"
    shutil.rmtree(release, ignore_errors=True)
    shutil.copytree(out, release)
    (release / "manifest.json").write_text(as_text(manifest), encoding="utf-8")
    target = dist / f"papergloss-{browser}-{manifest['version']}.zip"
    pack(release, files_below(release), target)
    shutil.rmtree(release)
    return target


def pack_source(dist: Path = DIST) -> Path:
    """Packs what a reviewer needs to build the same files."""
    places = [ROOT / name for name in SOURCES]
    unwanted = {"dist", "__pycache__", "node_modules"}
    files = [path for path in files_below(*places) if not unwanted & set(path.relative_to(ROOT).parts)]
    target = dist / f"papergloss-source-{final_manifest('chrome')['version']}.zip"
    pack(ROOT, files, target)
    return target


def write_golden() -> None:
    """Rewrites the committed manifests."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for browser in BROWSERS:
        (GOLDEN / f"{browser}.json").write_text(as_text(final_manifest(browser)), encoding="utf-8")


def install_packages() -> None:
    """Installs what the bundle is made of, where nobody has."""
    if not (ROOT / "node_modules").is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise BuildError("npm is not installed: install Node.js 20 or newer")
        subprocess.run([npm, "ci", "--omit=dev", "--no-audit", "--no-fund"], cwd=ROOT, check=True)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Build the PaperGloss extension.")
    parser.add_argument("browsers", nargs="*", default=list(BROWSERS), metavar="BROWSER")
    parser.add_argument("--dist", type=Path, default=DIST, help="where the builds go")
    parser.add_argument("--zip", action="store_true", help="also pack for the stores and reviewers")
    parser.add_argument("--golden", action="store_true", help="rewrite the golden manifests and stop")
    options = parser.parse_args()
    if options.golden:
        write_golden()
        return 0
    try:
        install_packages()
        for browser in options.browsers:
            print(f"{browser}: {build(browser, options.dist)}")
            if options.zip:
                print(pack_release(browser, options.dist))
        if options.zip:
            print(pack_source(options.dist))
    except (BuildError, ManifestError) as problem:
        print(f"build.py: {problem}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
