"""Summary and takeaways: one request that carries the whole paper, or the paper's own key sentences."""

from __future__ import annotations

from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.card import Source
from papergloss.gloss.compression.material import whole
from papergloss.gloss.compression.portions import readable
from papergloss.gloss.context import Context
from papergloss.gloss.drafting import stages as drafting
from papergloss.gloss.events import CardPart
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.extractive.picking import key_sentences
from papergloss.gloss.stages import Skipped
from papergloss.gloss.stages.reading import source_of
from papergloss.gloss.summary.summarising import Summariser
from papergloss.pdf.document import Document


def run(context: Context) -> CardPart:
    """Makes both parts, every claim checked against the passages.

    Raises:
        ModelError: the model failed or wrote nothing usable.
        Skipped: there is neither a text nor an abstract.
    """
    document, source = material_of(context)
    metadata = context.metadata
    examiner = Examiner(
        document,
        known=[metadata.title, metadata.abstract, *metadata.authors],
        latin_script="latin" in context.language.scripts,
    )
    if context.tools.model is None:
        drafts = key_sentences(document, metadata.title)
        summary, takeaways = ([examiner.quoted(draft) for draft in part] for part in drafts)
        if context.tools.drafter is not None:
            context.show("summary", CardPart(summary=summary, takeaways=takeaways))
            summary = drafting.key_sentences(context, context.tools.drafter, summary)
            takeaways = drafting.key_sentences(context, context.tools.drafter, takeaways)
        material = whole(document)
    else:
        summariser = Summariser(context, context.tools.model, document, examiner)
        summary, takeaways = summariser.run()
        material = summariser.material
    coverage = material.coverage(source, context.document)
    return CardPart(summary=summary, takeaways=takeaways, coverage=coverage)


def material_of(context: Context) -> tuple[Document, Source]:
    """The paper where it has text, else its abstract."""
    if context.document and readable(context.document):
        return context.document, source_of(context.document)
    document = abstract_document(context.metadata)
    if not document.passages:
        raise Skipped
    return document, "abstract"
