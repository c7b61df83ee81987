"""The answer to a question about the paper: the model's, or the passages that a search finds."""

from __future__ import annotations

from papergloss.gloss.compression.material import whole
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.questions.answering import Answerer
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.searching import search
from papergloss.gloss.stages.summary import material_of


def run(context: Context) -> CardPart:
    """Makes `question`, and the coverage: how much of the paper the answer rests on.

    Raises:
        ModelError: the model failed or wrote nothing usable.
        Skipped: there is neither a text nor an abstract.
    """
    if context.job.target.asked is None:
        raise LookupError("nothing was asked")
    asked = Asked.model_validate_json(context.job.target.asked)
    context.show("question", CardPart(question=asked.blank()))
    document, source = material_of(context)
    metadata = context.metadata
    examiner = Examiner(
        document,
        known=[metadata.title, metadata.abstract, *metadata.authors],
        latin_script="latin" in context.language.scripts,
    )
    if context.tools.model is None:
        question, material = search(document, examiner, asked), whole(document)
    else:
        answerer = Answerer(context, context.tools.model, document, examiner, asked)
        question, material = answerer.run(), answerer.material
    return CardPart(question=question, coverage=material.coverage(source, context.document))
