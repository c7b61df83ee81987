"""Requests and answers of the HTTP API, beside the card and its events."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from papergloss.gloss.card import Card, CardKey, Kind, Problem, StageName, Wire
from papergloss.gloss.events import Progress, StageState
from papergloss.gloss.selection.asked import Asked
from papergloss.web.query import Query

API_VERSION = 1
"""Raised when an older extension could no longer talk to this backend; `health` tells it."""


class Health(Wire):
    """`GET /api/v1/health`, the only answer that needs no token."""

    name: Literal["papergloss"] = "papergloss"
    version: str
    api: int = API_VERSION


class ProblemDocument(Wire):
    """RFC 9457, `application/problem+json`; the body of every error."""

    type: str = Field(description="stable slug, see docs/problems.md")
    title: str
    status: int
    detail: str
    hint: str


class PairRequest(Wire):
    """`POST /api/v1/pair`."""

    secret: str = Field(min_length=1, max_length=200)
    client: str = Field("", max_length=80, description="what the reader will see in the list of clients")


class PairAnswer(Wire):
    """The token, shown once; it works only from the Origin that asked."""

    token: str
    version: str


class EngineStatus(Wire):
    """Which engine answers now, and who gets the text."""

    engine: Literal["openai", "local", "extractive"]
    model: str
    provider: str | None = Field(None, description="host (and port) that receives the text; None: nobody")
    local: bool = Field(description="the provider is this machine, or nobody")
    consented: bool = Field(description="the reader has confirmed this provider")
    key_set: bool
    context_tokens: int | None = None


class Status(Wire):
    """`GET /api/v1/status`."""

    version: str
    api: int = API_VERSION
    lang: str = Field(description="language for glosses where the request names none")
    languages: list[str]
    engine: EngineStatus
    command: str = Field(description="what to type to connect a model")


class ConsentRequest(Wire):
    """`PUT /api/v1/consents`: the reader has seen that `provider` gets the text."""

    provider: str = Field(max_length=255)


class GlossRequest(Wire):
    """`POST /api/v1/glosses`."""

    paper: str = Field(min_length=1, max_length=500, description="id, any arXiv address, or `sha256:…`")
    lang: str | None = None
    kind: Literal["card", "deep"] = Field("card", description="`deep` needs a model")
    engine: Literal["openai", "local", "extractive"] | None = None
    model: str | None = Field(
        None, min_length=1, max_length=200, description="another one of the connected provider's models"
    )
    regenerate: bool = Field(False, description="make a new revision although a card is stored")


class SelectionRequest(Asked):
    """`POST /api/v1/selections`."""

    paper: str | None = Field(
        None, min_length=1, max_length=500, description="as for a gloss; null for a page about no known paper"
    )
    lang: str | None = None
    engine: Literal["openai", "local", "extractive"] | None = None
    regenerate: bool = False


class UploadAnswer(Wire):
    """`POST /api/v1/uploads`: what to ask `POST /api/v1/glosses` for."""

    paper: str = Field(description="`sha256:…` of the file")


class StageStatus(Wire):
    """One stage of a job."""

    name: StageName
    state: StageState
    progress: Progress | None = None


class JobView(Wire):
    """One job in the queue."""

    id: str
    key: CardKey
    title: str | None = None
    state: Literal["queued", "running", "done", "partial", "failed", "cancelled"]
    stages: list[StageStatus]
    created_at: datetime
    updated_at: datetime
    card_id: str | None = None


class GlossAnswer(Wire):
    """A finished card, or the job that is making it (exactly one of the two)."""

    card: Card | None = None
    job: JobView | None = None


class JobList(Wire):
    """`GET /api/v1/jobs`: running and queued first, then the latest ended ones."""

    jobs: list[JobView]


class CorrectionRequest(Wire):
    """`PUT /api/v1/cards/{card_id}/corrections`: without text and evidence, the correction is taken back."""

    part: str = Field(max_length=40, description="as in `Correction`")
    text: str | None = Field(None, min_length=1, max_length=4000)
    wrong_evidence: list[int] = Field(default_factory=list, max_length=100)


class StageDurations(Wire):
    """`GET /api/v1/stages/durations`."""

    seconds: dict[str, float] = Field(
        description="by stage, the median of the latest jobs with the engine and model in use"
    )


class CardEntry(Wire):
    """One line of the list of saved papers."""

    id: str
    paper: str
    lang: str
    title: str
    title_target: str | None
    authors: list[str] = Field(description="the first three")
    author_count: int
    state: Literal["done", "partial", "failed"]
    engine: str
    model: str
    saved_at: datetime


class CardList(Wire):
    """`GET /api/v1/cards`: saved papers, newest first."""

    cards: list[CardEntry]
    total: int


class PageQuery(Query):
    """Paging."""

    offset: int = Field(0, ge=0)
    limit: int = Field(50, ge=1, le=200)


BatchItemState = Literal["waiting", "done", "partial", "failed", "cancelled"]


class BatchRequest(Wire):
    """`POST /api/v1/batches`."""

    papers: list[Annotated[str, Field(min_length=1, max_length=500)]] = Field(min_length=1, max_length=3000)
    kind: Literal["brief", "card"] = "brief"
    lang: str | None = None
    engine: Literal["openai", "local", "extractive"] | None = None
    label: str = Field("", max_length=200, description="what the reader sees in the list")


class BatchQuery(Query):
    """`GET /api/v1/batches`."""

    label: str | None = Field(None, max_length=200, description="only batches with this label")


class BatchView(Wire):
    """Many papers asked for at once."""

    id: str
    label: str
    kind: Kind
    lang: str
    engine: str
    model: str
    state: Literal["running", "done", "cancelled", "stopped"] = Field(
        description="`stopped`: a problem that every later paper would meet; `resume` goes on"
    )
    problem: Problem | None
    counts: dict[BatchItemState, int] = Field(description="papers in each state")
    created_at: datetime
    updated_at: datetime


class BatchList(Wire):
    """`GET /api/v1/batches`: the newest first."""

    batches: list[BatchView]


class BatchItem(Wire):
    """One paper of a batch that has ended. `n` is its place in the request, from 0, twins left out."""

    n: int
    paper: str = Field(description="as it was asked for, in the form of an id")
    state: BatchItemState
    card_id: str | None
    card: Card | None = Field(description="for the kind `brief`")
    problem: Problem | None
