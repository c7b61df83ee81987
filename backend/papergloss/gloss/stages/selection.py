"""An answer to what the reader selected. It takes the paper's title from the page, and waits for nothing."""

from __future__ import annotations

import re

from papergloss.errors import NoEngine
from papergloss.gloss.card import Metadata
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart
from papergloss.gloss.selection.asked import Asked
from papergloss.gloss.selection.explaining import explain
from papergloss.gloss.selection.passage import translate
from papergloss.gloss.stages.metadata import from_arxiv

FEWEST_WORDS = 4
"""Words from which on a text in the reader's own language is told from a name or a word of another."""
_WORD = re.compile(r"(?<![\w$\\])[^\W\d_]{2,}")

NEEDS_A_MODEL = "The small model on this machine translates sentences; it cannot explain or look up words."


def metadata(context: Context) -> CardPart:
    """Asks arXiv which paper this is; of any other page only the title is known.

    Raises:
        ArxivError: one of its kinds.
    """
    if context.job.target.arxiv_id is not None:
        return from_arxiv(context)
    return CardPart(metadata=Metadata(source="page", title=_asked(context).title, authors=[], abstract=""))


def run(context: Context) -> CardPart:
    """Translates, looks up or explains.

    Raises:
        NoEngine: there is no model, or not one that can do this.
        ModelError: the model failed or wrote nothing usable.
    """
    asked = _asked(context)
    blank = asked.blank(context.language)
    if blank.task == "translation" and _in_own_language(context, asked.text):
        return CardPart(selection=blank.model_copy(update={"same_language": True}))
    model = context.tools.model
    if blank.task == "translation" and (model is not None or context.tools.drafter is not None):
        return CardPart(selection=translate(context, asked))
    if model is None:
        raise NoEngine(NEEDS_A_MODEL) if context.tools.drafter is not None else NoEngine()
    return CardPart(selection=explain(context, asked, model))


def _asked(context: Context) -> Asked:
    if context.job.target.asked is None:
        raise LookupError("nothing was selected")
    return Asked.model_validate_json(context.job.target.asked)


def _in_own_language(context: Context, text: str) -> bool:
    words = len(_WORD.findall(text))
    has_letters = bool(re.search(f"[{context.language.letters}]", text))
    telling = words >= FEWEST_WORDS or "latin" not in context.language.scripts
    return words == 0 or (has_letters and telling and context.language.written_in(text))
