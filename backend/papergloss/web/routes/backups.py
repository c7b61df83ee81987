"""Backups: listed, made, looked into, restored; and deleting for ever."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.errors import BadInput
from papergloss.gloss.card import Wire
from papergloss.library.backups import SHOWN_TITLES, Backup
from papergloss.web.backend import backend
from papergloss.web.backup_wire import BackupEntry, BackupList, BackupPreview, EraseRequest
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.library_wire import Changed
from papergloss.web.wire import ProblemDocument

api = blueprint("backups", "The library: backups")


class BackupPath(Wire):
    """Which backup."""

    name: str = Field(max_length=100)


@api.get("/library/backups", responses={200: BackupList})
def backups() -> Response:
    """Every backup, newest first."""
    return answer(BackupList(backups=[_entry(one) for one in backend().library.backups.everyone()]))


@api.post("/library/backups", responses={200: BackupEntry})
def make() -> Response:
    """Makes a backup now."""
    return answer(_entry(backend().library.backups.make()))


@api.get("/library/backups/<name>", responses={200: BackupPreview, 404: ProblemDocument})
def preview(path: BackupPath) -> Response:
    """What restoring it would do."""
    kept = backend().library.backups
    found = kept.find(path.name)
    seen = kept.preview(found.path)
    return answer(
        BackupPreview(
            backup=_entry(found),
            papers=seen.then.papers,
            cards=seen.then.cards,
            notes=seen.then.notes,
            tags=seen.then.tags,
            gone=seen.gone[:SHOWN_TITLES],
            gone_count=len(seen.gone),
            back=seen.back[:SHOWN_TITLES],
            back_count=len(seen.back),
        )
    )


@api.post("/library/backups/<name>/restore", responses={204: None, 404: ProblemDocument})
def restore(path: BackupPath) -> tuple[str, int]:
    """Makes the library what it was then; what is now is backed up first."""
    kept = backend().library.backups
    kept.restore(kept.find(path.name).path)
    return "", 204


@api.delete("/library/backups/<name>", responses={204: None, 404: ProblemDocument})
def remove(path: BackupPath) -> tuple[str, int]:
    """Deletes a backup."""
    backend().library.backups.remove(path.name)
    return "", 204


@api.post("/library/erase", responses={200: Changed, 404: ProblemDocument})
def erase(body: EraseRequest) -> Response:
    """Deletes for ever; nothing of this can be taken back."""
    if (body.paper is not None) + body.trash + body.everything != 1:
        raise BadInput("Give exactly one of `paper`, `trash` and `everything`.")
    erasing = backend().library.erasing
    if body.paper is not None:
        count = erasing.paper(body.paper)
    else:
        count = erasing.everything() if body.everything else erasing.trash()
    if body.backups:
        erasing.backups()
    return answer(Changed(count=count, undo=None))


def _entry(one: Backup) -> BackupEntry:
    return BackupEntry(name=one.path.name, made_at=one.made_at, bytes=one.bytes, reason=one.reason)
