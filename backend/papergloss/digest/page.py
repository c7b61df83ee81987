"""One paper as the templates show it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from papergloss.arxiv.listing import Announcement
from papergloss.digest.papers import SECTIONS, Digest, Outcome, Section, metadata_of
from papergloss.export.markdown import MADE_BY, Words, words_of
from papergloss.gloss.card import Card, Claim, Figure, Metadata
from papergloss.gloss.corrections import corrected

Verdict = Literal["sound", "open", "unsure"]
_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper with its card, where it has one.

    `pictures` are addresses beside the page, one a figure; `shared` are words that the library has too.
    """

    anchor: str
    section: Section
    metadata: Metadata
    card: Card | None
    outcome: Outcome
    pictures: Sequence[tuple[Figure, str | None]] = ()
    shared: Sequence[str] = ()

    @property
    def title_target(self) -> str | None:
        """The translated title."""
        translation = self.card.translation if self.card else None
        return translation.title.target if translation and translation.title.state == "ok" else None


@cache
def _all_words() -> dict[str, Words]:
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


def page_words(lang: str) -> Words:
    """The words of a page: those of exported cards, and the digest's own."""
    return words_of(lang) | _all_words().get(lang, _all_words()["en"])


def anchor(paper: Announcement) -> str:
    """The paper's name in the page's addresses."""
    return re.sub(r"[^\w.-]", "-", paper.paper.id_with_version)


def contents(digest: Digest) -> list[tuple[Section, list[tuple[str, str]]]]:
    """The sections in their order, with each paper's anchor and title."""
    listed: dict[Section, list[tuple[str, str]]] = {}
    for paper in digest.papers:
        listed.setdefault(SECTIONS[paper.announced], []).append((anchor(paper), paper.title))
    return list(listed.items())


def shown(
    paper: Announcement, digest: Digest, card: Card | None, pictures: Sequence[tuple[Figure, str | None]]
) -> Shown:
    """What the page says of a paper."""
    card = corrected(card) if card else None
    name = paper.paper.id_with_version
    likeness = digest.likeness.get(name)
    return Shown(
        anchor=anchor(paper),
        section=SECTIONS[paper.announced],
        metadata=metadata_of(paper, card),
        card=card,
        outcome=digest.outcomes[name],
        pictures=pictures,
        shared=likeness.shared if likeness else (),
    )


def addresses(metadata: Metadata, words: Words) -> list[tuple[str, str]]:
    """Names and addresses of a paper's links; nothing but web addresses."""
    found = [("arXiv", metadata.links.abs), ("PDF", metadata.links.pdf), ("HTML", metadata.links.html)]
    found += [("DOI", metadata.links.doi), *((words["code"], code) for code in metadata.links.code)]
    return [(name, address) for name, address in found if address and _WEB.fullmatch(address)]


def check_note(claim: Claim, words: Words) -> tuple[str, Verdict]:
    """What code found out about a claim, in words and in short."""
    status = claim.check.status
    if status == "supported":
        return "✓", "sound"
    if status == "unchecked":
        return words["unchecked"], "open"
    return "⚠ " + words[status].format(detail=claim.check.detail or ""), "unsure"


def pages(claim: Claim, words: Words) -> str:
    """Where a claim's evidence stands: its pages, or the abstract."""
    found = sorted({evidence.page for evidence in claim.evidence if evidence.rects})
    where = words["page"].format(pages=", ".join(map(str, found))) if found else words["original"]
    return f" {where}"


def made_by(card: Card, words: Words) -> str:
    """Who wrote the card, and when."""
    made = card.provenance
    sentence = words[MADE_BY.get(made.engine, "made")]
    day = made.created_at.date().isoformat()
    return sentence.format(model=made.model, provider=made.provider or "–", date=day)
