"""A figure in one line of Markdown."""

from __future__ import annotations

from papergloss.export.escape import escape
from papergloss.export.words import Words
from papergloss.gloss.card import Figure


def figure_line(figure: Figure, words: Words) -> str:
    """Its name, page and caption."""
    name = words[figure.kind].format(number=escape(figure.number))
    caption = escape(figure.caption_target or figure.caption)
    return f"- **{name}** ({words['page'].format(pages=figure.page)}): {caption}"
