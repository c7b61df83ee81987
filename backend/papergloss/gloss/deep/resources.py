"""Code, data and models that the paper names: the addresses as they stand in it, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from papergloss.gloss.compression.portions import readable
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.explainer import Resource
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document

MOST = 8
OWNER_AND_NAME = 2
Of = Literal["code", "data", "model", "page"]

_ADDRESS = re.compile(
    r"(?:https?://|(?<![\w./@])(?:www\.|(?=(?:github|gitlab)\.com/|huggingface\.co/|zenodo\.org/)))"
    r"[^\s<>\"'{}|\\^`，。；）】」’”]+",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"//(?:(?:dx\.)?doi\.org|(?:www\.)?arxiv\.org|creativecommons\.org|(?:www\.)?openreview\.net)"
)
_SHARED_HOST = re.compile(r"(?:github|gitlab|bitbucket|huggingface)\.(?:com|org|co)/(.*)$")
"""Hosts on which an address names at least an owner and a thing."""
_HALF_A_HOST = re.compile(r"https?://[\w-]+\.")
_HOST_ALONE = re.compile(r"(?:github|gitlab|bitbucket|huggingface)\.(?:com|org|co)/?$|//[^./]*(?:/|$)")
_NEXT = re.compile(r"\s([\w.~%/-]*\w)")
_OF: tuple[tuple[Of, re.Pattern[str]], ...] = (
    ("data", re.compile(r"huggingface\.co/datasets|zenodo\.|kaggle\.com|figshare\.|osf\.io|dataset|/data\b")),
    ("code", re.compile(r"github\.com|github\.io|gitlab\.|bitbucket\.|codeberg\.|sourceforge\.")),
    ("model", re.compile(r"huggingface\.co|modelscope\.")),
)
_ORDER: tuple[Of, ...] = ("code", "model", "data", "page")


def resources(document: Document, examiner: Examiner, given: Iterable[str] = ()) -> list[Resource]:
    """The addresses, code first, each once; `given` are those that arXiv's own record has."""
    named = list(_found(document, examiner))
    known = {_bare(resource.address) for resource in named}
    named += [
        Resource(address=address, of=_of(address), evidence=[])
        for address in given
        if _bare(address) not in known
    ]
    return sorted(named, key=lambda resource: _ORDER.index(resource.of))[:MOST]


def _found(document: Document, examiner: Examiner) -> Iterator[Resource]:
    seen: set[str] = set()
    for passage in readable(document):
        for sentence in split_sentences(passage.text):
            for match in _ADDRESS.finditer(sentence):
                address = _whole(match.group() + _rest(match.group(), sentence[match.end() :]))
                if _bare(address) in seen or _NOT_OURS.search(address) or _HOST_ALONE.search(address):
                    continue
                seen.add(_bare(address))
                told = examiner.quoted(DraftClaim(sentence, None, [passage.n]))
                yield Resource(address=address, of=_of(address), evidence=told.evidence)


def _rest(begun: str, after: str) -> str:
    """What a line's end has cut off an address: the next word, where the address cannot end as it does."""
    found = _NEXT.match(after)
    if found and _HALF_A_HOST.fullmatch(begun):
        return found[1]
    if not begun.endswith(("/", "-", "_")):
        return ""
    shared = _SHARED_HOST.search(begun)
    whole = shared is not None and len(shared[1].strip("/").split("/")) >= OWNER_AND_NAME
    return found[1] if found and (not whole or "/" in found[1]) and (shared or "/" in found[1]) else ""


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.casefold()).rstrip("/").removesuffix(".git")


def _whole(text: str) -> str:
    bare = text.rstrip(".,;:!?*†‡")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1]
    return bare.rstrip(".,;:]") if bare.lower().startswith("http") else f"https://{bare.rstrip('.,;:]')}"


def _of(address: str) -> Of:
    return next((kind for kind, pattern in _OF if pattern.search(address)), "page")
