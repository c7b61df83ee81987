"""Runs the stages of a plan, and decides what a failure leaves.

Each stage has a thread and begins the moment that what it needs is there; the first, which all others wait
for, has the caller's.
"""

from __future__ import annotations

import logging
import traceback
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Literal

from papergloss.errors import Cancelled, PaperGlossError
from papergloss.gloss.card import Card, Problem, StageName
from papergloss.gloss.context import Context
from papergloss.gloss.events import ProblemEvent, StageEvent
from papergloss.gloss.plans import Step, plan
from papergloss.gloss.request import Job, Tools
from papergloss.gloss.stages import Skipped

End = Literal["done", "failed", "skipped", "cancelled"]
HEAD_START_SECONDS = 0.04
"""From there being an abstract to a request on its way, on a laptop: whose words come first begins first."""

_log = logging.getLogger(__name__)


def run(job: Job, tools: Tools) -> Card:
    """Makes a card. Stages in `job.finished` and `job.failed` are not run again.

    A stage that fails leaves a problem on the card; the others stand.

    Raises:
        Cancelled: the reader cancelled the job; what was emitted stands.
        BadInput: the key's language is not one that PaperGloss writes.
    """
    context = Context(job, tools)
    steps = list(plan(job.key.kind, job.target))
    ends: dict[StageName, Future[End]] = {}
    if all(step.needs or step.after for step in steps[1:]):
        first, *steps = steps
        ends[first.name] = _ended(_run_in_turn(context, first, {}))
    with ThreadPoolExecutor(len(steps), thread_name_prefix="gloss") as pool:
        for step in steps:
            ends[step.name] = pool.submit(_run_in_turn, context, step, dict(ends))
    outcomes = {name: future.result() for name, future in ends.items()}
    if "cancelled" in outcomes.values():
        raise Cancelled
    key = job.key.model_copy(update={"paper": context.paper})
    changed = {"key": key, "id": f"{key.digest()}-1", "state": _state(context.card, outcomes)}
    return context.card.model_copy(update=changed)


def _ended(end: End) -> Future[End]:
    future: Future[End] = Future()
    future.set_result(end)
    return future


def _state(card: Card, outcomes: dict[StageName, End]) -> Literal["done", "partial", "failed"]:
    if card.metadata is None:
        return "failed"
    return "partial" if "failed" in outcomes.values() else "done"


def _run_in_turn(context: Context, step: Step, earlier: dict[StageName, Future[End]]) -> End:
    ends = {name: earlier[name].result() for name in (*step.needs, *step.after)}
    wait([earlier[name] for name in step.behind], HEAD_START_SECONDS)
    if "cancelled" in ends.values() or context.job.cancelled():
        end: End = "cancelled"
    elif any(ends[name] != "done" for name in step.needs):
        end = "skipped"
    elif step.name in context.job.finished and step.resume(context):
        return "done"
    elif step.name in context.job.failed:
        return "failed"
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
