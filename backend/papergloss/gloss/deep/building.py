"""Turns what a model wrote of a section into checked blocks, with the paper's figures and formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from papergloss.gloss.card import Claim
from papergloss.gloss.deep.answer import Draft, DraftEntry, DraftFigure, DraftFormula
from papergloss.gloss.deep.formulas import formula
from papergloss.gloss.deep.references import Entry
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.explainer import Block, FigureShown, FurtherReading, Paragraph, SectionName, Table
from papergloss.pdf.document import Document, Figure
from papergloss.pdf.tabular import cells_of

SHOWS: dict[SectionName, tuple[str, ...]] = {
    "motivation": ("figure",),
    "method": ("figure", "algorithm"),
    "experiments": ("table", "figure"),
}
"""Which sections show something of the paper, and what."""
MOST_SHOWN = 4
"""In one section."""


def offered(document: Document, section: SectionName) -> list[Figure]:
    """What a section can show, of the kind that it needs most first."""
    kinds = SHOWS.get(section, ())
    can = [figure for figure in document.figures if figure.kind in kinds]
    return sorted(can, key=lambda figure: kinds.index(figure.kind))


def blocks(
    parts: Iterable[Draft], claims: Sequence[Claim], document: Document, examiner: Examiner, name: SectionName
) -> list[Block]:
    """The section's blocks. `claims` are the statements of all paragraphs, checked, in order.

    A figure or table whose own words a paragraph rests on is shown even where the model did not ask for it.
    """
    rest = iter(claims)
    shown: dict[tuple[str, str], Block] = {}
    found: list[Block] = []
    can = {(figure.kind, figure.number): figure for figure in offered(document, name)}
    drafts = list(parts)
    asked = {(part.kind, part.number) for part in drafts if isinstance(part, DraftFigure)}
    for part in drafts:
        wanted: list[tuple[str, str]] = []
        if isinstance(part, DraftFigure):
            wanted = [(part.kind, part.number)]
        elif isinstance(part, DraftFormula):
            made = formula(part, document, examiner)
            found += [made] if made and all(made.tex != getattr(one, "tex", "") for one in found) else []
        else:
            paragraph = Paragraph(claims=[next(rest) for _ in part.claims])
            found.append(paragraph)
            wanted = [key for key in _rests_on(paragraph, document, can.values()) if key not in asked]
        for key in wanted:
            if key in can and key not in shown and len(shown) < MOST_SHOWN:
                shown[key] = _shown(document, can[key])
                found.append(shown[key])
    return found


def further(
    entries: Iterable[DraftEntry], claims: Sequence[Claim], references: Sequence[Entry]
) -> list[Block]:
    """The reading list's blocks; `claims` as for `blocks`."""
    by_passage = {entry.passage: entry for entry in references}
    rest = iter(claims)
    found: list[Block] = []
    for draft in entries:
        entry = by_passage[draft.passage]
        said = [next(rest) for _ in draft.claims]
        found.append(
            FurtherReading(
                passage=entry.passage,
                text=entry.text,
                arxiv_id=entry.arxiv_id,
                by_title=entry.by_title,
                address=entry.address,
                claims=said,
            )
        )
    return found


def _shown(document: Document, figure: Figure) -> Block:
    cells = cells_of(document, figure) if figure.kind == "table" else None
    if cells is None:
        return FigureShown(of=figure.kind, number=figure.number)
    return Table(number=figure.number, head=cells.head, rows=cells.rows, page=figure.page)


def _rests_on(
    paragraph: Paragraph, document: Document, figures: Iterable[Figure]
) -> Iterator[tuple[str, str]]:
    """The figures whose caption, or whose words, a claim of the paragraph cites."""
    evidence = [item for claim in paragraph.claims for item in claim.evidence]
    cited = {item.passage for item in evidence if item.found_by == "model"}
    for figure in figures:
        own = {figure.passage} | _words_of(document, figure)
        if cited & own:
            yield figure.kind, figure.number


def _words_of(document: Document, figure: Figure) -> set[int | None]:
    """The passages of kind `table` that stand in a table's region."""
    if figure.kind != "table":
        return set()
    x0, y0, x1, y1 = figure.rect
    return {
        passage.n
        for passage in document.passages
        if passage.kind == "table" and passage.page == figure.page
        for rect in passage.parts[0].rects[:1]
        if x0 - 2 <= rect[0] <= x1 and y0 - 2 <= rect[1] <= y1
    }
