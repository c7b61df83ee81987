"""Archives for the stores: the same bytes whenever and wherever they are packed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

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


def test_the_source_archive_gives_the_same_archives_elsewhere(dist: Path, tmp_path: Path) -> None:
    """In another folder, at another time, in another time zone, with another umask and another language."""
    here = [*(build.pack_release(browser, dist) for browser in BROWSERS), build.pack_source(dist)]
    source = tmp_path / "a folder of a reviewer" / "source"
    with zipfile.ZipFile(here[-1]) as archive:
        archive.extractall(source)
    for path in source.rglob("*"):
        os.utime(path, (1, 1_000_000_000))
    for name in [".bin", "@esbuild", *load(ROOT / "package.json")["dependencies"]]:
        shutil.copytree(ROOT / "node_modules" / name, source / "node_modules" / name, symlinks=True)
    subprocess.run(
        [sys.executable, "manifest-build/build.py", "--zip", "--dist", tmp_path / "elsewhere"],
        cwd=source,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        umask=0o077,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for archive_here in here:
        assert different(archive_here, tmp_path / "elsewhere" / archive_here.name) == []


def different(one: Path, other: Path) -> list[str]:
    """Empty where two archives are the same bytes; else the entries that differ, or `order` or `form`."""
    if one.read_bytes() == other.read_bytes():
        return []
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        found = [name for name in names if content(first, name) != content(second, name)]
        return found or (["form"] if first.namelist() == second.namelist() else ["order"])


def content(archive: zipfile.ZipFile, name: str) -> bytes | None:
    return archive.read(name) if name in archive.namelist() else None


@pytest.mark.parametrize(
    ("name", "text", "day", "found"),
    [("a", "1", 1, []), ("a", "2", 1, ["a"]), ("b", "1", 1, ["a", "b"]), ("a", "1", 2, ["form"])],
)
def test_a_difference_would_be_noticed(
    tmp_path: Path, name: str, text: str, day: int, found: list[str]
) -> None:
    for number, entry in enumerate([("a", "1", 1), (name, text, day)]):
        with zipfile.ZipFile(tmp_path / f"{number}.zip", "w") as archive:
            archive.writestr(zipfile.ZipInfo(entry[0], (1980, 1, entry[2], 0, 0, 0)), entry[1])
    assert different(tmp_path / "0.zip", tmp_path / "1.zip") == found
