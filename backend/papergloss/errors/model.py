"""What goes wrong with a model and its provider."""

from __future__ import annotations

from papergloss.errors.base import PaperGlossError


class ModelError(PaperGlossError):
    """The model's provider did not give a usable answer."""

    type = "model"
    title = "The model did not answer as expected"
    status = 502


class NoEngine(ModelError):
    """The asked engine is not configured."""

    type = "no-engine"
    title = "No model is connected"
    status = 409
    default_hint = (
        "Choose a provider on the settings page, or start PaperGloss with OPENAI_API_KEY "
        "(and OPENAI_BASE_URL, PAPERGLOSS_MODEL)."
    )


class ModelNotFetched(ModelError):
    """A local model's file did not come, or another one came."""

    type = "model-not-fetched"
    title = "The local model could not be fetched"
    status = 502
    default_hint = "Run `papergloss model pull` again: it goes on where it stopped."


class KeyRejected(ModelError):
    """401."""

    type = "key-rejected"
    title = "The provider rejected the key"
    default_hint = "Check the key on the settings page (or OPENAI_API_KEY): does it belong to this provider?"


class QuotaExhausted(ModelError):
    """402, insufficient quota."""

    type = "quota-exhausted"
    title = "The provider's quota is used up"
    default_hint = "Top up the account at the provider, or choose another model."


class CapReached(ModelError):
    """The call could exceed the month's cap that the user set; it was not made."""

    type = "cap-reached"
    title = "The monthly cap is reached"
    status = 409
    default_hint = "Raise the cap (`papergloss usage --cap`), wait for the next month, or use a free model."


class ProviderRefused(ModelError):
    """403 and other 4xx."""

    type = "provider-refused"
    title = "The provider refused the request"


class ModelNotFound(ModelError):
    """404 for the model."""

    type = "model-not-found"
    title = "The provider has no such model"
    default_hint = "Choose another model on the settings page (or check PAPERGLOSS_MODEL)."


class ContextExceeded(ModelError):
    """The request does not fit the model's context."""

    type = "context-exceeded"
    title = "The paper does not fit this model"
    default_hint = "Choose a model with a longer context."


class ProviderBusy(ModelError):
    """429 after the allowed waits."""

    type = "provider-busy"
    title = "The provider is busy"
    status = 503
    default_hint = "Wait a minute and try again."


class ProviderDown(ModelError):
    """5xx, connection refused, DNS, TLS."""

    type = "provider-down"
    title = "The provider cannot be reached"
    status = 503
    default_hint = (
        "Check the network and the address on the settings page (or OPENAI_BASE_URL); "
        "without a model, key sentences still work."
    )


class StreamStalled(ModelError):
    """No token for the allowed time."""

    type = "stream-stalled"
    title = "The model stopped answering"
    status = 504
    default_hint = "Try this part again."


class StreamBroken(ModelError):
    """Cut, silent end, broken chunk, error chunk, HTML instead of JSON."""

    type = "stream-broken"
    title = "The model's answer broke off"
    default_hint = "Try this part again."


class AnswerCut(ModelError):
    """finish_reason `length`."""

    type = "answer-cut"
    title = "The model's answer was cut off at its length limit"
    default_hint = "Choose a model with a longer output limit."


class AnswerFiltered(ModelError):
    """finish_reason `content_filter`, or a refusal."""

    type = "answer-filtered"
    title = "The provider declined to answer"
    default_hint = "Choose another model for this paper."


class AnswerUnusable(ModelError):
    """Empty, looping, a placeholder, not in the asked outline or language."""

    type = "answer-unusable"
    title = "The model's answer could not be used"
    default_hint = "Try this part again or choose a stronger model."
