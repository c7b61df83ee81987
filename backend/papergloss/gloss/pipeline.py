"""The order of the stages, and nothing else: which stage waits for which, and what a failure leaves.

arXiv:  metadata -> translation            a file:  reading -> metadata -> translation
        metadata -> reading -> figures              reading -> figures
        (metadata, reading) -> summary              (metadata, reading) -> summary

Each stage has a thread and begins the moment that what it needs is there. The summary needs the metadata,
and waits for the reading however that ends: without a PDF it is made from the abstract, and says so.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

from papergloss.errors import Cancelled, PaperGlossError
from papergloss.gloss.card import Card, Problem, StageName
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart, ProblemEvent, StageEvent
from papergloss.gloss.request import Job, Target, Tools
from papergloss.gloss.stages import Skipped, figures, metadata, reading, summary, translation

End = Literal["done", "failed", "skipped", "cancelled"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage in its place: it needs what `needs` made, and waits for the end of `after`.

    `resume` takes up what an earlier run finished; where it returns False the stage runs again.
    """

    name: StageName
    run: Callable[[Context], CardPart]
    resume: Callable[[Context], bool] = lambda _: True
    needs: tuple[StageName, ...] = ()
    after: tuple[StageName, ...] = ()


ARXIV = (
    Step("metadata", metadata.from_arxiv, metadata.resume),
    Step("translation", translation.run, translation.resume, needs=("metadata",)),
    Step("reading", reading.run, reading.resume, needs=("metadata",)),
    Step("figures", figures.run, needs=("reading",)),
    Step("summary", summary.run, needs=("metadata",), after=("reading",)),
)
FILE = (
    Step("reading", reading.run, reading.resume),
    Step("metadata", metadata.from_file, metadata.resume, needs=("reading",)),
    Step("translation", translation.run, translation.resume, needs=("metadata",)),
    Step("figures", figures.run, needs=("reading",)),
    Step("summary", summary.run, needs=("metadata",), after=("reading",)),
)


def plan(target: Target) -> tuple[Step, ...]:
    """The stages for a target, each after those that it waits for."""
    return FILE if target.file else ARXIV


def again(target: Target, stage: StageName) -> tuple[StageName, ...]:
    """The stages to run when `stage` runs again: itself, and whatever rests on it."""
    names: list[StageName] = [stage]
    for step in plan(target):
        if {*step.needs, *step.after} & set(names):
            names.append(step.name)
    return tuple(names)


def run(job: Job, tools: Tools) -> Card:
    """Makes a card. Stages in `job.finished` are not run again.

    A stage that fails leaves a problem on the card; the others stand.

    Raises:
        Cancelled: the reader cancelled the job; what was emitted stands.
        BadInput: the key's language is not one that PaperGloss writes.
    """
    context = Context(job, tools)
    steps = plan(job.target)
    ends: dict[StageName, Future[End]] = {}
    with ThreadPoolExecutor(len(steps), thread_name_prefix="gloss") as pool:
        for step in steps:
            ends[step.name] = pool.submit(_run_in_turn, context, step, dict(ends))
    outcomes = {name: future.result() for name, future in ends.items()}
    if "cancelled" in outcomes.values():
        raise Cancelled
    key = job.key.model_copy(update={"paper": context.paper})
    changed = {"key": key, "id": f"{key.digest()}-1", "state": _state(context.card, outcomes)}
    return context.card.model_copy(update=changed)


def _state(card: Card, outcomes: dict[StageName, End]) -> Literal["done", "partial", "failed"]:
    if card.metadata is None:
        return "failed"
    return "partial" if "failed" in outcomes.values() else "done"


def _run_in_turn(context: Context, step: Step, earlier: dict[StageName, Future[End]]) -> End:
    ends = {name: earlier[name].result() for name in (*step.needs, *step.after)}
    if "cancelled" in ends.values() or context.job.cancelled():
        end: End = "cancelled"
    elif any(ends[name] != "done" for name in step.needs):
        end = "skipped"
    elif step.name in context.job.finished and step.resume(context):
        return "done"
    else:
        end = _run(context, step)
    context.emit(StageEvent(name=step.name, state=end))
    return end


def _run(context: Context, step: Step) -> End:
    context.emit(StageEvent(name=step.name, state="running"))
    try:
        part = step.run(context)
        context.check()
    except Cancelled:
        return "cancelled"
    except Skipped:
        return "skipped"
    except PaperGlossError as error:
        return _failed(context, step, error)
    except Exception as error:
        # The message may hold the paper's text: only where it happened is logged.
        places = "".join(traceback.format_tb(error.__traceback__))
        _log.error("the %s stage failed: %s\n%s", step.name, type(error).__name__, places)
        return _failed(context, step, PaperGlossError())
    context.finish(step.name, part)
    return "done"


def _failed(context: Context, step: Step, error: PaperGlossError) -> End:
    problem = Problem(
        stage=step.name, type=error.type, title=error.title, detail=error.detail, hint=error.hint
    )
    context.emit(ProblemEvent(problem=problem))
    return "failed"
