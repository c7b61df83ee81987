"""A job as the rest of the house sees it, and how its target is stored."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from papergloss.arxiv.identifier import ArxivId
from papergloss.gloss.card import CardKey, StageName
from papergloss.gloss.events import EVENT, Event, Progress, StageEvent, StageState
from papergloss.gloss.plans import plan
from papergloss.gloss.request import Target
from papergloss.store.events import EventRow
from papergloss.store.jobs import JobRow

__all__ = [
    "EventRow", "JobRecord", "JobState", "Stage",
    "event_of", "record", "row_of", "target_from", "target_text",
]  # fmt: skip

JobState = Literal["queued", "running", "done", "partial", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a job."""

    name: StageName
    state: StageState = "waiting"
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One job of the queue."""

    id: str
    key: CardKey
    target: Target
    state: JobState
    stages: tuple[Stage, ...]
    title: str | None
    card_id: str | None
    created_at: datetime
    updated_at: datetime


def record(row: JobRow, stage_events: list[EventRow]) -> JobRecord:
    """A job from its row and its `stage` events."""
    key = CardKey.model_validate_json(row.key)
    target = target_from(row.target)
    stages = {step.name: Stage(step.name) for step in plan(key.kind, target)}
    for event_row in stage_events:
        event = event_of(event_row)
        if isinstance(event, StageEvent):
            stages[event.name] = Stage(event.name, event.state, event.progress)
    state: JobState = row.state  # type: ignore[assignment]
    return JobRecord(
        id=row.id,
        key=key,
        target=target,
        state=state,
        stages=tuple(stages.values()),
        title=row.title,
        card_id=row.card_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def target_text(target: Target) -> str:
    """A target as JSON."""
    place = {"file": str(target.file)} if target.file else {}
    if target.arxiv_id:
        place = {"arxiv": target.arxiv_id.id_with_version}
    return json.dumps(place | ({"asked": target.asked} if target.asked is not None else {}))


def target_from(text: str) -> Target:
    """The reverse of `target_text`."""
    fields = json.loads(text)
    asked = fields.get("asked")
    if "arxiv" in fields:
        return Target(arxiv_id=ArxivId.parse(fields["arxiv"]), asked=asked)
    return Target(file=Path(fields["file"]) if "file" in fields else None, asked=asked)


def event_of(row: EventRow) -> Event:
    """The event in a row of the log."""
    return EVENT.validate_json(row.body)


def row_of(event: Event) -> EventRow:
    """A row for an event; the log gives the number."""
    stage = getattr(event, "stage", None) or getattr(event, "name", None)
    if event.type == "problem":
        stage = event.problem.stage
    return EventRow(seq=0, type=event.type, stage=stage, body=event.model_dump_json())
