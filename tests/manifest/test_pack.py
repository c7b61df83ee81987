"""Archives for the stores: the same bytes whenever and wherever they are packed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import build
from merge import BROWSERS, ROOT, load


def test_packing_twice_gives_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    for browser in BROWSERS:
        first = build.pack_release(browser, dist).read_bytes()
        other = tmp_path / "other"
        shutil.copytree(dist / browser, other / browser)
        for path in other.rglob("*"):
            os.utime(path, (1, 1_000_000_000))
        assert build.pack_release(browser, other).read_bytes() == first


def test_a_release_is_the_build_without_the_key_of_unpacked_builds(dist: Path) -> None:
    with zipfile.ZipFile(build.pack_release("chrome", dist)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = archive.namelist()
    assert "key" not in manifest
    assert names == sorted(names)
    files = {
        path.relative_to(dist / "chrome").as_posix()
        for path in (dist / "chrome").rglob("*")
        if path.is_file()
    }
    assert set(names) == files


def test_the_source_archive_builds_the_same_extension(dist: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(build.pack_source(dist)) as archive:
        archive.extractall(tmp_path / "source")
    packages = tmp_path / "source/node_modules"
    for name in [".bin", "@esbuild", *load(ROOT / "package.json")["dependencies"]]:
        shutil.copytree(ROOT / "node_modules" / name, packages / name, symlinks=True)
    subprocess.run(
        [sys.executable, "manifest-build/build.py", "--dist", tmp_path / "rebuilt", *BROWSERS],
        cwd=tmp_path / "source",
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for browser in BROWSERS:
        built = build.files_below(dist / browser)
        assert built
        for path in built:
            assert (tmp_path / "rebuilt" / path.relative_to(dist)).read_bytes() == path.read_bytes()
