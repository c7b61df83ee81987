"""One page as the search for floats sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from papergloss.pdf.captions import Caption
from papergloss.pdf.classify import FRAME
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import area
from papergloss.pdf.marks import Marks
from papergloss.pdf.paragraphs import Paragraph


@dataclass(slots=True)
class PageContent:
    """Sizes in points; `chains` are the boxes that rules enclose."""

    width: float
    height: float
    paragraphs: list[Paragraph]
    marks: Marks
    chains: list[Rect]
    captions: list[Caption] = field(default_factory=list)
    outer: list[Rect] = field(default_factory=list)
    """The chains that lie in no other."""

    def obstacles(self) -> list[Rect]:
        """What no float may cross: running text, headings, notes, captions."""
        return [
            rect
            for item in self.paragraphs
            if item.role != "other"
            for rect in ([line.rect for line in item.lines] if item.role == "body" else [item.ink])
        ]

    def drawings(self) -> list[Rect]:
        """Blobs that are too high to be a line or a coloured bar, and no frame of the page."""
        page = self.width * self.height
        return [blob for blob in self.marks.blobs if blob[3] - blob[1] > 40 and area(blob) < FRAME * page]

    def frames(self, inner: Rect) -> list[Rect]:
        """What may enclose `inner` as a float: chains, and drawings far higher than it (no coloured bar)."""
        high = 4 * (inner[3] - inner[1])
        page = self.width * self.height
        return [*self.chains, *(b for b in self.marks.blobs if b[3] - b[1] > high and area(b) < FRAME * page)]

    def pieces(self) -> list[Rect]:
        """What floats are made of: drawings, rules, and text that does not run."""
        texts = [item.rect for item in self.paragraphs if item.role == "other"]
        return [*self.marks.blobs, *self.marks.rules, *texts]
