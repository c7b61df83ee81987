"""Code, data and models that the paper names: the addresses as they stand in it, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from papergloss.gloss.compression.portions import readable
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.explainer import Resource
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document

MOST = 8
Of = Literal["code", "data", "model", "page"]

_ADDRESS = re.compile(
    r"(?:https?://|(?<![\w./@])(?:www\.|(?=(?:github|gitlab)\.com/|huggingface\.co/|zenodo\.org/)))"
    r"[^\s<>\"'{}|\\^`，。；）】」’”]+",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"//(?:(?:dx\.)?doi\.org|(?:www\.)?arxiv\.org|creativecommons\.org|(?:www\.)?openreview\.net)"
)
_OF: tuple[tuple[Of, re.Pattern[str]], ...] = (
    ("data", re.compile(r"huggingface\.co/datasets|zenodo\.|kaggle\.com|figshare\.|osf\.io|dataset|/data\b")),
    ("code", re.compile(r"github\.com|github\.io|gitlab\.|bitbucket\.|codeberg\.|sourceforge\.")),
    ("model", re.compile(r"huggingface\.co|modelscope\.")),
)
_ORDER: tuple[Of, ...] = ("code", "model", "data", "page")


def resources(document: Document, examiner: Examiner) -> list[Resource]:
    """The addresses, code first, each once."""
    found = sorted(_found(document, examiner), key=lambda resource: _ORDER.index(resource.of))
    return found[:MOST]


def _found(document: Document, examiner: Examiner) -> Iterator[Resource]:
    seen: set[str] = set()
    for passage in readable(document):
        for sentence in split_sentences(passage.text):
            for match in _ADDRESS.finditer(sentence):
                address = _whole(match.group())
                if address.casefold() in seen or _NOT_OURS.search(address) or "." not in address:
                    continue
                seen.add(address.casefold())
                told = examiner.quoted(DraftClaim(sentence, None, [passage.n]))
                yield Resource(address=address, of=_of(address), evidence=told.evidence)


def _whole(text: str) -> str:
    bare = text.rstrip(".,;:!?*†‡")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1]
    return bare.rstrip(".,;:]") if bare.lower().startswith("http") else f"https://{bare.rstrip('.,;:]')}"


def _of(address: str) -> Of:
    return next((kind for kind, pattern in _OF if pattern.search(address)), "page")
