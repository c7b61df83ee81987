"""`papergloss jobs`: the one queue that panel and command line share."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Column, Table

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out, shown
from papergloss.errors import BadInput
from papergloss.jobs.assembly import Backend, assemble
from papergloss.jobs.record import JobRecord

SHORT_ID = 8
"""Letters of a job's id that are shown; 16 million jobs before two of a hundred are likely alike."""


@app.command("jobs")
def jobs(
    cancel: Annotated[str | None, typer.Option(help="Cancel the job with this id.")] = None,
) -> None:
    """Show the queue: running and waiting first, then what has ended."""
    with closing(assemble(config.load())) as backend:
        found = backend.jobs.jobs()
        if cancel is not None:
            _cancel(backend, found, cancel)
            return
    if not found:
        out.print("No jobs yet.")
        return
    table = Table(Column("id", no_wrap=True), "state", "paper", "language", "title", box=None)
    for job in found:
        table.add_row(job.id[:SHORT_ID], job.state, shown(_paper(job)), job.key.lang, shown(job.title or ""))
    out.print(table)


def _cancel(backend: Backend, found: list[JobRecord], wanted: str) -> None:
    ids = [job.id for job in found if job.id.startswith(wanted)]
    if len(ids) != 1:
        raise BadInput(f"{len(ids)} jobs have an id that begins so.", "`papergloss jobs` lists the ids.")
    backend.jobs.cancel(ids[0])
    err.print("The job ends soon.")


def _paper(job: JobRecord) -> str:
    return job.target.file.name if job.target.file else job.key.paper
