"""`papergloss library export` and `papergloss library import`."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from papergloss import config
from papergloss.cli.library import AsJson, library, paper_id
from papergloss.cli.terminal import err, print_plain, shown
from papergloss.errors import BadInput
from papergloss.export.formats import FORMATS, Name, pieces
from papergloss.jobs.assembly import assemble
from papergloss.library.importing.files import Form
from papergloss.library.importing.service import IMPORT_BYTES, Report
from papergloss.web.library_files_views import import_answer

SUFFIXES: dict[str, Name] = {".bib": "bibtex", ".ris": "ris", ".csv": "csv", ".zip": "obsidian"}


@library.command("export")
def export_papers(
    papers: Annotated[list[str] | None, typer.Argument(help="Ids; without any, all or --search.")] = None,
    form: Annotated[str | None, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")] = None,
    search: Annotated[str, typer.Option(help="Only what this finds.")] = "",
    target: Annotated[Path | None, typer.Option("--out", help="The file; else standard output.")] = None,
) -> None:
    """Write papers as BibTeX, RIS, CSL-JSON, CSV, Markdown files in a ZIP, or as JSON without loss."""
    name = form or (SUFFIXES.get(target.suffix.lower(), "json") if target else "json")
    if name not in FORMATS:
        raise BadInput(f"--format is followed by one of: {', '.join(FORMATS)}.")
    if papers and search:
        raise BadInput("Name papers or give --search.")
    made = FORMATS[name]
    with closing(assemble(config.load())) as backend:
        chosen = [paper_id(paper) for paper in papers] if papers else search
        content = pieces(made, backend.library.exporting.records(chosen, whole=made.whole))
        if target is None:
            sys.stdout.buffer.writelines(content)
            return
        unfinished = target.with_name(f"{target.name}.part")
        with unfinished.open("wb") as file:
            file.writelines(content)
        unfinished.replace(target)


@library.command("import")
def import_papers(
    file: Annotated[Path, typer.Argument(help="BibTeX, RIS, CSL-JSON, PaperMemory, ids, or our JSON.")],
    form: Annotated[str | None, typer.Option("--format", help=f"{', '.join(get_args(Form))}.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    json: AsJson = False,
) -> None:
    """Take papers in; what is there already is recognised. Broken off, it goes on when run again."""
    if form is not None and form not in get_args(Form):
        raise BadInput(f"--format is followed by one of: {', '.join(get_args(Form))}.")
    if not file.is_file() or file.stat().st_size > IMPORT_BYTES:
        raise BadInput("There is no such file, or it is too large.", "Split a large file.")
    given = cast(Form | None, form)
    with closing(assemble(config.load())) as backend, file.open("rb") as source:
        importing = backend.library.importing
        report = importing.preview(source, given) if dry_run else importing.run(source, given, _stored)
    _tell(report, json=json)


def _stored(rows: int) -> None:
    err.print(f"{rows} rows are in.")


def _tell(report: Report, *, json: bool) -> None:
    if json:
        print_plain(import_answer(report).model_dump_json(indent=1))
        return
    for row in report.errors:
        err.print(shown(f"row {row.place} ({row.title}): {row.detail}"))
    counts = report.counts
    err.print(
        f"{counts['new']} new, {counts['merge']} added to, {counts['there']} there already, "
        f"{counts['error']} left out."
    )
