"""`papergloss model`: the models of the local engine."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn
from rich.table import Table

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out
from papergloss.llm.embedded.catalogue import CATALOGUE, DEFAULT, wanted
from papergloss.llm.embedded.pulling import pull
from papergloss.llm.embedded.shelf import Shelf

models = typer.Typer(no_args_is_help=True, help="Fetch, list and remove the models of the local engine.")
app.add_typer(models, name="model")


@models.command("pull")
def fetch(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which model.")] = DEFAULT,
    url: Annotated[str | None, typer.Option(help="Another address of the same file.")] = None,
    sha256: Annotated[
        str | None, typer.Option(help="The digest of a GGUF file that PaperGloss does not know.")
    ] = None,
) -> None:
    """Fetch a model, about 1 GB; a fetch that broke off goes on where it stopped."""
    settings = config.load()
    model = wanted(name, url or settings.gguf_url or None, sha256)
    bar = Progress(
        "{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(),
        console=err, disable=not err.is_terminal,
    )  # fmt: skip
    with bar:
        task = bar.add_task(name, total=model.size or None)
        installed = pull(
            Shelf(settings.models), model, lambda here, size: bar.update(task, completed=here, total=size)
        )
    out.print(f"{name} is in {installed.path}", soft_wrap=True)
    err.print(f"Use it by PAPERGLOSS_GGUF_MODEL={name}, or --engine local.")


@models.command("list")
def show() -> None:
    """List the models that are here, and those that can be fetched by name."""
    here = Shelf(config.load().models).all()
    table = Table("name", "size", "state", box=None)
    for one in here:
        table.add_row(one.name, f"{one.size / 1e6:.0f} MB", "here")
    for model in CATALOGUE.values():
        if model.name not in {one.name for one in here}:
            table.add_row(model.name, f"{model.size / 1e6:.0f} MB", f"can be fetched ({model.licence})")
    out.print(table)


@models.command("remove")
def remove(name: Annotated[str, typer.Argument(metavar="NAME", help="Which model.")]) -> None:
    """Delete a model from this machine."""
    freed = Shelf(config.load().models).remove(name)
    err.print(f"{freed / 1e6:.0f} MB are free again.")
