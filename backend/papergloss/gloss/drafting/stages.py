"""Translation and key sentences by the local engine; both say that they are drafts."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.errors import ModelError
from papergloss.gloss.card import Claim, Warning
from papergloss.gloss.context import Context
from papergloss.gloss.drafting.pencil import Pencil
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.request import Drafter
from papergloss.gloss.translation.translating import Draft

A_DRAFT = (
    "Translated by a small model on this machine ({model}), sentence by sentence: a draft, which may be wrong"
    " where it reads well. The original stands beside it."
)


def warn(context: Context) -> None:
    """Says on the card what a draft is, where there is one."""
    if context.language.code != "en":
        context.warn(Warning(kind="draft", text=A_DRAFT.format(model=context.job.key.model)))


def translation(context: Context, drafter: Drafter) -> CardPart:
    """Title and abstract, sentence by sentence; what a check refuses is kept in the original.

    Raises:
        ModelError: the model failed; the sentences before it are shown.
    """
    warn(context)
    draft = Draft(context.metadata.title, context.metadata.abstract, context.language)
    written: dict[int, str] = {}

    def show() -> None:
        context.show("translation", CardPart(translation=draft.so_far()))

    show()
    pencil = Pencil(context, "translation", drafter)
    asked = list(draft.open)
    try:
        for done, n in enumerate(asked, start=1):
            written[n] = pencil.write(draft.sources[n], _onto(context, draft, n), show)
            context.progress("translation", Progress(done=done, total=len(asked), unit="sentences"))
    except ModelError as error:
        draft.take(written, set())
        context.show("translation", CardPart(translation=draft.settled(error.type)))
        raise
    draft.take(written, set())
    return CardPart(translation=draft.settled())


def key_sentences(context: Context, drafter: Drafter, claims: list[Claim]) -> list[Claim]:
    """The paper's own sentences, each as a draft of its translation where that passes its check.

    The evidence of each stays the sentence itself. Raises ModelError.
    """
    if context.language.code == "en":
        return claims
    pencil = Pencil(context, "summary", drafter)
    return [claim.model_copy(update={"text": pencil.draft(claim.text) or claim.text}) for claim in claims]


def _onto(context: Context, draft: Draft, n: int) -> Callable[[str], None]:
    path = draft.path(n)

    def write(text: str) -> None:
        if path is not None:
            context.delta("translation", path, text)

    return write
