"""Title and abstract in the reader's language, sentence by sentence, none missing."""

from __future__ import annotations

from papergloss.errors import ModelError
from papergloss.gloss.card import Warning
from papergloss.gloss.context import Context
from papergloss.gloss.drafting import stages as drafting
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.stages import Skipped
from papergloss.gloss.translation.asking import Translator
from papergloss.gloss.translation.glossary import known
from papergloss.gloss.translation.terms import repeated
from papergloss.gloss.translation.translating import Draft
from papergloss.llm.types import ChatModel

NO_MODEL = "No model is connected: the key sentences are the paper's own{untranslated}. {how}"
HOW_TO_CONNECT = (
    "To connect one, set OPENAI_API_KEY (and OPENAI_BASE_URL and PAPERGLOSS_MODEL for other providers, "
    "or for a model on this machine such as Ollama) and start PaperGloss again."
)


def run(context: Context) -> CardPart:
    """Translates with the model; without one every sentence keeps the original, and a warning says why.

    Raises:
        ModelError: the model failed; sentences that were already good are shown.
        Skipped: the reader's language is the paper's.
    """
    if context.language.code == "en":
        resume(context)
        raise Skipped
    if context.tools.drafter is not None:
        return drafting.translation(context, context.tools.drafter)
    model = context.tools.model
    draft = _draft(context, asks=model is not None)
    context.glossary = tuple(draft.glossary)
    context.show("translation", CardPart(translation=draft.so_far()))
    if model is None:
        resume(context)
        return CardPart(translation=draft.settled("no_model"))
    try:
        _translate(context, model, draft)
    except ModelError as error:
        context.show("translation", CardPart(translation=draft.settled(error.type)))
        raise
    return CardPart(translation=draft.settled())


def resume(context: Context) -> bool:
    """Takes the glossary up; says again, where there is no model, why nothing was translated."""
    if context.card.translation is not None and not context.glossary:
        context.glossary = tuple(context.card.translation.glossary)
    if context.tools.drafter is not None:
        drafting.warn(context)
    elif context.tools.model is None:
        untranslated = "" if context.language.code == "en" else ", and nothing is translated"
        text = NO_MODEL.format(untranslated=untranslated, how=HOW_TO_CONNECT)
        context.warn(Warning(kind="no_model", text=text))
    return True


def _draft(context: Context, *, asks: bool) -> Draft:
    """With the terms of the whole paper, where it has been read already: nothing waits for that here."""
    title, abstract, language = context.metadata.title, context.metadata.abstract, context.language
    if not asks:
        return Draft(title, abstract, language)
    settled = known([title, abstract], context.tools.terms, language)
    taken = {term.source.casefold() for term in settled}
    found = repeated(title, abstract, context.document)
    terms = [term for term in found if term.casefold() not in taken]
    return Draft(title, abstract, language, settled, terms)


def _translate(context: Context, model: ChatModel, draft: Draft) -> None:
    def show() -> None:
        context.show("translation", CardPart(translation=draft.so_far()))

    def write(n: int, text: str) -> None:
        if (path := draft.path(n)) is not None:
            context.delta("translation", path, text)

    def count() -> None:
        total = len(draft.sources)
        done = Progress(done=total - len(draft.left), total=total, unit="sentences")
        context.progress("translation", done)

    Translator(context, "translation", model, draft, show=show, on_text=write, on_answer=count).run()
