"""`papergloss usage`: what models have cost, and the month's cap."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out, print_plain
from papergloss.errors import BadInput
from papergloss.jobs.assembly import assemble
from papergloss.settings.usage import Report

NO_CAP = "none"
WIDE = 200
"""Columns where nobody looks and a script reads."""


@app.command()
def usage(
    month: Annotated[
        str | None, typer.Option(help="Only this month, such as 2026-11 (months are counted in UTC).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as JSON.")] = False,
    cap: Annotated[
        str | None,
        typer.Option(help="Set what a month may cost, in the provider's currency; `none` removes the cap."),
    ] = None,
) -> None:
    """Show tokens and money by month, model and stage; set the month's cap."""
    with closing(assemble(config.load())) as backend:
        if cap is not None:
            backend.usage.set_cap(_amount(cap))
        report = backend.usage.report(month)
    if as_json:
        print_plain(json.dumps(asdict(report), indent=2))
        return
    if report.rows:
        (out if out.is_terminal else Console(width=WIDE)).print(_table(report))
    else:
        out.print("No model has been asked yet.")
    limit = "no cap is set" if report.cap is None else f"the cap is {report.cap:g}"
    left_out = ", without calls of unknown price" if any(row.cost is None for row in report.rows) else ""
    err.print(f"This month: {report.spent:.4f} {report.currency}{left_out}; {limit}.")
    if report.priced_on is not None:
        err.print(f"Prices of the model in use: as listed on {report.priced_on}.")


def _amount(text: str) -> float | None:
    if text.strip().casefold() == NO_CAP:
        return None
    try:
        return float(text)
    except ValueError:
        raise BadInput("A cap is an amount of money such as 5, or `none`.") from None


def _table(report: Report) -> Table:
    table = Table(box=None)
    for name in ("month", "provider", "model", "stage"):
        table.add_column(name, overflow="fold")
    for name in ("calls", "tokens in", "cached", "tokens out", "cost"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in report.rows:
        numbers = (row.calls, row.tokens_in, row.tokens_cached, row.tokens_out)
        shown = "unknown" if row.cost is None else f"{row.cost:.4f} {row.currency}"
        about = "about " if row.estimated and row.cost is not None else ""
        table.add_row(
            row.month, row.provider, row.model, row.stage, *(f"{n:,}" for n in numbers), about + shown
        )
    return table
