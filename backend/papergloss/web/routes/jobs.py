"""The queue: what runs, its events, cancelling, running a stage again."""

from __future__ import annotations

from flask import Response, request
from pydantic import Field

from papergloss.errors import BadInput
from papergloss.gloss.card import StageName, Wire
from papergloss.web import sse
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.query import Query
from papergloss.web.views import job_view
from papergloss.web.wire import JobList, JobView, ProblemDocument

api = blueprint("jobs", "The queue")
MAX_SEQ = 2**53


class JobPath(Wire):
    """Which job."""

    job_id: str = Field(max_length=64)


class StagePath(JobPath):
    """Which stage of which job."""

    stage: StageName


class AfterQuery(Query):
    """From where the events are wanted; a Last-Event-ID header wins."""

    after: int = Field(0, ge=0, le=MAX_SEQ)


@api.get("/jobs", responses={200: JobList})
def jobs() -> Response:
    """Running and queued first, then the latest ended ones."""
    return answer(JobList(jobs=[job_view(job) for job in backend().jobs.jobs()]))


@api.get("/jobs/<job_id>", responses={200: JobView, 404: ProblemDocument})
def job(path: JobPath) -> Response:
    """One job."""
    return answer(job_view(backend().jobs.job(path.job_id)))


@api.delete("/jobs/<job_id>", responses={204: None, 404: ProblemDocument})
def cancel(path: JobPath) -> tuple[str, int]:
    """Cancels a job; one that has ended stays as it is."""
    backend().jobs.cancel(path.job_id)
    return "", 204


@api.get(
    "/jobs/<job_id>/events",
    responses={
        200: {
            "description": "Server-sent events; the data of each is an Event",
            "content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Event"}}},
        },
        404: ProblemDocument,
    },
)
def events(path: JobPath, query: AfterQuery) -> Response:
    """The job's events, numbered; Last-Event-ID or `after` resumes behind that number."""
    return sse.respond(backend().jobs.stream(path.job_id, _after(query)))


@api.post("/jobs/<job_id>/stages/<stage>/retry", responses={200: JobView, 404: ProblemDocument})
def retry(path: StagePath) -> Response:
    """Runs a stage of an ended job again, and what depends on it."""
    return answer(job_view(backend().jobs.retry_stage(path.job_id, path.stage)))


def _after(query: AfterQuery) -> int:
    sent = request.headers.get("Last-Event-ID")
    if sent is None:
        return query.after
    if not sent.isascii() or not sent.isdecimal() or int(sent[:20]) > MAX_SEQ:
        raise BadInput("Last-Event-ID is not a number.")
    return int(sent)
