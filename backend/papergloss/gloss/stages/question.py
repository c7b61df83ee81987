"""The answer to a question about papers: the model's, or the passages that a search finds."""

from __future__ import annotations

from papergloss.gloss.card import Metadata
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart
from papergloss.gloss.questions.answering import Answerer
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.one_paper import OnePaper
from papergloss.gloss.questions.searching import search
from papergloss.gloss.questions.several import Several


def metadata_of_several(context: Context) -> CardPart:
    """The titles of the papers; nobody is asked."""
    title = " · ".join(paper.title for paper in _asked(context).papers)
    return CardPart(metadata=Metadata(source="papers", title=title, authors=[], abstract=""))


def run(context: Context) -> CardPart:
    """Makes `question`, and the coverage: how much of the paper, or papers, the answer rests on.

    Raises:
        ModelError: the model failed or wrote nothing usable.
        Skipped: there is neither a text nor an abstract.
    """
    asked = _asked(context)
    context.show("question", CardPart(question=asked.blank()))
    source = Several(context, asked.papers) if asked.papers else OnePaper(context)
    if context.tools.model is None:
        question = search(source, asked, context.tools.glossary)
    else:
        question = Answerer(context, context.tools.model, source, asked).run()
    return CardPart(question=question, coverage=source.coverage())


def _asked(context: Context) -> Asked:
    if context.job.target.asked is None:
        raise LookupError("nothing was asked")
    return Asked.model_validate_json(context.job.target.asked)
