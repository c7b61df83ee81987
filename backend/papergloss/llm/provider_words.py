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
        "insufficient credit",
        "insufficient_user_quota",
        "insufficient funds",
        "not enough credits",
        "no resource package",
        "exceeded_current_quota",
        "credit balance is too low",
        "balance is insufficient",
        "balance is not enough",
        "account is suspended",
        "out of credits",
        "billing_not_active",
        "account is not active",
        "billing_hard_limit",
        "payment required",
        "arrearage",
        "余额不足",
        "余额已用完",
        "账户余额",
        "欠费",
        "free tier of the model has been exhausted",
    ),
    ContextExceeded: (
        "context_length_exceeded",
        "context length exceeded",
        "context window",
        "maximum context length",
        "maximum prompt length",
        "max context length",
        "model's context limit",
        "exceed context limit",
        "exceed_context_size",
        "exceeds the available context",
        "context size has been exceeded",
        "greater than the context length",
        "prompt is too long",
        "prompt too long",
        "prompt contains too many tokens",
        "input is too long",
        "input tokens exceed",
        "input length and",
        "too many tokens",
        "too large for model",
        "exceeds the maximum number of tokens",
        "request_too_large",
        "输入超长",
        "超出最大长度",
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
