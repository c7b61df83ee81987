"""From the house's own types to those on the wire."""

from __future__ import annotations

from dataclasses import asdict

from papergloss.gloss.card import Card
from papergloss.jobs.batches import Batch, Item
from papergloss.jobs.record import JobRecord
from papergloss.jobs.service import Answer
from papergloss.library.shelf import Entry
from papergloss.web.wire import BatchItem, BatchView, CardEntry, GlossAnswer, JobView, StageStatus


def job_view(job: JobRecord) -> JobView:
    """A job for the panel."""
    return JobView(
        id=job.id,
        key=job.key,
        title=job.title,
        state=job.state,
        stages=[StageStatus(name=s.name, state=s.state, progress=s.progress) for s in job.stages],
        created_at=job.created_at,
        updated_at=job.updated_at,
        card_id=job.card_id,
    )


def gloss_answer(found: Answer) -> GlossAnswer:
    """A finished card, or the job that makes it."""
    return GlossAnswer(card=found.card, job=job_view(found.job) if found.job else None)


def card_entry(entry: Entry) -> CardEntry:
    """A line of the list of saved papers."""
    return CardEntry.model_validate(asdict(entry))


def batch_view(batch: Batch) -> BatchView:
    """A batch for the page that asked for it."""
    return BatchView.model_validate(asdict(batch) | {"problem": batch.problem})


def batch_item(item: Item, card: Card | None) -> BatchItem:
    """A paper of a batch, with its card where the page shows it."""
    return BatchItem(
        n=item.n, paper=item.paper, state=item.state, card_id=item.card_id, card=card, problem=item.problem
    )
