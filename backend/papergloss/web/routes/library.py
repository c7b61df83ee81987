"""The library beside its papers: tags, notes, collections, bulk changes, undo, history."""

from __future__ import annotations

from dataclasses import asdict

from flask import Response

from papergloss.errors import BadInput
from papergloss.gloss.card import Wire
from papergloss.library.changes import Change
from papergloss.web import library_views as views
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.history_wire import (
    CompareQuery,
    Comparison,
    HistoryEntry,
    HistoryList,
    HistoryQuery,
    VersionsAnswer,
    VersionsRequest,
)
from papergloss.web.library_wire import (
    BulkRequest,
    Changed,
    Collection,
    CollectionList,
    CollectionRequest,
    ConflictDocument,
    Note,
    NoteChangeRequest,
    PaperTag,
    TagChangeRequest,
    TagList,
    TagMergeRequest,
    TagRequest,
    UndoRequest,
)
from papergloss.web.wire import ProblemDocument

api = blueprint("library", "The library: tags, notes, collections, history")


class TagPath(Wire):
    """Which tag."""

    tag: int


class NotePath(Wire):
    """Which note."""

    note: str


class SayingPath(Wire):
    """Which selection or question."""

    saying: str


class CollectionPath(Wire):
    """Which collection."""

    collection: int


@api.get("/library/tags", responses={200: TagList})
def tags() -> Response:
    """Every tag, by name."""
    return answer(TagList(tags=[views.tag(row, count) for row, count in backend().library.tags.everyone()]))


@api.post("/library/tags", responses={200: PaperTag})
def add_tag(body: TagRequest) -> Response:
    """A new tag, or the one with this name."""
    return answer(PaperTag(**asdict(backend().library.tags.add(body.name, body.colour))))


@api.patch("/library/tags/<int:tag>", responses={200: PaperTag, 404: ProblemDocument})
def change_tag(path: TagPath, body: TagChangeRequest) -> Response:
    """Another name or colour."""
    if not body.model_fields_set:
        raise BadInput("Neither a name nor a colour was given.")
    known = backend().library.tags
    if body.name is not None:
        row = known.rename(path.tag, body.name)
    if "colour" in body.model_fields_set:
        row = known.colour(path.tag, body.colour)
    return answer(PaperTag(**asdict(row)))


@api.post("/library/tags/merge", responses={200: Changed, 404: ProblemDocument})
def merge_tags(body: TagMergeRequest) -> Response:
    """Makes several tags one."""
    return answer(views.changed(backend().library.tags.merge(body.tags, body.into)))


@api.delete("/library/tags/<int:tag>", responses={200: Changed, 404: ProblemDocument})
def remove_tag(path: TagPath) -> Response:
    """Removes a tag, off its papers too."""
    return answer(views.changed(backend().library.tags.remove(path.tag)))


@api.patch("/library/notes/<note>", responses={200: Note, 404: ProblemDocument, 409: ConflictDocument})
def change_note(path: NotePath, body: NoteChangeRequest) -> Response:
    """Another text of a note."""
    return answer(views.note(backend().library.notes.change(path.note, body.body, body.based_on)))


@api.delete("/library/notes/<note>", responses={200: Changed, 404: ProblemDocument})
def remove_note(path: NotePath) -> Response:
    """Puts a note into the trash."""
    return answer(views.changed(backend().library.notes.remove(path.note)))


@api.delete("/library/sayings/<saying>", responses={200: Changed, 404: ProblemDocument})
def remove_saying(path: SayingPath) -> Response:
    """Puts a selection or a question into the trash."""
    return answer(views.changed(backend().library.sayings.remove(path.saying)))


@api.get("/library/collections", responses={200: CollectionList})
def collections() -> Response:
    """Every collection, by name."""
    rows = backend().library.collections.everyone()
    return answer(CollectionList(collections=[views.collection(row) for row in rows]))


@api.post("/library/collections", responses={200: Collection})
def add_collection(body: CollectionRequest) -> Response:
    """A new collection, or the one with this name."""
    return answer(views.collection(backend().library.collections.add(body.name)))


@api.patch("/library/collections/<int:collection>", responses={200: Collection, 404: ProblemDocument})
def rename_collection(path: CollectionPath, body: CollectionRequest) -> Response:
    """Another name."""
    return answer(views.collection(backend().library.collections.rename(path.collection, body.name)))


@api.delete("/library/collections/<int:collection>", responses={200: Changed, 404: ProblemDocument})
def remove_collection(path: CollectionPath) -> Response:
    """Removes a collection; its papers stay."""
    return answer(views.changed(backend().library.collections.remove(path.collection)))


@api.post("/library/bulk", responses={200: Changed, 404: ProblemDocument})
def bulk(body: BulkRequest) -> Response:
    """One change of many papers."""
    if (body.ids is None) == (body.q is None):
        raise BadInput("Give either `ids` or `q`.")
    wanted = Change(body.starred, body.state, body.add_tags, body.remove_tags, body.add_to, body.remove_from)
    chosen = body.ids if body.ids is not None else body.q or ""
    return answer(views.changed(backend().library.papers.change_many(chosen, wanted, trash=body.trash)))


@api.post("/library/undo", responses={200: Changed, 404: ProblemDocument})
def undo(body: UndoRequest) -> Response:
    """Takes a change back."""
    return answer(views.changed(backend().library.changes.undo(body.undo)))


@api.get("/library/history", responses={200: HistoryList})
def history(query: HistoryQuery) -> Response:
    """What happened, the latest first."""
    rows = backend().library.papers.history(query.paper, query.offset, query.limit)
    return answer(HistoryList(entries=[HistoryEntry.model_validate(asdict(row)) for row in rows]))


@api.post("/library/versions", responses={200: VersionsAnswer, 502: ProblemDocument, 503: ProblemDocument})
def versions(body: VersionsRequest) -> Response:
    """Asks arXiv whether papers have newer versions; the list then says so (`newer_version`)."""
    checked, newer = backend().library.versions.check(body.ids)
    return answer(VersionsAnswer(checked=checked, newer=newer))


@api.get("/library/compare", responses={200: Comparison, 404: ProblemDocument})
def compare(query: CompareQuery) -> Response:
    """Two cards of one paper, part by part."""
    return answer(views.comparison(backend().library.compare(query.left, query.right)))
