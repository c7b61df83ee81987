"""The order of the stages, and nothing else: which stage waits for which, for each kind of gloss.

A card, arXiv:  metadata -> translation            a file:  reading -> metadata -> translation
                metadata -> reading -> figures              reading -> figures
                (metadata, reading) -> summary              (metadata, reading) -> summary

The summary needs the metadata, and waits for the reading however that ends: without a PDF it is made from
the abstract, and says so. A deep read begins with its outline; then every section is a stage of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from papergloss.errors import BadInput
from papergloss.gloss.card import Kind, StageName
from papergloss.gloss.context import Context
from papergloss.gloss.deep.lengths import ASKED as WRITTEN
from papergloss.gloss.events import CardPart
from papergloss.gloss.request import Target
from papergloss.gloss.stages import (
    brief,
    deep,
    figures,
    metadata,
    question,
    reading,
    selection,
    summary,
    translation,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage in its place: it needs what `needs` made, and waits for the end of `after`.

    It gives those in `behind` a head start: their request to the model is on its way before it begins.
    `resume` takes up what an earlier run finished; where it returns False the stage runs again.
    """

    name: StageName
    run: Callable[[Context], CardPart]
    resume: Callable[[Context], bool] = lambda _: True
    needs: tuple[StageName, ...] = ()
    after: tuple[StageName, ...] = ()
    behind: tuple[StageName, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The stages of one kind of gloss, for a paper of arXiv and for a file."""

    arxiv: tuple[Step, ...]
    file: tuple[Step, ...]
    several: tuple[Step, ...] = ()
    """For a target that is neither, but asks about several papers."""


ARXIV = (
    Step("metadata", metadata.from_arxiv, metadata.resume),
    Step("translation", translation.run, translation.resume, needs=("metadata",)),
    Step("reading", reading.run, reading.resume, needs=("metadata",), behind=("translation",)),
    Step("figures", figures.run, needs=("reading",)),
    Step("summary", summary.run, needs=("metadata",), after=("reading",)),
)
FILE = (
    Step("reading", reading.run, reading.resume),
    Step("metadata", metadata.from_file, metadata.resume, needs=("reading",)),
    Step("translation", translation.run, translation.resume, needs=("metadata",)),
    Step("figures", figures.run, needs=("reading",), behind=("translation",)),
    Step("summary", summary.run, needs=("metadata",), after=("reading",), behind=("translation",)),
)
BRIEF = (
    Step("metadata", metadata.from_arxiv_of_a_list, metadata.resume),
    Step("summary", brief.run, needs=("metadata",)),
)
# As much of a card as can be made from what arXiv tells of many papers at once: no PDF is fetched.
ABSTRACT = (
    Step("metadata", metadata.from_arxiv_of_a_list, metadata.resume),
    Step("translation", translation.run, translation.resume, needs=("metadata",)),
    Step("summary", summary.run, needs=("metadata",)),
)
# The words are translated from what the page says; nothing waits for arXiv.
SELECTION = (
    Step("metadata", selection.metadata, metadata.resume),
    Step("selection", selection.run),
)
SELECTION_IN_FILE = (
    Step("reading", reading.run, reading.resume),
    Step("metadata", metadata.from_file, metadata.resume, needs=("reading",)),
    Step("selection", selection.run),
)
QUESTION = (
    Step("metadata", metadata.from_arxiv, metadata.resume),
    Step("reading", reading.run, reading.resume, needs=("metadata",)),
    Step("question", question.run, needs=("metadata",), after=("reading",)),
)
QUESTION_IN_FILE = (
    Step("reading", reading.run, reading.resume),
    Step("metadata", metadata.from_file, metadata.resume, needs=("reading",)),
    Step("question", question.run, needs=("metadata",), after=("reading",)),
)
_SECTIONS = (
    *(Step(name, deep.section(name), needs=("outline",)) for name in WRITTEN if name != "reading_list"),
    Step("reading_list", deep.reading_list, needs=("outline",)),
    Step("resources", deep.resources, needs=("outline",)),
)
DEEP = (
    Step("metadata", metadata.from_arxiv, metadata.resume),
    Step("reading", reading.run, reading.resume, needs=("metadata",)),
    Step("outline", deep.outline, needs=("metadata",), after=("reading",)),
    Step("figures", figures.run, needs=("reading",), behind=("outline",)),
    *_SECTIONS,
)
DEEP_IN_FILE = (
    Step("reading", reading.run, reading.resume),
    Step("metadata", metadata.from_file, metadata.resume, needs=("reading",)),
    Step("outline", deep.outline, needs=("metadata",), after=("reading",)),
    Step("figures", figures.run, needs=("reading",), behind=("outline",)),
    *_SECTIONS,
)
QUESTION_OF_SEVERAL = (
    Step("metadata", question.metadata_of_several, metadata.resume),
    Step("question", question.run, needs=("metadata",)),
)


PLANS: dict[Kind, Plan] = {
    "card": Plan(ARXIV, FILE),
    "deep": Plan(DEEP, DEEP_IN_FILE),
    "abstract": Plan(ABSTRACT, ()),
    "brief": Plan(BRIEF, ()),
    "selection": Plan(SELECTION, SELECTION_IN_FILE),
    "question": Plan(QUESTION, QUESTION_IN_FILE, QUESTION_OF_SEVERAL),
}


def plan(kind: Kind, target: Target) -> tuple[Step, ...]:
    """The stages of a kind of gloss for a target, each after those that it waits for.

    Raises:
        BadInput: nothing makes this kind.
    """
    if kind not in PLANS:
        raise BadInput(f"PaperGloss cannot make a gloss of the kind “{kind}”.")
    made = PLANS[kind]
    if target.file:
        return made.file
    return made.arxiv if target.arxiv_id or not made.several else made.several


def again(kind: Kind, target: Target, stages: Sequence[StageName]) -> tuple[StageName, ...]:
    """The stages to run when `stages` run again: themselves, and whatever rests on them."""
    names = list(stages)
    for step in plan(kind, target):
        if step.name not in names and {*step.needs, *step.after} & set(names):
            names.append(step.name)
    return tuple(names)
