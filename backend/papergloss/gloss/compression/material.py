"""What of a paper stands in the prompt, and what the card says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from papergloss.gloss.card import Coverage, SectionRead, Source
from papergloss.gloss.compression.note import Note
from papergloss.gloss.compression.portions import Portion, readable, sections_of
from papergloss.gloss.dialogue.blocks import fenced, one_line, passage_lines, section_name
from papergloss.gloss.prompts import fill
from papergloss.llm.budget import estimate_tokens
from papergloss.pdf.document import Document

Read = Literal["whole", "compressed", "excerpts", "found", "left_out"]
_LOSS: tuple[Read, ...] = ("whole", "compressed", "excerpts", "found", "left_out")


@dataclass(frozen=True, slots=True)
class Piece:
    """A portion as it goes into the prompt: whole, also where it is `found`, or through its notes."""

    portion: Portion
    read: Read
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A paper in the form in which it fits, in the paper's order."""

    document: Document
    pieces: tuple[Piece, ...]

    def system(self, name: str) -> str:
        """The system text `name`, and where there are notes, how to read them."""
        return "\n\n".join([fill(name), fill("notes.legend")] if self._has_notes else [fill(name)])

    def block(self, title: str) -> str:
        """The paper's block: the same bytes for the same pieces, whoever asks."""
        return fenced("PAPER", [f"# {one_line(title)}", *self._lines()])

    @property
    def tokens(self) -> int:
        """What the block takes in a prompt, estimated."""
        return estimate_tokens(self.block(""))

    def coverage(self, source: Source, read: Document | None) -> Coverage:
        """What the card says; `read` is what the reading stage made, None where there is no PDF."""
        sections = list(self._sections())
        return Coverage(
            source=source,
            pages_read=read.pages_read if read else 0,
            pages_of=read.page_count if read else 0,
            passages_sent=self._passages("whole", "found"),
            passages_compressed=self._passages("compressed", "excerpts"),
            passages_left_out=self._passages("left_out"),
            sections_left_out=[section.title for section in sections if section.read == "left_out"],
            sections=sections,
        )

    @property
    def _has_notes(self) -> bool:
        return any(piece.notes for piece in self.pieces)

    def _passages(self, *read: Read) -> int:
        return sum(len(piece.portion.passages) for piece in self.pieces if piece.read in read)

    def _lines(self) -> Iterator[str]:
        for piece in self.pieces:
            if piece.notes:
                names = (section_name(self.document, number) for number in sections_of(piece.portion))
                yield f"# {'; '.join(names)} (notes)"
                yield from (note.line() for note in piece.notes)
            elif piece.read in ("whole", "found"):
                yield from passage_lines(self.document, piece.portion.passages)

    def _sections(self) -> Iterator[SectionRead]:
        """A section of which several portions were read in several ways counts as the least of them.

        One that was read in part is not left out.
        """
        ways: dict[int | None, set[Read]] = {}
        for piece in self.pieces:
            for number in sections_of(piece.portion):
                ways.setdefault(number, set()).add(piece.read)
        for number, reads in ways.items():
            least = max(reads - {"left_out"} or reads, key=_LOSS.index)
            yield SectionRead(title=section_name(self.document, number), read=least)


def whole(document: Document) -> Material:
    """The material of a paper that fits: all that a reader would read."""
    portion = Portion(tuple(readable(document)), 0, 0)
    return Material(document, (Piece(portion, "whole"),))
