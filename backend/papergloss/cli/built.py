"""Where the built extension is, when this is a checkout or was started in one."""

from __future__ import annotations

from pathlib import Path

BROWSERS = ("chrome", "firefox")


def built_extensions() -> dict[str, Path]:
    """Folder per browser; empty where not every browser's extension is built."""
    for root in (Path(__file__).parents[3], Path.cwd()):
        found = {browser: root / "manifest-build" / "dist" / browser for browser in BROWSERS}
        if all((folder / "manifest.json").is_file() for folder in found.values()):
            return found
    return {}
