"""The command line. Results go to standard output, everything else to standard error."""

from __future__ import annotations

import sys

# Importing a module adds its commands to the app.
from papergloss.cli import (  # noqa: F401
    ask,
    backup,
    digest,
    doctor,
    eval,
    gloss,
    library,
    library_files,
    model,
    pair,
    providers,
    queue,
    serve,
    terms,
    usage,
)
from papergloss.cli.app import app
from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.terminal import print_error
from papergloss.errors import BadInput, PaperGlossError

__all__ = ["ExitCode", "app", "main"]


def main() -> None:
    """Runs a command; an error of ours becomes two plain lines and an exit code."""
    try:
        app()
    except PaperGlossError as error:
        print_error(error)
        sys.exit((ExitCode.USAGE if isinstance(error, BadInput) else ExitCode.FAILED).code)
