"""Title and abstract in the reader's language, sentence by sentence, none missing."""

from __future__ import annotations

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.card import Warning
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import sentences_block
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.prompts import fill
from papergloss.gloss.protocol import NumberedParser
from papergloss.gloss.stages import Skipped
from papergloss.gloss.translation.translating import Draft
from papergloss.llm.types import ChatModel, Message

ASKS = 3
"""The first time, and at most twice again for sentences that were not usable."""
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
    draft = Draft(context.metadata.title, context.metadata.abstract, context.language)
    context.show("translation", CardPart(translation=draft.so_far()))
    model = context.tools.model
    if model is None:
        resume(context)
        return CardPart(translation=draft.settled("no_model"))
    try:
        answer = _ask_until_good(context, model, draft)
        if not draft.anything_good():
            raise _nothing_usable(answer)
    except ModelError as error:
        context.show("translation", CardPart(translation=draft.settled(error.type)))
        raise
    return CardPart(translation=draft.settled())


def resume(context: Context) -> bool:
    """Says again, where there is no model, why nothing was translated."""
    if context.tools.model is None:
        untranslated = "" if context.language.code == "en" else ", and nothing is translated"
        text = NO_MODEL.format(untranslated=untranslated, how=HOW_TO_CONNECT)
        context.warn(Warning(kind="no_model", text=text))
    return True


def _ask_until_good(context: Context, model: ChatModel, draft: Draft) -> str:
    answer = ""
    for _ in range(ASKS):
        try:
            answer = _ask(context, model, draft)
        except AnswerCut:
            if not draft.anything_good():
                raise
        total = len(draft.sources)
        context.progress("translation", Progress(done=total - len(draft.open), total=total, unit="sentences"))
        if not draft.open:
            break
        context.show("translation", CardPart(translation=draft.so_far()))
    return answer


def _ask(context: Context, model: ChatModel, draft: Draft) -> str:
    parser = NumberedParser(list(draft.open))

    def show(text: str) -> None:
        for place, more in parser.feed(text):
            if (path := draft.path(int(place))) is not None:
                context.delta("translation", path, more)

    def restart() -> None:
        nonlocal parser
        parser = NumberedParser(list(draft.open))
        context.show("translation", CardPart(translation=draft.so_far()))

    try:
        return ask(context, "translation", model, _messages(draft), on_text=show, on_restart=restart)
    finally:
        draft.take(*parser.close())


def _messages(draft: Draft) -> list[Message]:
    names = {"language": draft.language.english, "native": draft.language.native}
    asked = [sentences_block(draft.open_sentences()), fill("translation.task", **names)]
    if reasons := draft.reasons():
        asked.append(fill("translation.again", reasons=reasons, **names))
    return [Message("system", fill("translation.system")), Message("user", "\n\n".join(asked))]


def _nothing_usable(answer: str) -> ModelError:
    if words := refusal(answer):
        return AnswerFiltered(f"The model declined to translate: “{words}”")
    return AnswerUnusable(
        f"No sentence of the translation was usable; the model wrote: “{own_words(answer)}”"
    )
