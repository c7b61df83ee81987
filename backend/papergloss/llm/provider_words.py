"""Words of providers' messages and codes that say more than the HTTP status does.

Lower case, as served in 2025 and 2026; the first kind with a match wins.
"""

from __future__ import annotations

from papergloss.errors import (
    AnswerFiltered,
    ContextExceeded,
    KeyRejected,
    ModelError,
    ModelNotFound,
    QuotaExhausted,
)

_WORDS: dict[type[ModelError], tuple[str, ...]] = {
    QuotaExhausted: (
        "insufficient_quota",
        "insufficient balance",
        "insufficient_balance",
        "insufficient credits",
        "exceeded_current_quota",
        "credit balance is too low",
        "billing_hard_limit",
        "payment required",
        "arrearage",
        "余额不足",
        "欠费",
    ),
    ContextExceeded: (
        "context_length_exceeded",
        "maximum context length",
        "exceed_context_size",
        "exceeds the available context",
        "context size has been exceeded",
        "greater than the context length",
        "prompt is too long",
        "prompt exceeds max length",
        "range of input length",
        "input token count exceeds",
        "exceeded model token limit",
        "reduce the length of",
        "token limit reached",
        "string_above_max_length",
    ),
    AnswerFiltered: (
        "content_filter",
        "contentfilter",
        "content management policy",
        "content exists risk",
        "data_inspection_failed",
        "inappropriate content",
        "不安全或敏感内容",
    ),
    KeyRejected: (
        "invalid_api_key",
        "invalid api-key",
        "incorrect api key",
        "api key not valid",
        "authentication_error",
    ),
    ModelNotFound: (
        "model_not_found",
        "model does not exist",
        "model not exist",
        "no such model",
        "not a valid model id",
    ),
}


def kind_of(words: str) -> type[ModelError] | None:
    """The kind of error that a provider's words name; None where they name none."""
    text = words.lower()
    return next((kind for kind, marks in _WORDS.items() if any(mark in text for mark in marks)), None)
