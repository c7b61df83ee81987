"""One paper of a list in one line: its title in the reader's language, and what is new in one sentence."""

from __future__ import annotations

from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.brief.glossing import Glosser
from papergloss.gloss.card import Claim, Translation
from papergloss.gloss.context import Context
from papergloss.gloss.drafting import stages as drafting
from papergloss.gloss.drafting.pencil import Pencil
from papergloss.gloss.events import CardPart
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.extractive.picking import telling_sentence
from papergloss.gloss.stages import Skipped, translation
from papergloss.gloss.translation.translating import Draft


def run(context: Context) -> CardPart:
    """Makes `translation` (the title alone) and `summary` (one claim, checked against the abstract).

    Raises:
        ModelError: the model failed or wrote nothing usable.
        Skipped: the paper has no abstract.
    """
    if not context.metadata.abstract.strip():
        raise Skipped
    if context.tools.model is not None:
        return Glosser(context, context.tools.model).run()
    translation.resume(context)
    claims = _own_sentence(context)
    if context.tools.drafter is not None:
        claims = drafting.key_sentences(context, context.tools.drafter, claims)
    return CardPart(translation=_title(context), summary=claims)


def _own_sentence(context: Context) -> list[Claim]:
    document = abstract_document(context.metadata)
    draft = telling_sentence(document, context.metadata.title)
    return [Examiner(document, known=[], latin_script=True).quoted(draft)] if draft else []


def _title(context: Context) -> Translation | None:
    if context.language.code == "en":
        return None
    draft = Draft(context.metadata.title, "", context.language)
    if context.tools.drafter is None:
        return draft.settled("no_model")
    draft.take({0: Pencil(context, "summary", context.tools.drafter).write(draft.sources[0])}, set())
    return draft.settled()
