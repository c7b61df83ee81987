"""`papergloss backup` and `papergloss restore`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out, print_plain, shown
from papergloss.errors import BadInput, NotFound, StoreCorrupt
from papergloss.jobs.assembly import assemble
from papergloss.library.backups import SHOWN_TITLES, Backup, Backups, Preview


@app.command("backup")
def backup(
    target: Annotated[Path | None, typer.Option("--out", help="A folder, or the file to make.")] = None,
) -> None:
    """Copy the whole library, also while it is in use; prints where the copy is."""
    with closing(assemble(config.load())) as backend:
        print_plain(str(backend.library.backups.make(out=target).path))


@app.command("restore")
def restore(
    file: Annotated[Path | None, typer.Argument(help="A backup, or its name in the list.")] = None,
    latest: Annotated[bool, typer.Option("--latest", help="The newest backup that is whole.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be gone and what would come back.")
    ] = False,
    names: Annotated[bool, typer.Option("--list", help="List the backups.")] = False,
) -> None:
    """Make the library what it was; what it is now is backed up first, settings stay."""
    backups = Backups(config.load().database)
    if names:
        for one in backups.everyone():
            out.print(f"{one.path.name}  {one.bytes / 1e6:.1f} MB")
        return
    path = _chosen(backups, file, latest=latest).path if latest or file is None else _path(backups, file)
    damaged = _is_damaged()
    _tell(backups.preview(path))
    if dry_run:
        return
    if damaged:
        err.print(f"The damaged database is kept as {backups.restore_damaged(path).name}.")
        err.print("Pair your browser again: papergloss pair")
    else:
        err.print(f"What was there is kept as {backups.restore(path).name}.")
    err.print(f"Restored {path.name}.")


def _chosen(backups: Backups, file: Path | None, *, latest: bool) -> Backup:
    if file is not None or not latest:
        raise BadInput("Name one backup, or give --latest.", "`papergloss restore --list` names them.")
    found = backups.newest_good()
    if found is None:
        raise NotFound("There is no backup that is whole.", "The server makes one a day.")
    return found


def _path(backups: Backups, file: Path) -> Path:
    return file if file.is_file() else backups.find(file.name).path


def _is_damaged() -> bool:
    try:
        assemble(config.load()).close()
    except StoreCorrupt:
        return True
    return False


def _tell(preview: Preview) -> None:
    then = preview.then
    err.print(f"In the backup: papers {then.papers}, cards {then.cards}, notes {then.notes}.")
    for what, titles in (
        ("not there now and comes back", preview.back),
        ("there now and goes", preview.gone),
    ):
        for title in titles[:SHOWN_TITLES]:
            err.print(shown(f"  {what}: {title}"))
        if len(titles) > SHOWN_TITLES:
            err.print(f"  and {len(titles) - SHOWN_TITLES} more")
