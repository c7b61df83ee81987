"""Deep reads of the small paper, without a server or a store."""

from __future__ import annotations

import re
from pathlib import Path

from papergloss.gloss.card import Card, StageName
from papergloss.gloss.deep.lengths import ASKED
from papergloss.gloss.events import CardPart, ResultEvent
from papergloss.gloss.explainer import DeepSection, Explainer
from papergloss.gloss.request import Target
from support import deep_paper, deep_script
from support.gloss_runs import Answer, Run, Script, ScriptedModel
from support.model_script import pretend

WRITTEN = list(ASKED)


WRITTEN = list(ASKED)


def nothing(_content: str, _turn: int) -> Answer:
    raise AssertionError("nobody asked for this")


def well(content: str, _turn: int = 0) -> str:
    return deep_script.answer(content, pretend)


def section_of(content: str) -> str:
    found = re.search(r"^Write the section ([A-Z ]+), and no other", content, re.MULTILINE)
    assert found
    return found[1].lower().replace(" ", "_").replace("read_next", "reading_list")


def model(section: Script = well, outline: Script = well) -> ScriptedModel:
    return ScriptedModel(nothing, nothing, 200_000, section=section, outline=outline)


def reading(answers: ScriptedModel | None, **changes: object) -> Run:
    run = Run(Target(file=Path("/nowhere.pdf")), "zh-CN", answers, kind="deep", **changes)  # type: ignore[arg-type]
    run.readings[run.paper] = deep_paper.document()
    return run


def made(card: Card) -> Explainer:
    assert card.deep is not None
    return card.deep


def section(card: Card, name: str) -> DeepSection:
    return next(section for section in made(card).sections if section.name == name)


def finished(run: Run) -> dict[StageName, CardPart]:
    """What a store has kept of a run."""
    return {event.stage: event.part for event in run.events if isinstance(event, ResultEvent) and event.final}
