"""A selection explained, or looked up as in a dictionary of the paper's field."""

from __future__ import annotations

from papergloss.errors import AnswerFiltered, AnswerUnusable
from papergloss.gloss.card import Check, Selection
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.answers import chatter, loops, markup, own_words, placeholder, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import fenced, one_line
from papergloss.gloss.events import CardPart
from papergloss.gloss.languages import Language
from papergloss.gloss.prompts import fill
from papergloss.gloss.selection.asked import Asked
from papergloss.gloss.translation.glossary import block, known
from papergloss.gloss.translation.numbers import numbers_added
from papergloss.llm.types import ChatModel, Message

ASKS = 2
"""The first time, and once more where that answer was not usable or states a number of its own."""
LONGEST = {"sense": 600, "explanation": 2500}
"""Characters after which an answer says more than it was asked."""
_WORDS_FOR = {
    "empty": "there is none",
    "refused": "it is not an answer",
    "placeholder": "it holds a placeholder",
    "chatter": "it speaks to the reader, or of the task",
    "looping": "it repeats itself",
    "markup": "it holds a link or markup",
    "untranslated": "it is not in the asked language",
    "overlong": "it is far too long",
}


def explain(context: Context, asked: Asked, model: ChatModel) -> Selection:
    """What the selection says, or the sense of its word, with a verdict on the numbers in it.

    Raises:
        AnswerFiltered: the model declined.
        AnswerUnusable: nothing that it wrote was usable.
        ModelError: the model failed.
    """
    blank = asked.blank(context.language)
    messages = _messages(context, asked, blank)
    best: Selection | None = None
    answer = ""
    for _ in range(ASKS):
        context.show("selection", CardPart(selection=blank))
        answer = _ask(context, model, messages, blank)
        fault = _fault(asked, answer, blank, context.language)
        check = _check(asked, answer)
        if fault is None:
            best = blank.model_copy(update={"answer": answer, "check": check})
        if fault is None and check.status != "number_missing":
            break
        reason = _WORDS_FOR[fault] if fault else f"it states numbers that stand nowhere: {check.detail}"
        messages = [*messages, Message("assistant", answer or "…"), _again(reason, context.language)]
    if best is None:
        context.show("selection", CardPart(selection=blank))
        if words := refusal(answer):
            raise AnswerFiltered(f"The model declined to answer: “{words}”")
        raise AnswerUnusable(f"The answer was not usable; the model wrote: “{own_words(answer)}”")
    return best


def _ask(context: Context, model: ChatModel, messages: list[Message], blank: Selection) -> str:
    def write(text: str) -> None:
        context.delta("selection", "selection/answer", text)

    def restart() -> None:
        context.show("selection", CardPart(selection=blank))

    return ask(context, "selection", model, messages, on_text=write, on_restart=restart).strip()


def _messages(context: Context, asked: Asked, blank: Selection) -> list[Message]:
    language = context.language
    names = {"language": language.english, "native": language.native}
    lines = [one_line(" ".join(sentences)) for sentences in asked.paragraphs()]
    terms = block(known([asked.text], context.tools.terms, language)) if blank.task == "explanation" else ""
    task = fill(f"selection.{blank.task}", **names)
    blocks = [asked.place(), fenced("SELECTION", lines), task, terms]
    return [
        Message("system", fill("selection.system")),
        Message("user", "\n\n".join(filter(None, blocks))),
    ]


def _again(reason: str, language: Language) -> Message:
    names = {"language": language.english, "native": language.native}
    return Message("user", fill("selection.again", reason=reason, **names))


def _fault(asked: Asked, answer: str, blank: Selection, language: Language) -> str | None:
    source = f"{asked.text} {asked.before} {asked.after}"
    found = {
        "empty": not answer,
        "refused": bool(refusal(answer)) and not refusal(source),
        "placeholder": bool(placeholder(answer)) and not placeholder(source),
        "chatter": chatter(answer) and not chatter(source),
        "looping": loops(answer),
        "markup": markup(answer) and not markup(source),
        "untranslated": not language.written_in(answer),
        "overlong": len(answer) > LONGEST[blank.task],
    }
    return next((name for name, is_so in found.items() if is_so), None)


def _check(asked: Asked, answer: str) -> Check:
    given = " ".join((asked.title, asked.before, asked.text, asked.after))
    added = numbers_added(given, answer)
    if added:
        return Check(status="number_missing", detail=", ".join(added))
    return Check(status="unchecked")
