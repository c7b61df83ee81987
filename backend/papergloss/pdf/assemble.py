"""From raw pages to a Document: the one place that knows the order of the steps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pymupdf

from papergloss.pdf import (
    captions,
    classify,
    front,
    furniture,
    hidden,
    notes,
    passages,
    references,
    regions,
    sections,
    unshown,
)
from papergloss.pdf.content import PageContent
from papergloss.pdf.document import Document, Figure, HiddenText, Note, Rect, Section
from papergloss.pdf.extract import RawPage, read_page, reread
from papergloss.pdf.geometry import share_inside
from papergloss.pdf.limits import Limits
from papergloss.pdf.opening import open_pdf
from papergloss.pdf.paragraphs import Paragraph, paragraphs
from papergloss.pdf.profile import Profile, profile
from papergloss.pdf.trim import Ink


@dataclass(slots=True)
class Reading:
    """A PDF on its way to a Document."""

    sha256: str
    page_count: int
    pages: list[RawPage]
    outline: list[sections.OutlineEntry]
    notes: list[Note]
    limits: Limits
    page_rules: list[Rect] = field(default_factory=list)
    """Rules that stand on most pages; they are in no page's marks."""


def read_bytes(data: bytes, limits: Limits) -> Iterator[Document]:
    """Read `data` in this process: first the text as a Document, then the same after looking at the pages.

    The second one has figures trimmed to ink and suspect text settled. Raises what `open_pdf` raises.
    """
    pdf = open_pdf(data, limits)
    reading = _start(pdf, data, limits)
    reading.pages = [read_page(pdf[number]) for number in range(min(pdf.page_count, limits.pages))]
    reading.page_rules = furniture.drop_page_rules([raw.marks for raw in reading.pages])
    document = assemble(reading)
    yield document
    if _settle(pdf, reading):
        document = assemble(reading)
    figures = _trim(pdf, document, reading)
    yield replace(document, figures=figures, hidden=(*_hidden(reading, figures), *_unshown(pdf, reading)))


def _start(pdf: pymupdf.Document, data: bytes, limits: Limits) -> Reading:
    remarks = []
    if pdf.is_repaired:
        remarks.append(
            Note("partial_pdf", "The file was damaged and had to be repaired: parts may be missing.")
        )
    if pdf.page_count > limits.pages:
        remarks.append(
            Note("page_cap", f"Only the first {limits.pages} of {pdf.page_count} pages were read.")
        )
    try:
        outline = [(level, title, page) for level, title, page, *_ in pdf.get_toc()]
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        outline = []
    return Reading(hashlib.sha256(data).hexdigest(), pdf.page_count, [], outline, remarks, limits)


def _settle(pdf: pymupdf.Document, reading: Reading) -> bool:
    """Look at the pages with suspect text; True when any text turned out visible."""
    changed = False
    for raw in reading.pages:
        if raw.screening.suspects and hidden.settle(pdf[raw.page.number - 1], raw.screening):
            reread(pdf[raw.page.number - 1], raw)
            changed = True
    return changed


def _hidden(reading: Reading, figures: Sequence[Figure]) -> tuple[HiddenText, ...]:
    regions_of: dict[int, list[Rect]] = {}
    for figure in figures:
        regions_of.setdefault(figure.page, []).append(figure.rect)
    pages = ((raw.page.number, raw.screening) for raw in reading.pages)
    return tuple(run for n, screening in pages for run in hidden.report(n, screening, regions_of.get(n, ())))


def _unshown(pdf: pymupdf.Document, reading: Reading) -> list[HiddenText]:
    found: list[HiddenText] = []
    for raw in reading.pages:
        page = pdf[raw.page.number - 1]
        found.extend(unshown.actual_text(page))
        if raw.unread:
            found.extend(unshown.clipped(page))
    return [*found, *unshown.layers_off(pdf, [raw.page.number for raw in reading.pages])]


def _trim(pdf: pymupdf.Document, document: Document, reading: Reading) -> tuple[Figure, ...]:
    """The figures cut to their ink; captions and page furniture count as paper."""
    printed: dict[int, list[Rect]] = {raw.page.number: list(raw.furniture) for raw in reading.pages}
    for passage in document.passages:
        for part in passage.parts if passage.kind == "caption" else ():
            printed[part.page].extend(part.rects)
    trimmed: list[Figure] = []
    ink: Ink | None = None
    for figure in document.figures:
        if ink is None or trimmed[-1].page != figure.page:
            ink = Ink(pdf[figure.page - 1], printed[figure.page])
        trimmed.append(replace(figure, rect=_rounded(ink.trim(figure.rect))))
    return tuple(trimmed)


def assemble(reading: Reading) -> Document:
    """All the steps from lines to a Document; needs no PDF any more."""
    pages = [raw.page for raw in reading.pages]
    marks = [raw.marks for raw in reading.pages]
    lines = furniture.strip(pages, [raw.lines for raw in reading.pages], marks)
    for raw, kept in zip(reading.pages, lines, strict=True):
        stay = {id(line) for line in kept}
        raw.furniture = [*reading.page_rules, *(line.rect for line in raw.lines if id(line) not in stay)]
    usual = profile(lines)
    grouped = [
        paragraphs(found, raw.marks.rules, usual) for found, raw in zip(lines, reading.pages, strict=True)
    ]
    labels = captions.find_captions(grouped, usual)
    contents = [
        PageContent(raw.page.width, raw.page.height, items, raw.marks, [],
                            [label for label in labels if label.paragraph.page == raw.page.number])
        for items, raw in zip(grouped, reading.pages, strict=True)
    ]  # fmt: skip
    for content, raw in zip(contents, reading.pages, strict=True):
        notes.find_footnotes(content.paragraphs, raw.marks.rules, raw.page, usual)
        content.chains = classify.classify(
            content.paragraphs, raw.marks, usual, raw.page.width * raw.page.height
        )
    title, authors = front.find_front(contents[0], usual) if contents else (None, ())
    found, opened = sections.find_sections(_outside(contents), reading.outline, usual)
    flowing = _references(grouped, found, opened, usual)
    places = regions.find_regions(contents, usual)
    floats = _floats(contents, labels, places)
    numbered, words, owner = passages.build(flowing, opened, floats)
    figures = tuple(_figure(label, places[id(label)], owner) for label in labels if id(label) in places)
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


def _references(
    grouped: Sequence[list[Paragraph]], found: Sequence[Section], opened: dict[int, int], usual: Profile
) -> list[Paragraph]:
    flat = [item for page in grouped for item in page]
    begins, ends = None, None
    for index, item in enumerate(flat):
        section = found[opened[id(item)]] if id(item) in opened else None
        if section and section.role == "references":
            begins, ends = index + 1, None
        elif section and begins is not None and ends is None:
            ends = index
    return references.find_references(flat, begins, ends, usual)


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


def _figure(label: captions.Caption, rect: Rect, owner: dict[int, int]) -> Figure:
    caption = " ".join(word.text for line in label.paragraph.lines for word in line.words)
    return Figure(
        label.kind,
        label.number,
        caption,
        label.paragraph.page,
        _rounded(rect),
        owner.get(id(label.paragraph)),
    )


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


def _rounded(rect: Rect) -> Rect:
    return (round(rect[0], 1), round(rect[1], 1), round(rect[2], 1), round(rect[3], 1))
