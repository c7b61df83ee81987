"""Has a card made and follows it to its end; tells what became of it."""

from __future__ import annotations

import typer

from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.progress import StageProgress
from papergloss.cli.terminal import print_card, print_plain, print_problem, print_warning
from papergloss.gloss.card import Card, CardKey, Problem
from papergloss.gloss.events import DoneEvent, ProblemEvent
from papergloss.gloss.request import Target
from papergloss.jobs.assembly import Backend
from papergloss.jobs.record import JobRecord, event_of


def make(
    backend: Backend, key: CardKey, target: Target, progress: StageProgress, *, regenerate: bool
) -> tuple[Card | None, list[Problem]]:
    """The stored card, or the one that is made now; None with the problems where none could be.

    `progress` sees every event. Ctrl-C cancels the job and ends the command.
    """
    answer = backend.jobs.submit(key, target, regenerate=regenerate)
    if answer.card is not None:
        return answer.card, []
    if answer.job is None:
        raise RuntimeError("a submission answers with a card or a job")
    job = _tried_again(backend, answer.job)
    try:
        return _follow(backend, job, progress)
    except KeyboardInterrupt:
        backend.jobs.cancel(job.id)
        raise typer.Exit(ExitCode.CANCELLED.code) from None


def finish(card: Card | None, problems: list[Problem], *, as_json: bool, quiet: bool = False) -> None:
    """Prints the card, unless it is written elsewhere, and what went wrong; ends a command that failed."""
    for problem in problems if card is None else ():
        print_problem(problem)
    if card is None:
        raise typer.Exit(ExitCode.FAILED.code)
    if as_json:
        print_plain(card.model_dump_json(indent=2))
    elif not quiet:
        print_card(card)
    for warning in card.warnings:
        print_warning(warning)
    for problem in card.problems:
        print_problem(problem)
    if card.state != "done":
        raise typer.Exit(ExitCode.PARTIAL.code)


def _tried_again(backend: Backend, job: JobRecord) -> JobRecord:
    """Asking again for a card with failed parts tries these again."""
    failed = [stage.name for stage in job.stages if stage.state == "failed"]
    if job.state == "partial" and failed:
        return backend.jobs.retry_stage(job.id, *failed)
    return job


def _follow(backend: Backend, job: JobRecord, progress: StageProgress) -> tuple[Card | None, list[Problem]]:
    problems: list[Problem] = []
    with progress:
        for row in backend.jobs.events(job.id):
            if row is None:
                continue
            event = event_of(row)
            progress.show(event)
            if isinstance(event, ProblemEvent):
                problems.append(event.problem)
            if isinstance(event, DoneEvent):
                card = backend.shelf.card(event.card_id) if event.card_id else None
                return card, problems
    return None, problems
