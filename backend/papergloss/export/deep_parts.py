"""A deep read as every export goes through it: sections in their order, each figure where it comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from papergloss.export.words import Words
from papergloss.gloss.card import Card, Figure
from papergloss.gloss.explainer import (
    Block,
    DeepSection,
    Explainer,
    FigureShown,
    Formula,
    FurtherReading,
    Resource,
    Table,
)

OF = {"code": "code", "data": "data", "model": "model", "page": "web_page"}


@dataclass(frozen=True, slots=True)
class Part:
    """One block, the figure that belongs to it, and what is to be said about it."""

    block: Block
    figure: Figure | None = None
    note: str | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class SectionParts:
    """One section. `notes` say what is wrong with it, or missing."""

    id: str
    name: str
    heading: str
    parts: list[Part]
    notes: list[str] = field(default_factory=list)


def parts(card: Card, deep: Explainer, words: Words) -> Iterator[SectionParts]:
    """The sections that have something to show or to say."""
    figures: dict[tuple[str, str], Figure] = {(f.kind, f.number): f for f in card.figures or ()}
    seen: set[tuple[str, str]] = set()
    for section in deep.sections:
        shown = [part for block in section.blocks if (part := _part(block, figures, seen, words))]
        notes = list(_notes(card, section, words))
        if shown or notes:
            yield SectionParts(section.name, words[section.name], section.heading, shown, notes)


def _part(
    block: Block, figures: dict[tuple[str, str], Figure], seen: set[tuple[str, str]], words: Words
) -> Part | None:
    if isinstance(block, FigureShown | Table):
        key = ("table", block.number) if isinstance(block, Table) else (block.of, block.number)
        if key in seen:
            return None
        seen.add(key)
        note = words["by_code"].format(page=block.page) if isinstance(block, Table) else None
        return Part(block, figures.get(key), note)
    if isinstance(block, Formula) and block.check.status != "supported":
        return Part(block, note=words["as_written"].format(page=block.evidence[0].page))
    if isinstance(block, FurtherReading) and block.by_title:
        return Part(block, note=words["by_title"].format(id=block.arxiv_id))
    return Part(block, of=OF[block.of] if isinstance(block, Resource) else "")


def _notes(card: Card, section: DeepSection, words: Words) -> Iterator[str]:
    problem = next((problem for problem in card.problems if problem.stage == section.name), None)
    if problem is not None:
        yield words["not_written"].format(reason=problem.detail or problem.title)
    elif section.length is not None:
        yield words[section.length]
    elif section.name == "resources" and not section.blocks:
        yield words["none_named"]
