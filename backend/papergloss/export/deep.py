"""A deep read as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from papergloss.export.claims import escaped_notes
from papergloss.export.deep_parts import Part, parts
from papergloss.export.escape import display, escape, link
from papergloss.export.figures import figure_line
from papergloss.export.words import Words
from papergloss.gloss.card import Card, Claim
from papergloss.gloss.explainer import Explainer, Formula, FurtherReading, Paragraph, Resource, Table


def deep_blocks(card: Card, deep: Explainer, words: Words) -> Iterator[str]:
    """Its blocks, a heading for each section."""
    yield f"## {words['deep']}"
    if deep.lede:
        yield _told([deep.lede], words)
    for section in parts(card, deep, words):
        yield f"### {section.name}" + (f": {escape(section.heading)}" if section.heading else "")
        for part in section.parts:
            yield from _part(part, words)
        yield from (f"*{escape(note)}*" for note in section.notes)


def _part(part: Part, words: Words) -> Iterator[str]:
    block = part.block
    if isinstance(block, Paragraph):
        yield _told(block.claims, words)
    elif isinstance(block, Formula):
        yield display(block.tex)
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, FurtherReading):
        shown = (link(block.address) if block.address else None) or ""
        yield f"- **{escape(block.text)}** {shown}\n  {_told(block.claims, words)}".replace("** \n", "**\n")
    elif isinstance(block, Resource):
        quote = f" — {escape(block.evidence[0].quote)}" if block.evidence else ""
        yield f"- {words[part.of]}: {link(block.address) or escape(block.address)}{quote}"
    if part.figure:
        yield figure_line(part.figure, words)
    if part.note:
        yield f"*{escape(part.note)}*"


def _told(claims: list[Claim], words: Words) -> str:
    return " ".join(f"{escape(claim.text)} ({escaped_notes(claim, words)})" for claim in claims)


def _table(table: Table) -> str:
    head = table.head[-1] if table.head else [""] * len(table.rows[0])
    rows = [head, ["---"] * len(head)]
    lines = [_row([escape(cell) for cell in rows[0]]), _row(rows[1])]
    return "\n".join([*lines, *(_row([escape(cell) for cell in row]) for row in table.rows)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
