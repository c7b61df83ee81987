"""Questions that a reader may want to ask next, made from what stands on the card: no model is asked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from importlib.resources import files
from itertools import chain, zip_longest

from papergloss.gloss.card import Card

SHOWN = 3
MOST_OF_A_KIND = 2
"""Terms and sections that are asked after, one after the other."""

_WORDS: dict[str, dict[str, str]] = tomllib.loads(
    (files(__package__) / "suggestions.toml").read_text("utf-8")
)
_TELLING = (
    re.compile(r"ablation", re.IGNORECASE),
    re.compile(r"analys[ie]s|discussion|failure|error", re.IGNORECASE),
    re.compile(r"experiment|result|evaluation|benchmark", re.IGNORECASE),
    re.compile(r"method|approach|architecture|framework|algorithm|theorem", re.IGNORECASE),
)
"""Headings of sections that readers ask about, most of all the first."""
_COMPARING = ("differ", "numbers", "first")
_SECTION_NUMBER = re.compile(r"^(?:\d[\d.]*|[A-Z]\.?\d[\d.]*|[IVX]+\.|[A-Z]\.)\s+")


def suggestions(card: Card, asked: Collection[str]) -> list[str]:
    """Up to three questions in the card's language, none of them in `asked`.

    After the card's terms, its telling sections and its limits come questions that suit any paper.
    """
    words = _WORDS[card.key.lang]
    of_card = (
        (words["term"].format(term) for term in _terms(card)),
        (words["section"].format(title) for title in _sections(card)),
        (words[name] for name in _general(card)),
    )
    in_turn = (question for row in zip_longest(*of_card) for question in row if question)
    fresh = dict.fromkeys(question for question in in_turn if question not in asked)
    return list(fresh)[:SHOWN]


def comparing(lang: str, asked: Collection[str]) -> list[str]:
    """Questions about several papers, none of them in `asked`."""
    return [_WORDS[lang][name] for name in _COMPARING if _WORDS[lang][name] not in asked]


def _terms(card: Card) -> list[str]:
    """Terms of the paper itself, those of its title and of many sentences first."""
    glossary = card.translation.glossary if card.translation else []
    own = [term for term in glossary if term.origin == "paper"]
    title = card.metadata.title.casefold() if card.metadata else ""
    abstract = card.metadata.abstract.casefold() if card.metadata else ""

    def weight(source: str) -> tuple[bool, int]:
        return source.casefold() in title, abstract.count(source.casefold())

    own.sort(key=lambda term: weight(term.source), reverse=True)
    return [
        term.source if term.target == term.source else f"{term.target} ({term.source})"
        for term in own[:MOST_OF_A_KIND]
    ]


def _sections(card: Card) -> list[str]:
    titles = [section.title for section in card.coverage.sections] if card.coverage else []
    plain = [_SECTION_NUMBER.sub("", title) for title in titles]
    telling = (title for pattern in _TELLING for title in plain if pattern.search(title))
    return list(dict.fromkeys(telling))[:MOST_OF_A_KIND]


def _general(card: Card) -> Iterator[str]:
    claims = list(chain(card.summary or (), card.takeaways or ()))
    has_limits = any(claim.role == "limit" for claim in claims)
    yield "weak" if has_limits else "limits"
    if any(claim.role == "result" and re.search(r"\d", claim.text) for claim in claims):
        yield "gain"
    yield "data"
    if card.metadata and not card.metadata.links.code:
        yield "code"
