"""What a running job tells: the events of one gloss, in order, replayable.

A panel that applies them in order to an empty card holds the same card that the store keeps. Each
event travels as server-sent event with its sequence number as `id` and its `type` as `event`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from papergloss.gloss.card import (
    Claim,
    Coverage,
    Figure,
    Metadata,
    Problem,
    Provenance,
    Selection,
    StageName,
    Translation,
    Warning,
    Wire,
)
from papergloss.gloss.explainer import DeepSection, Explainer
from papergloss.gloss.question import Question

StageState = Literal["waiting", "running", "done", "failed", "skipped", "cancelled"]


class Progress(Wire):
    """How far a stage is."""

    done: int
    total: int
    unit: Literal["pages", "sentences", "figures", "claims", "sections"]


class Retry(Wire):
    """A wait before the next try, shown to the reader."""

    attempt: int
    wait: float = Field(description="seconds until the next try")
    reason: str = Field(description="slug of the error that caused it")


class StageEvent(Wire):
    """A stage changed its state, or got further."""

    type: Literal["stage"] = "stage"
    name: StageName
    state: StageState
    progress: Progress | None = None
    retry: Retry | None = None


class DeltaEvent(Wire):
    """Text to append at `path` of the card, e.g. `translation/sentences/3/target`, `takeaways/0/text`.

    List indexes count from 0; a missing element is made, empty, at first touch. A section of a deep read
    goes by its name: `deep/method/draft`.
    """

    type: Literal["delta"] = "delta"
    stage: StageName
    path: str
    text: str


class CardPart(Wire):
    """The fields of the card that a stage has made; a field that is None is left as it was.

    `section` takes the place of the section with its name in `deep`.
    """

    metadata: Metadata | None = None
    translation: Translation | None = None
    summary: list[Claim] | None = None
    takeaways: list[Claim] | None = None
    figures: list[Figure] | None = None
    selection: Selection | None = None
    deep: Explainer | None = None
    section: DeepSection | None = None
    question: Question | None = None
    coverage: Coverage | None = None
    provenance: Provenance | None = None


class ResultEvent(Wire):
    """Replaces the named fields of the card, deltas included.

    A stage may send several: a skeleton first (`final` False), the checked result last.
    """

    type: Literal["result"] = "result"
    stage: StageName
    part: CardPart
    final: bool = True


class ResetEvent(Wire):
    """A stage runs again: what it had shown goes."""

    type: Literal["reset"] = "reset"
    stage: StageName


class WarningEvent(Wire):
    """Adds a warning to the card."""

    type: Literal["warning"] = "warning"
    warning: Warning


class UsageEvent(Wire):
    """The provenance so far: tokens and money up to now."""

    type: Literal["usage"] = "usage"
    provenance: Provenance


class ProblemEvent(Wire):
    """Adds a problem to the card."""

    type: Literal["problem"] = "problem"
    problem: Problem


class DoneEvent(Wire):
    """The last event of a job."""

    type: Literal["done"] = "done"
    state: Literal["done", "partial", "failed", "cancelled"]
    card_id: str | None = None


Event = Annotated[
    StageEvent | DeltaEvent | ResultEvent | ResetEvent | WarningEvent | UsageEvent | ProblemEvent | DoneEvent,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
