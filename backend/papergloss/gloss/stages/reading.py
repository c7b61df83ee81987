"""The paper's PDF, fetched and read, with what arXiv's HTML adds and what the reader should know about it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import Literal

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import NoPdf, PaperWithdrawn
from papergloss.gloss.card import Coverage, Source, Warning
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.joining.beside import HtmlBeside
from papergloss.gloss.stages import Skipped
from papergloss.pdf.document import Document, HiddenText, NoteKind
from papergloss.pdf.reader import read

WarningKind = Literal["partial_pdf", "scan", "unreadable"]
KIND_OF_NOTE: dict[NoteKind, WarningKind] = {
    "partial_pdf": "partial_pdf",
    "page_cap": "partial_pdf",
    "reader_died": "partial_pdf",
    "scan": "scan",
    "no_text": "unreadable",
}
CANCEL_CHECK = 0.1
"""Seconds between two looks at whether the job was cancelled."""
LONGEST_EXCERPT = 160
"""Characters of hidden text shown in a warning."""


def run(context: Context) -> CardPart:
    """Reads the paper, or takes up an earlier reading of the same file.

    Raises:
        ArxivError: the PDF cannot be fetched.
        PdfError: it cannot be read.
        Skipped: there is no PDF; the card is made from the abstract.
    """
    if not resume(context):
        with HtmlBeside(context) as html:
            path = context.job.target.file or _fetch(context, html)
            document = html.added_to(_read(context, path))
        context.tools.readings.put(context.paper, document)
        _settle(context, document)
    if context.document is None:
        raise LookupError("the reading was not kept")
    return CardPart(
        coverage=Coverage(
            source=source_of(context.document),
            pages_read=context.document.pages_read,
            pages_of=context.document.page_count,
        )
    )


def source_of(document: Document) -> Source:
    """What a reading rests on: arXiv's HTML is named only where something was taken from it."""
    return "html+pdf" if document.with_html else "pdf"


def resume(context: Context) -> bool:
    """Takes up an earlier reading; False where none is kept."""
    document = context.tools.readings.get(context.paper)
    if document is None:
        return False
    _settle(context, document)
    return True


def _fetch(context: Context, html: HtmlBeside) -> Path:
    metadata = context.metadata
    if metadata.arxiv_id is None:
        raise LookupError("the target is not on arXiv")
    try:
        if metadata.links.pdf is None:
            raise NoPdf
        version = ArxivId(metadata.arxiv_id, metadata.version)
        path = context.tools.arxiv.pdf(
            version, cancelled=context.job.cancelled, progress=lambda *_: html.start(version)
        )
        html.start(version)
        return path
    except (NoPdf, PaperWithdrawn) as error:
        text = f"{error.title}: this card is made from the abstract alone."
        context.warn(Warning(kind="no_pdf", text=text))
        raise Skipped from error


def _read(context: Context, path: Path) -> Document:
    """Reads in a thread that a cancelled job does not wait for; the reading process has its own limits."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
    reached: deque[tuple[int, int]] = deque(maxlen=1)
    try:
        reading = pool.submit(read, path, progress=lambda done, total: reached.append((done, total)))
        while not wait([reading], timeout=CANCEL_CHECK).done:
            context.check()
            _tell(context, reached)
        context.check()
        _tell(context, reached)
        return reading.result()
    finally:
        pool.shutdown(wait=False)


def _tell(context: Context, reached: deque[tuple[int, int]]) -> None:
    """Tells what the reading thread has reached; it may outlive the job and so tells nothing itself."""
    with suppress(IndexError):
        done, total = reached.pop()
        context.progress("reading", Progress(done=done, total=total, unit="pages"))


def _settle(context: Context, document: Document) -> None:
    context.document = document
    for warning in warnings_of(document):
        context.warn(warning)


def warnings_of(document: Document) -> Iterator[Warning]:
    """What the reader should know about a file; hidden text once for each page."""
    for note in document.notes:
        yield Warning(kind=KIND_OF_NOTE[note.kind], page=note.page, text=note.text)
    for page in sorted({hidden.page for hidden in document.hidden}):
        yield _hidden_on(page, [hidden for hidden in document.hidden if hidden.page == page])


def _hidden_on(page: int, hidden: Iterable[HiddenText]) -> Warning:
    first, *others = sorted(hidden, key=lambda item: not item.reads_like_instructions)
    what = "instructions" if first.reads_like_instructions else "text"
    excerpt = " ".join(first.text.split())[:LONGEST_EXCERPT]
    more = f" (and {len(others)} more)" if others else ""
    text = f"Page {page} holds {what} that a reader cannot see; it was kept out: “{excerpt}”{more}"
    return Warning(kind="hidden_text", page=page, text=text)
