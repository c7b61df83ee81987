"""`papergloss serve`: the backend, and what to do next."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.built import built_extensions
from papergloss.cli.terminal import print_plain
from papergloss.jobs.assembly import Backend
from papergloss.settings.provider import host_of

CONNECT = (
    "          Choose one on the extension's settings page, or stop this (Ctrl-C) and start again with,\n"
    "          for example, OPENAI_API_KEY=… OPENAI_BASE_URL=https://api.deepseek.com before the command\n"
    "          (any OpenAI-compatible address, a model on this machine too: docs/configuration.md)"
)


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on.")] = None,
    open_link: Annotated[
        bool, typer.Option("--open", help="Open the pairing link in the default browser.")
    ] = False,
) -> None:
    """Start the backend on this machine and print how to connect a browser."""
    from papergloss.web import serve as web  # noqa: PLC0415 - no other command needs a web server

    settings = config.load()
    if port is not None:
        settings = settings.model_copy(update={"port": port})

    def ready(backend: Backend, link: str) -> None:
        print_plain(_greeting(backend, link))
        if open_link:
            typer.launch(link)

    web.serve(settings, ready)


def _greeting(backend: Backend, link: str) -> str:
    settings = backend.config
    lines = ["", f"PaperGloss is running on http://{settings.host}:{settings.port} (Ctrl-C stops it)", ""]
    lines += ["Extension " + _extension_lines(), f"Pairing   {link}"]
    again = f"`{_command()} pair` makes another."
    lines += [f"          Open it in that browser within 10 minutes; {again}", ""]
    provider = backend.provider.provider()
    if provider is None and backend.asking.engine()[0] == "local":
        lines += [f"Engine    local: drafts by {backend.asking.engine()[1]} on this machine", CONNECT]
    elif provider is None:
        lines += ["Engine    extractive: the paper's own key sentences, no translation, no model", CONNECT]
    else:
        lines += [f"Engine    {provider.model} at {host_of(provider)}"]
    lines += ["", "Then open an abstract page on arXiv and press “PaperGloss” under “Access Paper”.", ""]
    return "\n".join(lines)


def _command() -> str:
    """How this very command can be called from here."""
    if shutil.which("papergloss"):
        return "papergloss"
    called = Path(sys.argv[0])
    return str(called.relative_to(Path.cwd()) if called.is_relative_to(Path.cwd()) else called)


def _extension_lines() -> str:
    built = built_extensions()
    if not built:
        return "not built yet: python manifest-build/build.py"
    return "\n          ".join(
        [
            f"Chrome: chrome://extensions, Developer mode, Load unpacked: {built['chrome']}",
            f"Firefox: about:debugging, Load Temporary Add-on: {built['firefox'] / 'manifest.json'}",
        ]
    )
