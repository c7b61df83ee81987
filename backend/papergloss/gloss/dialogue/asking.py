"""One question to the model, with what every stage does around it."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.gloss.booking import Booking
from papergloss.gloss.card import StageName
from papergloss.gloss.context import Context
from papergloss.gloss.events import Retry, StageEvent
from papergloss.llm.types import ChatModel, Message, RetryPiece, TextPiece, Usage

ANSWER_TOKENS = 8192
"""What the largest answers take with room for reasoning; several providers allow no more than this."""


def answer_tokens(model: ChatModel) -> int:
    """Tokens that an answer may take: never more than a quarter of a small context."""
    return min(ANSWER_TOKENS, model.provider.context_tokens // 4)


def ask(
    context: Context,
    stage: StageName,
    model: ChatModel,
    messages: list[Message],
    *,
    on_text: Callable[[str], None],
    on_restart: Callable[[], None],
    max_tokens: int | None = None,
) -> str:
    """The whole answer, booked. `on_text` gets each piece at once; `on_restart` says that all are void.

    Raises:
        CapReached: the month's cap does not allow the call, or its next try; nothing more was sent.
        ModelError: the call failed for good; pieces already handed on stand.
        Cancelled: the reader cancelled the job.
    """
    limit = max_tokens or answer_tokens(model)
    pieces: list[str] = []
    with Booking(context, stage, model.provider, messages, limit) as booking:
        for piece in model.stream(messages, max_tokens=limit, cancelled=context.job.cancelled):
            context.check()
            match piece:
                case TextPiece(text=text):
                    pieces.append(text)
                    booking.hear(text)
                    on_text(text)
                case RetryPiece(attempt=attempt, wait=wait, reason=reason):
                    pieces.clear()
                    on_restart()
                    retry = Retry(attempt=attempt, wait=wait, reason=reason)
                    context.emit(StageEvent(name=stage, state="running", retry=retry))
                    if wait:
                        booking.again()
                case Usage():
                    booking.usage = piece
    return "".join(pieces)
