"""A paper made to fit a model's context."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from papergloss.gloss.card import StageName
from papergloss.gloss.compression.excerpts import excerpts
from papergloss.gloss.compression.material import Material, Piece, whole
from papergloss.gloss.compression.note import Note
from papergloss.gloss.compression.note_taking import NoteTaker
from papergloss.gloss.compression.plan import Plan, plan
from papergloss.gloss.compression.portions import Portion, portions
from papergloss.gloss.context import Context
from papergloss.gloss.events import Progress
from papergloss.llm.types import ChatModel
from papergloss.pdf.document import Document

LARGEST_PORTION = 6000
"""Tokens: large enough to see a whole section, small enough that many are condensed side by side."""
PART_OF_ROOM = 0.8
"""Of a small room, what a portion may take."""
PARALLEL = 4
"""Requests for notes at a time; more only meet a provider's rate limit."""


def fitted(context: Context, stage: StageName, model: ChatModel, document: Document, room: int) -> Material:
    """The paper in `room` tokens: whole where it fits, else its least needed sections as notes.

    Raises:
        ModelError: notes are needed and the model cannot be asked; finished notes are kept.
        Cancelled: the reader cancelled the job.
    """
    largest = min(LARGEST_PORTION, max(1, int(PART_OF_ROOM * room)))
    made = plan(portions(document, largest), room)
    if all(size is None for size in made.notes):
        return whole(document)
    taker = NoteTaker(context, stage, model, document)
    notes = _side_by_side(context, stage, taker, made)
    title = context.metadata.title
    return Material(
        document,
        tuple(
            _piece(document, title, portion, size, notes.get(index, ()))
            for index, (portion, size) in enumerate(zip(made.portions, made.notes, strict=True))
        ),
    )


def _side_by_side(
    context: Context, stage: StageName, taker: NoteTaker, made: Plan
) -> dict[int, tuple[Note, ...]]:
    """Notes by the index of their portion. The first failure stops what has not begun."""
    wanted = [(i, p, size) for i, (p, size) in enumerate(zip(made.portions, made.notes, strict=True)) if size]
    if not wanted:
        return {}
    context.progress(stage, Progress(done=0, total=len(wanted), unit="sections"))
    with ThreadPoolExecutor(PARALLEL, thread_name_prefix="notes") as pool:
        futures = {pool.submit(taker.notes, portion, size): index for index, portion, size in wanted}
        waiting = set(futures)
        while waiting:
            ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            if any(future.exception() for future in ended):
                pool.shutdown(cancel_futures=True)
                break
            done = len(wanted) - len(waiting)
            context.progress(stage, Progress(done=done, total=len(wanted), unit="sections"))
    ended = {future for future in futures if not future.cancelled()}
    for future in ended:
        future.result()
    return {futures[future]: future.result() for future in ended}


def _piece(
    document: Document, title: str, portion: Portion, size: int | None, notes: tuple[Note, ...]
) -> Piece:
    if size is None:
        return Piece(portion, "whole")
    if notes:
        return Piece(portion, "compressed", notes)
    own = excerpts(document, title, portion, size) if size else ()
    return Piece(portion, "excerpts", own) if own else Piece(portion, "left_out")
