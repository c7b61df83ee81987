"""`papergloss gloss`: one paper's card in the terminal."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.making import finish, make
from papergloss.cli.progress import StageProgress
from papergloss.cli.saving import require_form, save
from papergloss.cli.terminal import err
from papergloss.gloss.request import Target
from papergloss.jobs.assembly import Backend, assemble
from papergloss.settings.provider import host_of


class Depth(StrEnum):
    """How much is written."""

    CARD = "card"
    DEEP = "deep"


class Engine(StrEnum):
    """Who writes the card."""

    OPENAI = "openai"
    LOCAL = "local"
    EXTRACTIVE = "extractive"


@app.command()
def gloss(
    target: Annotated[
        str, typer.Argument(metavar="TARGET", help="An arXiv id, any arXiv address, or a PDF file.")
    ],
    *,
    lang: Annotated[str | None, typer.Option(help="Language of the gloss, such as zh, ja, de.")] = None,
    kind: Annotated[
        Depth, typer.Option(help="deep: a long explainer, section by section; it needs a model.")
    ] = Depth.CARD,
    out: Annotated[
        Path | None,
        typer.Option(help="Write to this file: .md, .json, or .html for a deep read with its figures."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the card as JSON.")] = False,
    engine: Annotated[
        Engine | None,
        typer.Option(help="openai: the connected model; local: a draft by a small model; extractive: none."),
    ] = None,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Make a new revision although a card is stored.")
    ] = False,
) -> None:
    """Gloss one paper: progress per stage, then the card."""
    with closing(assemble(config.load(), ask_first=False)) as backend:
        paper, where = paper_of(backend, target)
        key = backend.asking.key(paper, lang, kind.value, engine.value if engine else None)
        if out is not None:
            require_form(out, kind.value)
        if key.engine == "openai":
            tell_provider(backend)
        card, problems = make(backend, key, where, StageProgress(err), regenerate=regenerate)
        if card is not None and out is not None:
            save(backend, card, out)
    finish(card, problems, as_json=as_json, quiet=out is not None)


def paper_of(backend: Backend, target: str) -> tuple[str, Target]:
    """The key and the place of what was named. Raises BadIdentifier, NotFound."""
    path = Path(target).expanduser()
    if path.is_file() or (path.suffix.lower() == ".pdf" and "://" not in target):
        return backend.asking.file(path)
    return backend.asking.target(target)


def tell_provider(backend: Backend) -> None:
    """Before the first text leaves: who gets it. A person is asked, a script is told."""
    provider = backend.provider.needed()
    if backend.provider.consented(provider):
        return
    host = host_of(provider)
    err.print(f"The paper's text goes to {host} (model {provider.model}).")
    if sys.stdin.isatty() and sys.stderr.isatty():
        typer.confirm("Send it there, now and from now on?", default=True, abort=True, err=True)
        backend.provider.consent(host)
