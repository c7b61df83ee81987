"""`papergloss terms`: the reader's own translations of terms."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Table

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out
from papergloss.errors import BadInput
from papergloss.jobs.assembly import assemble


@app.command("terms")
def terms(
    lang: Annotated[str | None, typer.Option(help="The list of this language.")] = None,
    add: Annotated[
        list[str] | None, typer.Option(help="Set a term: --add 'attention head=注意力头'. May be repeated.")
    ] = None,
    remove: Annotated[list[str] | None, typer.Option(help="Take a term out. May be repeated.")] = None,
) -> None:
    """Show or change the translations of terms that every card is to keep to."""
    with closing(assemble(config.load())) as backend:
        code = lang or backend.reader.lang()
        listed = backend.terms.of(code)
        if add or remove:
            gone = {name.casefold() for name in remove or ()}
            kept = {name: word for name, word in listed.items() if name.casefold() not in gone}
            listed = backend.terms.replace(code, {**kept, **dict(map(_pair, add or ()))})
            err.print("Cards that are made from now on keep to this list.")
    if not listed:
        out.print("No terms of your own yet.")
        return
    table = Table("term", "translation", box=None)
    for source, target in listed.items():
        table.add_row(source, target)
    out.print(table)


def _pair(text: str) -> tuple[str, str]:
    source, equals, target = text.partition("=")
    if not equals:
        raise BadInput("A term is given as 'term=translation'.")
    return source, target
