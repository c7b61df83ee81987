"""What the backend is set to, and the reader's consent to a provider."""

from __future__ import annotations

from flask import Response

from papergloss import __version__
from papergloss.errors import NoEngine
from papergloss.gloss.languages import LANGUAGES
from papergloss.jobs.asking import Engine
from papergloss.settings.provider import host_of, is_on_this_machine
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.wire import ConsentRequest, EngineStatus, ProblemDocument, StageDurations, Status

api = blueprint("status", "What the backend is set to")
COMMAND = "OPENAI_API_KEY=… papergloss serve"


@api.get("/status", responses={200: Status})
def status() -> Response:
    """Version, language, and which engine answers."""
    return answer(
        Status(
            version=__version__,
            lang=backend().reader.lang(),
            languages=list(LANGUAGES),
            engine=_engine(),
            command=COMMAND,
        )
    )


@api.get("/stages/durations", responses={200: StageDurations})
def durations() -> Response:
    """How long each stage usually takes."""
    engine, model = _in_use()
    return answer(StageDurations(seconds=backend().jobs.durations(engine, model)))


@api.put("/consents", responses={204: None, 409: ProblemDocument})
def consent(body: ConsentRequest) -> tuple[str, int]:
    """Records that the reader has seen which provider gets the papers' text."""
    backend().provider.consent(body.provider)
    return "", 204


def _engine() -> EngineStatus:
    settings = backend().provider
    try:
        provider = settings.provider()
    except NoEngine:
        # An address without a model: asking for a gloss says so; this answer must still be there.
        provider = None
    engine, model = _in_use()
    return EngineStatus(
        engine=engine,
        model=model,
        provider=host_of(provider) if provider else None,
        local=is_on_this_machine(provider),
        consented=provider is None or settings.consented(provider),
        key_set=settings.key_set(),
        context_tokens=provider.context_tokens if provider else None,
    )


def _in_use() -> tuple[Engine, str]:
    try:
        return backend().asking.engine()
    except NoEngine:
        return "extractive", ""
