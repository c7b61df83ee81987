"""Runs the installed `papergloss` command as a shell user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("papergloss")


def papergloss(
    *arguments: str, home: Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The finished command; `environment` is added to the test's own."""
    return subprocess.run(
        [COMMAND, *arguments],
        env={**os.environ, "PAPERGLOSS_HOME": str(home), "NO_COLOR": "1", "COLUMNS": "200", **environment},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        stdin=subprocess.DEVNULL,
    )
