"""Folds events into a card: what a panel does, and what the store keeps. Pure; twin in TypeScript.

Both are tested from `tests/cases/fold/*.json`.
"""

from __future__ import annotations

from papergloss.gloss.card import Card, Claim, Selection, Sentence, StageName, Translation
from papergloss.gloss.deep.fold import drafted, with_section, without_text
from papergloss.gloss.events import (
    CardPart,
    DeltaEvent,
    DoneEvent,
    Event,
    ProblemEvent,
    ResetEvent,
    ResultEvent,
    UsageEvent,
    WarningEvent,
)
from papergloss.gloss.question import Question

SHOWN_BY: dict[StageName, tuple[str, ...]] = {
    "metadata": ("metadata",),
    "translation": ("translation",),
    "reading": ("coverage",),
    "figures": ("figures",),
    "summary": ("summary", "takeaways"),
    "selection": ("selection",),
    "question": ("question",),
    "outline": ("deep",),
}
"""The card's fields that go when a stage is reset; of a section of a deep read, its text."""


def apply(card: Card, event: Event) -> Card:
    """The card after `event`; `card` itself is left as it was.

    A delta for a sentence that the card does not have changes nothing; a missing claim is made, empty.
    The same warning or problem twice counts once.
    """
    match event:
        case ResultEvent(part=part):
            return card.model_copy(update=_given(card, part))
        case DeltaEvent(path=path, text=text):
            return _append(card, path.split("/"), text)
    return card.model_copy(update=_changes(card, event))


def _changes(card: Card, event: Event) -> dict[str, object]:
    changes: dict[str, object] = {}
    match event:
        case ResetEvent(stage=stage):
            remaining = [problem for problem in card.problems if problem.stage != stage]
            changes = {"deep": without_text(card.deep, stage), **dict.fromkeys(SHOWN_BY.get(stage, ()))}
            changes["problems"] = remaining
        case WarningEvent(warning=warning) if warning not in card.warnings:
            changes = {"warnings": [*card.warnings, warning]}
        case ProblemEvent(problem=problem) if problem not in card.problems:
            changes = {"problems": [*card.problems, problem]}
        case UsageEvent(provenance=provenance):
            changes = {"provenance": provenance}
        case DoneEvent(state=state, card_id=card_id):
            ended = "partial" if state == "cancelled" else state
            changes = {"state": ended, "id": card_id or card.id}
    return changes


def _given(card: Card, part: CardPart) -> dict[str, object]:
    fields = {name: getattr(part, name) for name in CardPart.model_fields if name != "section"}
    given = {name: value for name, value in fields.items() if value is not None}
    return given if part.section is None else {**given, "deep": with_section(card.deep, part.section)}


def _append(card: Card, path: list[str], text: str) -> Card:
    match path:
        case ["translation", *place] if card.translation is not None:
            return card.model_copy(update={"translation": _translated(card.translation, place, text)})
        case ["deep", name, "draft"] if card.deep is not None:
            return card.model_copy(update={"deep": drafted(card.deep, name, text)})
        case ["selection", *place] if card.selection is not None:
            return card.model_copy(update={"selection": _selected(card.selection, place, text)})
        case ["question", *place] if card.question is not None:
            return card.model_copy(update={"question": _answered(card.question, place, text)})
        case ["summary" | "takeaways" as part, index, "text"] if index.isdecimal():
            claims = card.summary if part == "summary" else card.takeaways
            return card.model_copy(update={part: _claimed(claims or [], int(index), text)})
    return card


def _translated(translation: Translation, place: list[str], text: str) -> Translation:
    match place:
        case ["title", "target"]:
            title = translation.title
            grown = title.model_copy(update={"target": (title.target or "") + text})
            return translation.model_copy(update={"title": grown})
        case ["sentences", index, "target"] if index.isdecimal() and int(index) < len(translation.sentences):
            sentences = _grown(translation.sentences, int(index), text)
            return translation.model_copy(update={"sentences": sentences})
    return translation


def _selected(selection: Selection, place: list[str], text: str) -> Selection:
    match place:
        case ["answer"]:
            return selection.model_copy(update={"answer": selection.answer + text})
        case ["sentences", index, "target"] if index.isdecimal() and int(index) < len(selection.sentences):
            sentences = _grown(selection.sentences, int(index), text)
            return selection.model_copy(update={"sentences": sentences})
    return selection


def _answered(question: Question, place: list[str], text: str) -> Question:
    match place:
        case ["missing"]:
            return question.model_copy(update={"missing": question.missing + text})
        case ["claims", index, "text"] if index.isdecimal():
            claims = _claimed(question.claims, int(index), text)
            return question.model_copy(update={"claims": claims})
    return question


def _grown(sentences: list[Sentence], index: int, text: str) -> list[Sentence]:
    grown = list(sentences)
    grown[index] = grown[index].model_copy(update={"target": (grown[index].target or "") + text})
    return grown


def _claimed(known: list[Claim], index: int, text: str) -> list[Claim]:
    claims = list(known)
    claims.extend(Claim(text="") for _ in range(index + 1 - len(claims)))
    claims[index] = claims[index].model_copy(update={"text": claims[index].text + text})
    return claims
