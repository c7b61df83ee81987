"""From the house's own types to those on the wire."""

from __future__ import annotations

from dataclasses import asdict

from papergloss.jobs.record import JobRecord
from papergloss.library.shelf import Entry
from papergloss.web.wire import CardEntry, JobView, StageStatus


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


def card_entry(entry: Entry) -> CardEntry:
    """A line of the list of saved papers."""
    return CardEntry.model_validate(asdict(entry))
