"""`papergloss pair`: another pairing link for a backend that is running."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, print_plain
from papergloss.jobs.assembly import assemble


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@app.command()
def pair(
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of the backend.")] = None,
    open_link: Annotated[bool, typer.Option("--open", help="Open the link in the default browser.")] = False,
) -> None:
    """Print a link that pairs one browser with the running backend, once, within 10 minutes."""
    settings = config.load()
    if port is not None:
        settings = settings.model_copy(update={"port": port})
    with closing(assemble(settings)) as backend:
        link = backend.pairing_link()
    print_plain(link)
    if not _answers(settings.port):
        err.print(f"Nothing answers on port {settings.port} yet: start `papergloss serve` first.")
    err.print("Open the link in the browser that has the extension, within 10 minutes.")
    if open_link:
        typer.launch(link)
