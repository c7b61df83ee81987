"""Pictures of figures and of marked passages, as WebP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from papergloss.errors import ReaderDied
from papergloss.pdf import isolation, wire
from papergloss.pdf.document import Figure, Rect
from papergloss.pdf.frames import Kind
from papergloss.pdf.limits import DEFAULT, Limits
from papergloss.pdf.reader import load

DPI = 150


@dataclass(frozen=True, slots=True)
class Picture:
    """A WebP image and its size in pixels."""

    webp: bytes
    width: int
    height: int


def figure(source: Path | str | bytes, figure: Figure, dpi: int = DPI, limits: Limits = DEFAULT) -> Picture:
    """The region of `figure`, at most `limits.picture_pixels` large. Raises PdfError."""
    return _draw(source, wire.Task("figure", limits, figure.page, (figure.rect,), dpi))


def passage(
    source: Path | str | bytes, page: int, rects: Sequence[Rect], dpi: int = DPI, limits: Limits = DEFAULT
) -> Picture:
    """A crop of `page` with `rects` (points, one a line) marked in yellow. Raises PdfError."""
    return _draw(source, wire.Task("passage", limits, page, tuple(rects), dpi))


def _draw(source: Path | str | bytes, task: wire.Task) -> Picture:
    for kind, payload in isolation.run(task, load(source, task.limits)):
        if kind is Kind.PICTURE:
            return Picture(payload, *_size(payload))
    raise ReaderDied()


def _size(webp: bytes) -> tuple[int, int]:
    """Width and height from a lossy WebP's frame header (RFC 6386, 9.1); the child draws no other kind."""
    if webp[:4] != b"RIFF" or webp[8:16] != b"WEBPVP8 ":
        raise ReaderDied("The PDF's picture could not be drawn.")
    return int.from_bytes(webp[26:28], "little") & 0x3FFF, int.from_bytes(webp[28:30], "little") & 0x3FFF
