"""`papergloss doctor`: what is missing and how to mend it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

import typer
from rich.text import Text

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.built import built_extensions
from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.terminal import out
from papergloss.config import Config
from papergloss.errors import NoEngine, PaperGlossError, PaperNotFound, StoreError
from papergloss.jobs.assembly import Backend, assemble
from papergloss.settings.provider import host_of

MARKS = {"ok": ("✓", "green"), "note": ("–", "dim"), "fault": ("✗", "bold red")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    state: Literal["ok", "note", "fault"]
    what: str
    hint: str = ""


@app.command()
def doctor() -> None:
    """Look at everything PaperGloss needs, and say how to mend what is missing."""
    faults = 0
    for finding in _examine():
        mark, style = MARKS[finding.state]
        out.print(Text.assemble((f"{mark} ", style), finding.what))
        if finding.hint:
            out.print(Text(f"  {finding.hint}", style="dim"))
        faults += finding.state == "fault"
    if faults:
        raise typer.Exit(ExitCode.FAILED.code)


def _examine() -> Iterator[Finding]:
    settings = config.load()
    yield _guarded(lambda: _folder(settings))
    try:
        backend = assemble(settings)
    except PaperGlossError as error:
        yield _fault(error)
        return
    with closing(backend):
        yield _guarded(lambda: _database(backend))
        yield from _provider_values(backend)
        yield _guarded(lambda: _engine(backend))
        yield from _found_here(backend)
        yield _guarded(lambda: _arxiv(backend))
    yield _extension()


def _folder(settings: Config) -> Finding:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.home) as file:
            file.write(os.urandom(16))
    except OSError as error:
        hint = f"Make {settings.home} writable, or set PAPERGLOSS_HOME to a folder that is."
        raise StoreError(f"The data folder cannot be written: {error.strerror}.", hint) from error
    return Finding("ok", f"data folder {settings.home}")


def _database(backend: Backend) -> Finding:
    backend.library.check()
    return Finding("ok", f"database {backend.config.database}: every page and the index are whole")


def _provider_values(backend: Backend) -> Iterator[Finding]:
    for chosen in backend.provider.chosen():
        yield Finding("note", f"{chosen.name} = {chosen.shown} (from the {chosen.origin})")


def _engine(backend: Backend) -> Finding:
    provider = backend.provider.provider()
    if provider is None and (local := backend.asking.engine())[0] == "local":
        return Finding("ok", f"drafts by the local model {local[1]}; no provider is connected")
    if provider is None:
        what = "no model is connected: key sentences work, translation and summaries need one"
        return Finding("note", what, NoEngine.default_hint)
    from papergloss.llm.client import check  # noqa: PLC0415 - the SDK takes a second to import

    models = check(provider)
    if models and provider.model not in models:
        what = f"{host_of(provider)} answers but does not list the model {provider.model}"
        return Finding("note", what, "Check PAPERGLOSS_MODEL if glosses fail.")
    return Finding("ok", f"{provider.model} at {host_of(provider)} answers")


def _found_here(backend: Backend) -> Iterator[Finding]:
    """Servers on this machine, told to those who have not chosen a provider."""
    if backend.provider.chosen():
        return
    for server in backend.provider.found_here():
        what = f"{server.label} runs on this machine at {server.base_url}"
        yield Finding(
            "note", what, "Choose it on the settings page of the extension, or set OPENAI_BASE_URL."
        )


def _arxiv(backend: Backend) -> Finding:
    try:
        backend.arxiv.check()
    except PaperNotFound:
        return Finding("note", f"{backend.config.arxiv_url} answers, but knows no old papers")
    return Finding("ok", f"{backend.config.arxiv_url} answers")


def _extension() -> Finding:
    built = built_extensions()
    if not built:
        return Finding("fault", "the extension is not built", "Run: python manifest-build/build.py")
    return Finding("ok", f"extension built in {built['chrome'].parent}")


def _guarded(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except PaperGlossError as error:
        return _fault(error)


def _fault(error: PaperGlossError) -> Finding:
    return Finding("fault", error.detail, error.hint)
