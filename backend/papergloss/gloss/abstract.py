"""A paper of which there is only the abstract, in the form in which whole papers are read."""

from __future__ import annotations

import hashlib

from papergloss.gloss.card import Metadata
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document, Part, Passage, Section


def abstract_document(metadata: Metadata) -> Document:
    """The abstract's sentences as passages; page 1 stands for the abstract page, without rectangles."""
    passages = tuple(
        Passage(n, "body", sentence, (Part(1, ()),), section=0)
        for n, sentence in enumerate(split_sentences(metadata.abstract), start=1)
    )
    return Document(
        sha256=hashlib.sha256(metadata.abstract.encode()).hexdigest(),
        page_count=0,
        pages=(),
        passages=passages,
        sections=(Section("Abstract", 1, 1, role="abstract"),),
        title=metadata.title,
        authors=tuple(metadata.authors),
    )
