"""From the library's own types to those on the wire."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.export.coins import coins
from papergloss.library.collections import CollectionRow
from papergloss.library.compare import Comparison as Compared
from papergloss.library.entries import Entry, Piece, TagRow
from papergloss.library.papers import CardRow, NoteRow, Page, SayingRow, View, answer_of
from papergloss.library.undo import Done
from papergloss.web.history_wire import ComparedPart, Comparison, Difference
from papergloss.web.library_wire import (
    CardVersion,
    Changed,
    Collection,
    Marks,
    Note,
    PaperEntry,
    PaperGroup,
    PaperList,
    PaperTag,
    PaperView,
    Saying,
    Segment,
    Tag,
)

_COPIED = (
    "id", "title", "title_target", "author_count", "category", "year", "version", "card_id", "starred",
    "state", "note_count", "revision", "saved_at", "glossed_at", "opened_at", "trashed_at",
)  # fmt: skip


def paper_entry(entry: Entry) -> PaperEntry:
    """A line of the library."""
    return PaperEntry.model_validate(_fields(entry))


def paper_list(page: Page) -> PaperList:
    """Some lines of the library."""
    groups = page.groups
    return PaperList(
        papers=[paper_entry(entry) for entry in page.entries],
        total=page.total,
        more=page.more,
        groups=None if groups is None else [PaperGroup(key=key, count=count) for key, count in groups],
    )


def paper_view(view: View) -> PaperView:
    """A paper with all that hangs on it."""
    return PaperView.model_validate(
        {
            **_fields(view.entry),
            "metadata": view.metadata,
            "cards": [card_version(row) for row in view.cards],
            "notes": [note(row) for row in view.notes],
            "collections": [collection(row) for row in view.collections],
            "sayings": [saying(row) for row in view.sayings],
            "coins": coins(view.metadata),
        }
    )


def tag(row: TagRow, count: int) -> Tag:
    """A tag of the list."""
    return Tag(id=row.id, name=row.name, colour=row.colour, count=count)


def note(row: NoteRow) -> Note:
    """A note."""
    names = ("id", "paper", "body", "passage", "quote", "revision", "created_at", "changed_at")
    return Note.model_validate({name: getattr(row, name) for name in names})


def collection(row: CollectionRow) -> Collection:
    """A collection."""
    return Collection(id=row.id, name=row.name, count=row.count)


def card_version(row: CardRow) -> CardVersion:
    """A card of a paper."""
    names = ("id", "version", "lang", "engine", "model", "revision", "state", "saved_at")
    return CardVersion.model_validate({name: getattr(row, name) for name in names})


def changed(done: Done) -> Changed:
    """What was done."""
    return Changed(count=done.count, undo=done.undo)


def comparison(compared: Compared) -> Comparison:
    """Two cards of one paper."""
    return Comparison(
        left=card_version(compared.left),
        right=card_version(compared.right),
        parts=[
            ComparedPart(
                name=part.name,
                rows=[
                    Difference(state=row.state, left=segments(row.left), right=segments(row.right))
                    for row in part.rows
                ],
            )
            for part in compared.parts
        ],
    )


def segments(pieces: Sequence[Piece] | None) -> list[Segment] | None:
    """Marked text."""
    return None if pieces is None else [Segment(text=piece.text, hit=piece.hit) for piece in pieces]


def _fields(entry: Entry) -> dict[str, object]:
    marks = entry.marks
    return {
        **{name: getattr(entry.row, name) for name in _COPIED},
        "authors": entry.authors,
        "newer_version": entry.newer_version,
        "tags": [PaperTag(id=row.id, name=row.name, colour=row.colour) for row in entry.tags],
        "marks": None
        if marks is None
        else Marks(
            title=segments(marks.title) or [],
            title_target=segments(marks.title_target),
            authors=segments(marks.authors) or [],
            snippet=segments(marks.snippet),
            snippet_of=marks.snippet_of,
        ),
    }


def saying(row: SayingRow) -> Saying:
    """A selection or a question with its answer."""
    names = ("id", "kind", "text", "lang", "engine", "model", "created_at")
    return Saying.model_validate({**{name: getattr(row, name) for name in names}, "answer": answer_of(row)})
