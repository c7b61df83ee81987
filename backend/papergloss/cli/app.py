"""The app that every command joins, and what stands before any command."""

from __future__ import annotations

import logging
from typing import Annotated

import typer

from papergloss import __version__
from papergloss.cli.terminal import print_plain

app = typer.Typer(
    name="papergloss",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        print_plain(__version__)
        raise typer.Exit


@app.callback()
def papergloss(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what happens.")] = False,
    version: Annotated[  # noqa: ARG001 - typer calls back
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A gloss for every arXiv paper: translation, summary, checked takeaways, figures."""
    logging.basicConfig(
        level=logging.INFO if verbose else logging.ERROR, format="%(levelname)s %(name)s: %(message)s"
    )
