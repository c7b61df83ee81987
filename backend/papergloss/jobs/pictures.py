"""Pictures of a paper's figures and of the passages behind a claim: drawn when asked for, then kept."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import NotFound, PaperGlossError
from papergloss.gloss.card import Card, Evidence, Figure
from papergloss.jobs.originals import PREFIX, Originals
from papergloss.jobs.readings import StoredReadings
from papergloss.pdf import render
from papergloss.pdf.render import DPI, Picture
from papergloss.store import pictures as rows
from papergloss.store.database import Database
from papergloss.store.pictures import picture_file


class Pictures:
    """Draws from the kept PDF; one file for equal ones."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        arxiv: ArxivClient,
        originals: Originals,
        readings: StoredReadings,
    ) -> None:
        self._folder = folder
        self._database = database
        self._arxiv = arxiv
        self._originals = originals
        self._readings = readings
        for old in folder.glob("?" * 32):
            # Release 0.1 named a folder by paper; its pictures are drawn again when asked for.
            shutil.rmtree(old, ignore_errors=True)

    def figure(self, paper: str, kind: str, number: str, scale: int = 1) -> bytes:
        """The picture of a figure as WebP, at `scale` times 150 dpi.

        Raises:
            NotFound: the paper has not been read, or has no such figure.
            ArxivError, PdfError: the PDF cannot be had or drawn.
        """
        document = self._readings.get(paper)
        wanted = (kind, number)
        found = (
            next((f for f in document.figures if (f.kind, f.number) == wanted), None) if document else None
        )
        if found is None:
            raise NotFound("There is no such figure.")
        name = f"{kind}-{number}" if scale == 1 else f"{kind}-{number}@{scale}"
        return self._kept(paper, name, lambda: render.figure(self._source(paper), found, scale * DPI))

    def of_card(self, card: Card) -> Callable[[Figure], bytes | None]:
        """What draws a card's figures: None for one that cannot be drawn now."""

        def draw(figure: Figure) -> bytes | None:
            try:
                return self.figure(card.key.paper, figure.kind, figure.number)
            except PaperGlossError:
                return None

        return draw

    def passage(self, card: Card, passage: int, paper: str | None = None) -> bytes:
        """A crop of the page with the passage marked, as WebP; `paper` is which, on a card about several.

        Raises:
            NotFound: no claim of the card rests on this passage.
            ArxivError, PdfError: the PDF cannot be had or drawn.
        """
        shown = (one for one in _shown(card) if (one.passage, one.paper) == (passage, paper))
        evidence = next(shown, None)
        if evidence is None:
            raise NotFound("No claim rests on this passage.")
        source = paper or card.key.paper
        return self._kept(
            source,
            f"passage-{passage}-{evidence.page}-{evidence.rects}",
            lambda: render.passage(self._source(source), evidence.page, evidence.rects),
        )

    def _source(self, paper: str) -> Path:
        if paper.startswith(PREFIX):
            return self._originals.find(paper)
        return self._arxiv.pdf(ArxivId.parse(paper))

    def _kept(self, paper: str, name: str, draw: Callable[[], Picture]) -> bytes:
        """Names come from papers: only hashes become file names, and equal pictures are one file."""
        name = _hash(name.encode())
        with self._database.read() as connection:
            digest = rows.find(connection, paper, name)
        if digest is not None and (kept := picture_file(self._folder, digest)).exists():
            return kept.read_bytes()
        webp = draw().webp
        digest = _hash(webp)
        _write(picture_file(self._folder, digest), webp)
        with self._database.write() as connection:
            rows.save(connection, paper, name, digest)
        return webp


def _shown(card: Card) -> Iterator[Evidence]:
    """Every passage that the card shows."""
    claims = [*(card.summary or ()), *(card.takeaways or ())]
    if card.deep is not None:
        claims += card.deep.claims()
        yield from card.deep.evidence()
    if card.question is not None:
        claims += card.question.claims
        yield from card.question.nearest
    for claim in claims:
        yield from claim.evidence


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(uuid.uuid4().hex)
    partial.write_bytes(content)
    partial.replace(path)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
