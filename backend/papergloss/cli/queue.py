"""`papergloss jobs`: the one queue that panel and command line share."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Table

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out
from papergloss.jobs.assembly import assemble


@app.command("jobs")
def jobs(
    cancel: Annotated[str | None, typer.Option(help="Cancel the job with this id.")] = None,
) -> None:
    """Show the queue: running and waiting first, then what has ended."""
    with closing(assemble(config.load())) as backend:
        if cancel is not None:
            backend.jobs.cancel(cancel)
            err.print("The job ends soon.")
            return
        found = backend.jobs.jobs()
    table = Table("id", "state", "paper", "language", "title", box=None)
    for job in found:
        table.add_row(job.id, job.state, job.key.paper, job.key.lang, job.title or "")
    out.print(table if found else "No jobs yet.", markup=False)
