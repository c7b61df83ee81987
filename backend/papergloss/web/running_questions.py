"""Questions that are being answered."""

from __future__ import annotations

from collections.abc import Iterable

from papergloss.gloss.questions.asked import Asked
from papergloss.jobs.record import JobRecord
from papergloss.library.questions import library_id
from papergloss.web.question_wire import RunningQuestion
from papergloss.web.views import job_view


def running_about(jobs: Iterable[JobRecord], papers: set[str]) -> RunningQuestion | None:
    """The latest question about exactly these papers that has no answer yet; `papers` as the library does."""
    found = [(job, asked) for job in jobs if (asked := _asked(job)) and _papers(job, asked) == papers]
    if not found:
        return None
    job, asked = max(found, key=lambda one: one[0].created_at)
    return RunningQuestion(job=job_view(job), question=asked.question, follows=asked.follows)


def _asked(job: JobRecord) -> Asked | None:
    if job.key.kind != "question" or job.state not in ("queued", "running") or job.target.asked is None:
        return None
    return Asked.model_validate_json(job.target.asked)


def _papers(job: JobRecord, asked: Asked) -> set[str]:
    return {library_id(one.paper) for one in asked.papers} or {library_id(job.key.paper)}
