"""A deep read: the outline first, then its sections side by side, each a stage of its own."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.gloss.context import Context
from papergloss.gloss.deep.desk import Desk
from papergloss.gloss.deep.planning import Planner
from papergloss.gloss.deep.references import entries
from papergloss.gloss.deep.resources import resources as addresses_in
from papergloss.gloss.deep.writing import Writer
from papergloss.gloss.events import CardPart
from papergloss.gloss.explainer import DeepSection, SectionName
from papergloss.gloss.stages import Skipped
from papergloss.gloss.stages.reading import source_of


def outline(context: Context) -> CardPart:
    """Plans the sections.

    Raises:
        NoEngine: there is no model.
        NoPdf, PdfError: there is no text to read in depth.
        ModelError: the model failed or wrote no usable outline.
        Skipped: the reading failed, and says why.
    """
    if any(problem.stage == "reading" for problem in context.card.problems):
        raise Skipped
    desk = _desk(context)
    made = Planner(context, desk).run()
    coverage = desk.material("outline").coverage(source_of(desk.document), desk.document)
    return CardPart(deep=made, coverage=coverage)


def section(name: SectionName) -> Callable[[Context], CardPart]:
    """What writes the section `name`. Raises ModelError."""

    def run(context: Context) -> CardPart:
        return CardPart(section=Writer(context, _desk(context), name).run())

    return run


def reading_list(context: Context) -> CardPart:
    """What to read next, from the list of references.

    Raises:
        ModelError: the model failed or named none of them.
        Skipped: the paper has no such list.
    """
    if not entries(_desk(context).document):
        raise Skipped
    return section("reading_list")(context)


def resources(context: Context) -> CardPart:
    """Code, data and models that the paper names; no model is asked."""
    desk = _desk(context)
    found = addresses_in(desk.document, desk.examiner, context.metadata.links.code)
    return CardPart(section=DeepSection(name="resources", blocks=list(found)))


def _desk(context: Context) -> Desk:
    return context.once(Desk, lambda: Desk(context))
