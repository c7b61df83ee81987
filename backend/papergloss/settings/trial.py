"""One tiny call to a provider, to see whether it would work: no paper's text is in it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from papergloss.errors import AnswerCut, PaperGlossError
from papergloss.llm.pricing import cost
from papergloss.llm.types import Message, Provider, TextPiece, Usage

QUESTION = "Reply with the single word: ready"
MOST_TOKENS = 256
PATIENCE_SECONDS = 60.0
"""A model on this machine may have to be loaded first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the call. `cost` is None where the model's price is not known."""

    problem: PaperGlossError | None
    first_word_seconds: float | None
    usage: Usage
    cost: float | None


def try_out(provider: Provider) -> Outcome:
    """Asks once, without a second try."""
    # The SDK takes a second to import: only who calls a model waits for it.
    from papergloss.llm.client import OpenAIChat  # noqa: PLC0415
    from papergloss.llm.retry import RetryPolicy  # noqa: PLC0415

    chat = OpenAIChat(provider, stall_seconds=PATIENCE_SECONDS, policy=RetryPolicy(retries=0))
    started = time.monotonic()
    first: float | None = None
    usage = Usage()
    problem: PaperGlossError | None = None
    try:
        for piece in chat.stream(
            [Message("user", QUESTION)], max_tokens=MOST_TOKENS, cancelled=lambda: False
        ):
            if isinstance(piece, TextPiece) and first is None:
                first = time.monotonic() - started
            elif isinstance(piece, Usage):
                usage = piece
    except PaperGlossError as error:
        # A model that talks on past the limit works all the same.
        problem = None if isinstance(error, AnswerCut) and first is not None else error
    finally:
        chat.close()
    return Outcome(problem, first, usage, cost(provider, usage))


def models_of(provider: Provider) -> list[str]:
    """The models that the provider lists.

    Raises:
        ModelError: it cannot be reached, or refuses.
    """
    from papergloss.llm.client import check  # noqa: PLC0415

    return check(provider)
