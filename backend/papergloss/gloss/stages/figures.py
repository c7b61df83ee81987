"""The paper's figures, tables and algorithms as the panel shows them; nothing is rendered here.

They are shown at once; their captions follow in the reader's language.
"""

from __future__ import annotations

from papergloss.gloss.card import Figure
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.events import CardPart
from papergloss.gloss.translation.captions import translate
from papergloss.pdf import document

PICTURE_DPI = 150
"""Resolution at which pictures are made on demand; a PDF point is 1/72 inch."""


def run(context: Context) -> CardPart:
    """Every figure that the reading found, in the paper's order.

    Raises:
        ModelError: the captions could not be translated; the figures stand.
    """
    if context.document is None:
        raise LookupError("the reading stage has not run")
    figures = [_shown(context, figure) for figure in context.document.figures]
    if figures and context.tools.model is not None and context.language.code != "en":
        context.show("figures", CardPart(figures=figures))
        figures = translate(context, context.tools.model, figures)
    return CardPart(figures=figures)


def _shown(context: Context, figure: document.Figure) -> Figure:
    x0, y0, x1, y1 = figure.rect
    return Figure(
        kind=figure.kind,
        number=figure.number,
        caption=one_line(figure.caption),
        page=figure.page,
        rect=figure.rect,
        width=max(1, round((x1 - x0) * PICTURE_DPI / 72)),
        height=max(1, round((y1 - y0) * PICTURE_DPI / 72)),
        url=context.tools.figure_url(context.paper, figure.kind, figure.number),
    )
