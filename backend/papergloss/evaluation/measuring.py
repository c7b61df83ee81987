"""Has a paper's card made, and takes the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from papergloss.errors import CapReached, KeyRejected, ModelNotFound, QuotaExhausted
from papergloss.evaluation.judging import References, judge_card
from papergloss.evaluation.report import PaperResult, Speed
from papergloss.gloss.card import CardKey, Problem
from papergloss.gloss.events import DeltaEvent, DoneEvent, Event, ProblemEvent
from papergloss.gloss.request import Target
from papergloss.jobs.assembly import Backend
from papergloss.jobs.record import event_of

HOPELESS: Final = {error.type for error in (CapReached, KeyRejected, ModelNotFound, QuotaExhausted)}
"""Problems that every other paper would have too: the run ends."""


def measure(
    backend: Backend, key: CardKey, target: Target, known: References, show: Callable[[Event], None]
) -> PaperResult:
    """A new revision of the paper's card, judged. An unfinished job for the same card is joined.

    Interrupted by Ctrl-C, the job is cancelled.
    """
    asked, began = datetime.now(UTC), time.monotonic()
    answer = backend.jobs.submit(key, target, regenerate=True)
    if answer.job is None:
        raise RuntimeError("a new revision is made by a job")
    timed = answer.job.created_at >= asked
    first_word: float | None = None
    problems: list[Problem] = []
    card_id: str | None = None
    try:
        for row in backend.jobs.events(answer.job.id):
            if row is None:
                continue
            event = event_of(row)
            show(event)
            if isinstance(event, DeltaEvent) and event.stage == "translation" and first_word is None:
                first_word = time.monotonic() - began
            if isinstance(event, ProblemEvent):
                problems.append(event.problem)
            if isinstance(event, DoneEvent):
                card_id = event.card_id
    except KeyboardInterrupt:
        backend.jobs.cancel(answer.job.id)
        raise
    whole = time.monotonic() - began
    if card_id is None:
        return PaperResult(paper=key.paper, problems=problems)
    speed = Speed(first_word=first_word, card=whole) if timed else Speed()
    result = judge_card(backend.shelf.card(card_id), known)
    return result.model_copy(update={"paper": key.paper, "speed": speed})


def hopeless(result: PaperResult) -> bool:
    """Whether what went wrong would go wrong with every paper."""
    return any(problem.type in HOPELESS for problem in result.problems)
