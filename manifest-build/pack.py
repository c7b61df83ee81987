"""Zips that come out the same, byte for byte, wherever they are packed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

# The earliest time that a zip can hold: file times must not leak into the bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path, files: Iterable[Path], target: Path) -> None:
    """Packs `files` (under `folder`) into `target`, sorted, with one fixed time and mode."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def files_below(*places: Path) -> list[Path]:
    """Every file in `places` (files or folders)."""
    return [
        path
        for place in places
        for path in ([place] if place.is_file() else place.rglob("*"))
        if path.is_file()
    ]
