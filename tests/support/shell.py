"""Runs the installed `papergloss` command as a shell user does."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from papergloss.cli import main

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


def papergloss_here(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same command in this process, without the seconds that a new one takes to start."""
    out, err = io.StringIO(), io.StringIO()
    code: str | int | None = 0
    with (
        patch.dict(os.environ, {"PAPERGLOSS_HOME": str(home), **environment}),
        patch.object(sys, "argv", ["papergloss", *arguments]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return subprocess.CompletedProcess(arguments, int(code or 0), out.getvalue(), err.getvalue())
