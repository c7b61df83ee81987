"""What the stages of one run share: the card so far, the way out for events, the way to be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from papergloss.errors import Cancelled
from papergloss.gloss import fold
from papergloss.gloss.card import Card, Metadata, StageName, Term, Warning
from papergloss.gloss.events import (
    CardPart,
    DeltaEvent,
    Event,
    ProblemEvent,
    Progress,
    ResetEvent,
    ResultEvent,
    StageEvent,
    UsageEvent,
    WarningEvent,
)
from papergloss.gloss.languages import language
from papergloss.gloss.ledger import Ledger
from papergloss.gloss.request import Job, Tools
from papergloss.llm.types import Usage
from papergloss.pdf.document import Document

Shared = TypeVar("Shared")


class Context:
    """One run of the pipeline. Safe to use from every stage's thread.

    `paper` is the key under which readings and figures are kept; the metadata stage resolves its version.
    `document` is what the reading stage made, None where there is nothing to read. `glossary` is what is
    settled of the paper's terms up to now.
    """

    def __init__(self, job: Job, tools: Tools) -> None:
        self.job = job
        self.tools = tools
        self.language = language(job.key.lang)
        self.paper = job.key.paper
        self.document: Document | None = None
        self.glossary: tuple[Term, ...] = ()
        provider = tools.model.provider if tools.model else None
        self._ledger = Ledger(job.key, provider, job.account.spent(), job.finished.values())
        self._lock = Lock()
        self._making = Lock()
        self._shared: dict[type, object] = {}
        self._card = Card(
            id=f"{job.key.digest()}-1", key=job.key, state="running", provenance=self._ledger.provenance()
        )
        for stage, part in job.finished.items():
            self._card = fold.apply(self._card, ResultEvent(stage=stage, part=part))
        for problem in job.failed.values():
            self._card = fold.apply(self._card, ProblemEvent(problem=problem))

    @property
    def card(self) -> Card:
        """Everything emitted so far, folded."""
        return self._card

    @property
    def metadata(self) -> Metadata:
        """The paper's metadata; only for stages that need the metadata stage."""
        if self._card.metadata is None:
            raise LookupError("the metadata stage has not run")
        return self._card.metadata

    def once(self, kind: type[Shared], make: Callable[[], Shared]) -> Shared:
        """What several stages of this run share: made by the first that needs it."""
        with self._making:
            if kind not in self._shared:
                self._shared[kind] = make()
            made = self._shared[kind]
        if not isinstance(made, kind):
            raise TypeError(kind.__name__)
        return made

    def check(self) -> None:
        """Raises Cancelled once the reader has cancelled the job."""
        if self.job.cancelled():
            raise Cancelled

    def emit(self, event: Event) -> None:
        """Folds the event and hands it on, one at a time, in one order for both."""
        with self._lock:
            self._emit(event)

    def delta(self, stage: StageName, path: str, text: str) -> None:
        """Text to append on the panel."""
        self.emit(DeltaEvent(stage=stage, path=path, text=text))

    def show(self, stage: StageName, part: CardPart) -> None:
        """A result that is not yet the last."""
        self.emit(ResultEvent(stage=stage, part=part, final=False))

    def finish(self, stage: StageName, part: CardPart) -> None:
        """A stage's last result, with what the card has cost up to now."""
        with self._lock:
            spent = part.model_copy(update={"provenance": self._ledger.provenance()})
            self._emit(ResultEvent(stage=stage, part=spent))

    def start_over(self, stage: StageName) -> None:
        """Takes back what a running stage has shown; it goes on."""
        self.emit(ResetEvent(stage=stage))
        self.emit(StageEvent(name=stage, state="running"))

    def progress(self, stage: StageName, progress: Progress) -> None:
        """How far a running stage is."""
        self.emit(StageEvent(name=stage, state="running", progress=progress))

    def warn(self, warning: Warning) -> None:
        """Something that the reader should know."""
        self.emit(WarningEvent(warning=warning))

    def spend(self, stage: StageName, usage: Usage) -> None:
        """Counts one model call."""
        with self._lock:
            self._ledger.add(stage, usage)
            self._emit(UsageEvent(provenance=self._ledger.provenance()))

    def _emit(self, event: Event) -> None:
        self._card = fold.apply(self._card, event)
        self.job.emit(event)
