"""A pipeline of the real shape without arXiv and model, which a test can hold in its middle."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import Cancelled, ModelError, ProviderDown
from papergloss.gloss import fold
from papergloss.gloss.card import (
    Card,
    Claim,
    Coverage,
    Metadata,
    Problem,
    Provenance,
    Sentence,
    StageName,
    Translation,
)
from papergloss.gloss.events import CardPart, DeltaEvent, Event, ProblemEvent, ResultEvent, StageEvent
from papergloss.gloss.request import Job, Tools

WORDS = ["The", "method", "reads", "every", "page", "and", "cites", "what", "it", "found", "."]


@dataclass
class SmallPipeline:
    """Runs the stages one after the other.

    `gate` holds the summary in its middle, streaming words, until it returns True. `failing` names stages
    that fail. `runs` counts how often each stage ran.
    """

    gate: Callable[[], bool] = lambda: True
    failing: set[StageName] = field(default_factory=set)
    runs: list[StageName] = field(default_factory=list)
    latest_version: int = 2

    def __call__(self, job: Job, tools: Tools) -> Card:
        """See gloss.pipeline.run."""
        version = (job.target.arxiv_id.version if job.target.arxiv_id else None) or self.latest_version
        card = _empty(job)

        def emit(event: Event) -> None:
            nonlocal card
            card = fold.apply(card, event)
            job.emit(event)

        for stage in ("metadata", "translation", "reading", "summary"):
            if stage in job.finished:
                card = fold.apply(card, ResultEvent(stage=stage, part=job.finished[stage]))
            elif stage in job.failed:
                card = fold.apply(card, ProblemEvent(problem=job.failed[stage]))
            else:
                self._stage(job, stage, version, emit)
        arxiv_id = job.target.arxiv_id
        paper = ArxivId(arxiv_id.id, version).id_with_version if arxiv_id else job.key.paper
        key = job.key.model_copy(update={"paper": paper})
        state = "failed" if card.metadata is None else "partial" if card.problems else "done"
        return card.model_copy(update={"id": f"{key.digest()}-1", "key": key, "state": state})

    def _stage(self, job: Job, stage: StageName, version: int, emit: Callable[[Event], None]) -> None:
        self.runs.append(stage)
        emit(StageEvent(name=stage, state="running"))
        try:
            if stage in self.failing:
                raise ProviderDown
            part = self._part(job, stage, version, emit)
        except ModelError as error:
            problem = Problem(
                stage=stage, type=error.type, title=error.title, detail=error.detail, hint=error.hint
            )
            emit(ProblemEvent(problem=problem))
            emit(StageEvent(name=stage, state="failed"))
            return
        emit(ResultEvent(stage=stage, part=part))
        emit(StageEvent(name=stage, state="done"))

    def _part(self, job: Job, stage: StageName, version: int, emit: Callable[[Event], None]) -> CardPart:
        match stage:
            case "metadata":
                arxiv_id = job.target.arxiv_id.id if job.target.arxiv_id else None
                return CardPart(metadata=metadata(arxiv_id, version, max(version, self.latest_version)))
            case "translation":
                return CardPart(translation=_translation(job.key.lang))
            case "reading":
                return CardPart(coverage=Coverage(source="pdf", pages_read=3, pages_of=3))
        self._write(job, emit)
        return CardPart(summary=[Claim(text=" ".join(WORDS))], takeaways=[Claim(text="It works.")])

    def _write(self, job: Job, emit: Callable[[Event], None]) -> None:
        for word in WORDS:
            emit(DeltaEvent(stage="summary", path="summary/0/text", text=f"{word} "))
        pace = threading.Event()
        while not self.gate():
            if job.cancelled():
                raise Cancelled
            emit(DeltaEvent(stage="summary", path="summary/0/text", text="and "))
            pace.wait(0.01)
        if job.cancelled():
            raise Cancelled


def metadata(arxiv_id: str | None = "2503.20680", version: int = 2, latest: int = 2) -> Metadata:
    """Bibliographic facts of a paper that does not exist."""
    return Metadata(
        source="arxiv" if arxiv_id else "file",
        arxiv_id=arxiv_id,
        version=version,
        latest_version=latest,
        title="A Careful Reader",
        authors=["Ada One", "Ben Two", "Cy Three", "Di Four"],
        abstract="It reads. It cites.",
    )


def _translation(lang: str) -> Translation:
    title = Sentence(n=0, source="A Careful Reader", target="细心的读者", state="ok")
    return Translation(
        lang=lang, title=title, sentences=[Sentence(n=1, source="It reads.", target="它阅读。", state="ok")]
    )


def _empty(job: Job) -> Card:
    provenance = Provenance(
        engine=job.key.engine,
        model=job.key.model,
        prompt_version=job.key.prompt_version,
        created_at=datetime.now(UTC),
    )
    return Card(id="0", key=job.key, state="running", provenance=provenance)
