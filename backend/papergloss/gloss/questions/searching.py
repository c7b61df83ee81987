"""A question answered without a model: by the paper's own sentences that share most with it."""

from __future__ import annotations

from papergloss.gloss.claim import Check, Claim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.finding import Finder
from papergloss.pdf.document import Document

MOST_FOUND = 5


def search(document: Document, examiner: Examiner, asked: Asked) -> Question:
    """The sentences, the best first, each marked as found by a search; none where nothing is shared."""
    passages = Finder(document).find(asked.words())[:MOST_FOUND]
    claims = [
        Claim(text=evidence.quote, check=Check(status="supported"), evidence=[evidence])
        for evidence in examiner.found(asked.question, passages)
    ]
    return asked.blank().model_copy(update={"answered": "searched", "claims": claims})
