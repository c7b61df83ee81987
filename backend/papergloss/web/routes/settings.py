"""What the options page sets: the provider with its key and model, the reader's language."""

from __future__ import annotations

from flask import Response

from papergloss.config import ProviderLayer
from papergloss.errors import BadInput, NoEngine, PaperGlossError
from papergloss.llm.providers import preset_for
from papergloss.settings.provider import host_of, is_on_this_machine
from papergloss.settings.trial import models_of, try_out
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.problems import document
from papergloss.web.settings_wire import (
    ModelNames,
    ProviderRequest,
    ProviderValue,
    ProviderView,
    ReaderSettings,
    TrialAnswer,
)
from papergloss.web.wire import ProblemDocument

api = blueprint("settings", "What the options page sets")
MOST_MODELS = 1000
"""Names of models in one answer; the largest provider lists about 400."""


@api.get("/settings/provider", responses={200: ProviderView})
def provider() -> Response:
    """The values in use and where each comes from."""
    return answer(_view())


@api.put("/settings/provider", responses={200: ProviderView})
def set_provider(body: ProviderRequest) -> Response:
    """Replaces what the options page has set."""
    backend().provider.set(_layer(body))
    return answer(_view())


@api.delete("/settings/provider", responses={200: ProviderView})
def forget_provider() -> Response:
    """Forgets what the options page has set, the key too."""
    backend().provider.forget_key()
    backend().provider.set(ProviderLayer())
    return answer(_view())


@api.delete("/settings/provider/key", responses={200: ProviderView})
def forget_key() -> Response:
    """Forgets the key that the options page has set."""
    backend().provider.forget_key()
    return answer(_view())


@api.post("/settings/provider/test", responses={200: TrialAnswer, 409: ProblemDocument})
def try_provider(body: ProviderRequest) -> Response:
    """One tiny call, with the saved settings or, where the body names any, with those values."""
    settings = backend().provider
    proposed = settings.proposed(_layer(body)) if body.model_fields_set else settings.needed()
    outcome = try_out(proposed)
    return answer(
        TrialAnswer(
            ok=outcome.problem is None,
            problem=document(outcome.problem) if outcome.problem else None,
            host=host_of(proposed),
            model=proposed.model,
            first_word_seconds=outcome.first_word_seconds,
            tokens_in=outcome.usage.tokens_in,
            tokens_out=outcome.usage.tokens_out,
            cost=outcome.cost,
            currency=proposed.currency,
            estimated=outcome.usage.estimated,
        )
    )


@api.post("/settings/provider/models", responses={200: ModelNames, 409: ProblemDocument})
def models(body: ProviderRequest) -> Response:
    """The models that the provider lists; costs nothing. A model need not be named for it."""
    layer = _layer(body).model_copy(update={"model": body.model or "any"})
    return answer(ModelNames(models=sorted(models_of(backend().provider.proposed(layer)))[:MOST_MODELS]))


@api.get("/settings/reader", responses={200: ReaderSettings})
def reader() -> Response:
    """The language of a gloss where the request names none."""
    return answer(ReaderSettings(lang=backend().reader.lang()))


@api.put("/settings/reader", responses={200: ReaderSettings})
def set_reader(body: ReaderSettings) -> Response:
    """Sets the reader's language."""
    backend().reader.set_lang(body.lang)
    return answer(body.model_copy(update={"lang": backend().reader.lang()}))


def _layer(body: ProviderRequest) -> ProviderLayer:
    """The values of a request; blank ones count as left out."""
    key = body.api_key if body.api_key and body.api_key.get_secret_value().strip() else None
    return ProviderLayer(
        base_url=(body.base_url or "").strip() or None,
        model=(body.model or "").strip() or None,
        context_tokens=body.context_tokens,
        api_key=key,
    )


def _view() -> ProviderView:
    settings = backend().provider
    values = {chosen.name: chosen for chosen in settings.chosen()}
    problem: PaperGlossError | None = None
    found = None
    try:
        found = settings.provider()
    except (NoEngine, BadInput) as error:
        problem = error

    def value(name: str) -> ProviderValue | None:
        chosen = values.get(name)
        return ProviderValue(value=chosen.shown, source=chosen.origin) if chosen else None

    key = values.get("api_key")
    return ProviderView(
        base_url=value("base_url"),
        model=value("model"),
        context_tokens=value("context_tokens"),
        model_in_use=found.model if found else None,
        key_set=key is not None,
        key_source=key.origin if key else None,
        preset=preset_for(found.base_url).name if found else None,
        host=host_of(found) if found else None,
        local=is_on_this_machine(found),
        consented=found is not None and settings.consented(found),
        problem=document(problem) if problem else None,
    )
