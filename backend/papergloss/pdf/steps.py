"""From raw pages to a Document: the one place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.pdf import (
    captions,
    classify,
    front,
    furniture,
    notes,
    passages,
    references,
    regions,
    sections,
)
from papergloss.pdf.chains import outermost
from papergloss.pdf.content import PageContent
from papergloss.pdf.document import Document, Figure, Note, Passage, Rect, Section
from papergloss.pdf.extract import RawPage
from papergloss.pdf.geometry import rounded, share_inside
from papergloss.pdf.paragraphs import Paragraph, paragraphs
from papergloss.pdf.profile import Profile, profile
from papergloss.pdf.raw import Reading


def assemble(reading: Reading) -> Document:
    """All the steps from lines to a Document; needs no PDF any more."""
    pages = [raw.page for raw in reading.pages]
    marks = [raw.marks for raw in reading.pages]
    lines = furniture.strip(pages, [raw.lines for raw in reading.pages], marks)
    usual = profile(lines)
    grouped = [
        paragraphs(found, raw.marks.rules, usual) for found, raw in zip(lines, reading.pages, strict=True)
    ]
    labels = captions.find_captions(grouped, [page.blobs for page in marks], usual)
    contents = [
        PageContent(raw.page.width, raw.page.height, items, raw.marks, [],
                            [label for label in labels if label.paragraph.page == raw.page.number])
        for items, raw in zip(grouped, reading.pages, strict=True)
    ]  # fmt: skip
    for content, raw in zip(contents, reading.pages, strict=True):
        notes.find_footnotes(content.paragraphs, raw.marks.rules, raw.page, usual)
        notes.find_margin_notes(content.paragraphs, content.drawings(), usual)
        content.chains = classify.classify(
            content.paragraphs, raw.marks, usual, raw.page.width * raw.page.height
        )
        content.outer = outermost(content.chains) if content.captions else []
    title, authors = front.find_front(contents[0], usual) if contents else (None, ())
    found, opened = sections.find_sections(_outside(contents), reading.outline, usual)
    places = regions.find_regions(contents, usual)
    floats = _floats(contents, labels, places)
    flowing = _references(grouped, found, opened, floats, usual)
    for raw, content in zip(reading.pages, contents, strict=True):
        raw.printed = [*reading.page_rules, *_outside_figures(raw, content)]
    numbered, words, owner = passages.build(flowing, opened, floats)
    figures = tuple(
        _figure(label, places[id(label)], owner.get(id(label.paragraph)), numbered)
        for label in labels if id(label) in places
    )  # fmt: skip
    return Document(
        sha256=reading.sha256, page_count=reading.page_count, pages=tuple(pages), passages=numbered,
        sections=tuple(found), figures=figures[: reading.limits.figures], words=words,
        notes=(*reading.notes, *_scan_notes(reading, words.text)), title=title, authors=authors,
    )  # fmt: skip


def _outside(contents: Sequence[PageContent]) -> list[Paragraph]:
    """Paragraphs that neither a rule chain nor a drawing encloses, in reading order."""
    return [
        item for content in contents for item in content.paragraphs
        if not any(share_inside(item.rect, frame) > 0.9 for frame in content.frames(item.rect))
    ]  # fmt: skip


def _outside_figures(raw: RawPage, content: PageContent) -> list[Rect]:
    """The lines of `raw` that are not what floats are made of."""
    floating = {id(line) for item in content.paragraphs if item.role == "other" for line in item.lines}
    return [line.ink for line in raw.lines if id(line) not in floating]


def _references(
    grouped: Sequence[list[Paragraph]],
    found: Sequence[Section],
    opened: dict[int, int],
    floats: Sequence[passages.Float],
    usual: Profile,
) -> list[Paragraph]:
    """The paper's paragraphs with its reference lists cut into entries; tables may stand within a list."""
    flat = [item for page in grouped for item in page]
    headings = {item: found[section].role == "references" for item, section in opened.items()}
    floating = {id(item) for place in floats for item in place.paragraphs}
    return references.find_references(flat, headings, floating, usual)


def _floats(
    contents: Sequence[PageContent], labels: Sequence[captions.Caption], places: dict[int, Rect]
) -> list[passages.Float]:
    floats = []
    for label in labels:
        rect = places.get(id(label))
        if rect:
            items = contents[label.paragraph.page - 1].paragraphs
            inside = [item for item in items if item.role == "other" and share_inside(item.rect, rect) > 0.5]
            floats.append(passages.Float(label.kind != "figure", inside))
    return floats


def _figure(label: captions.Caption, rect: Rect, owner: int | None, numbered: Sequence[Passage]) -> Figure:
    passage = numbered[owner - 1] if owner else None
    alone = passage is not None and passage.kind == "caption"
    caption = passage.text if passage and alone else label.paragraph.text
    return Figure(label.kind, label.number, caption, label.paragraph.page, rounded(rect), owner)


def _scan_notes(reading: Reading, words: Sequence[str]) -> list[Note]:
    scanned = [raw.page.number for raw in reading.pages if raw.screening.scan]
    if scanned:
        return [
            Note(
                "scan", f"{len(scanned)} pages are scans; their text was recognised by a machine.", scanned[0]
            )
        ]
    if not words:
        return [Note("no_text", "The PDF holds no text: its pages are pictures.")]
    return []
