"""The library's papers: finding, showing, changing, putting into the trash."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.gloss.card import Wire
from papergloss.library.changes import Change
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.library_views import changed, note, paper_entry, paper_list, paper_view
from papergloss.web.library_wire import (
    Changed,
    ConflictDocument,
    LibraryQuery,
    Note,
    NoteRequest,
    PaperEntry,
    PaperList,
    PaperRequest,
    PaperView,
)
from papergloss.web.wire import ProblemDocument

api = blueprint("library papers", "The library: papers")


class PaperPath(Wire):
    """Which paper; an old id has a slash in it."""

    paper: str = Field(max_length=100)


@api.get("/library/papers", responses={200: PaperList})
def papers(query: LibraryQuery) -> Response:
    """Papers that the search box's text finds, or all."""
    page = backend().library.papers.page(
        query.q,
        offset=query.offset,
        limit=query.limit,
        sort=query.sort,
        group=query.group,
        collection=query.collection,
        trash=query.trash,
        utc_offset=query.utc_offset,
    )
    return answer(paper_list(page))


@api.get("/library/papers/<path:paper>", responses={200: PaperView, 404: ProblemDocument})
def paper(path: PaperPath) -> Response:
    """One paper with its cards, notes and collections."""
    return answer(paper_view(backend().library.papers.view(path.paper)))


@api.patch(
    "/library/papers/<path:paper>",
    responses={200: PaperEntry, 404: ProblemDocument, 409: ConflictDocument},
)
def change(path: PaperPath, body: PaperRequest) -> Response:
    """Sets star, state or tags."""
    wanted = Change(body.starred, body.state, body.add_tags, body.remove_tags)
    return answer(paper_entry(backend().library.papers.change(path.paper, wanted, body.based_on)))


@api.delete("/library/papers/<path:paper>", responses={200: Changed, 404: ProblemDocument})
def trash(path: PaperPath) -> Response:
    """Puts a paper into the trash, for 30 days."""
    return answer(changed(backend().library.papers.trash(path.paper)))


@api.post("/library/papers/<path:paper>/restore", responses={200: PaperEntry, 404: ProblemDocument})
def restore(path: PaperPath) -> Response:
    """Takes a paper out of the trash."""
    return answer(paper_entry(backend().library.papers.restore(path.paper)))


@api.post("/library/papers/<path:paper>/opened", responses={204: None, 404: ProblemDocument})
def opened(path: PaperPath) -> tuple[str, int]:
    """Notes that the reader has opened a paper."""
    backend().library.papers.opened(path.paper)
    return "", 204


@api.post(
    "/library/papers/<path:paper>/notes",
    responses={200: Note, 404: ProblemDocument, 409: ConflictDocument},
)
def add_note(path: PaperPath, body: NoteRequest) -> Response:
    """A new note."""
    written = backend().library.notes.add(
        path.paper, body.body, passage=body.passage, quote=body.quote, note_id=body.id
    )
    return answer(note(written))
