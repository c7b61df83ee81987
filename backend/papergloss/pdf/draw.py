"""Pictures of pages, drawn in the child."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import pymupdf
from PIL import Image, ImageChops

from papergloss.pdf.document import Rect
from papergloss.pdf.limits import Limits
from papergloss.pdf.line import union
from papergloss.pdf.opening import drop_annotations, open_pdf

QUALITY, METHOD = 80, 1
"""WebP: 34 KB a figure at 150 dpi in 12 ms, text crisp; method 2 takes 15 ms for 29 KB, PNG 68 KB."""
AROUND = (12.0, 42.0)
"""Points of page shown beside the column of a marked passage, and above it: about three lines."""
HIGHLIGHT = (255, 236, 120)
"""Multiplied with the page, so that text under it stays black."""


def draw_figure(data: bytes, page: int, rects: Sequence[Rect], dpi: int, limits: Limits) -> bytes:
    """The region `rects[0]` of `page` as WebP."""
    image, _ = _render(data, page, rects[0], dpi, limits)
    return _webp(image)


def draw_passage(data: bytes, page: int, rects: Sequence[Rect], dpi: int, limits: Limits) -> bytes:
    """The part of `page` around `rects`, with each of them marked, as WebP."""
    whole = open_pdf(data, limits)[page - 1]
    marked = [_within(rect, whole.rect) for rect in rects]
    clip = _surroundings(whole, union(marked))
    image, scale = _render(data, page, clip, dpi, limits)
    left, top = max(clip[0], 0.0), max(clip[1], 0.0)
    veil = Image.new("RGB", image.size, "white")
    for x0, y0, x1, y1 in marked:
        box = ((x0 - left - 1) * scale, (y0 - top) * scale, (x1 - left + 1) * scale, (y1 - top) * scale)
        veil.paste(HIGHLIGHT, tuple(round(side) for side in box))  # type: ignore[arg-type]
    return _webp(ImageChops.multiply(image, veil))


def _within(rect: Rect, page: pymupdf.Rect) -> Rect:
    """`rect` cut to the page: a broken file's words may reach far beyond every number that MuPDF takes."""
    x0, x1 = (min(max(side, page.x0), page.x1) for side in (rect[0], rect[2]))
    y0, y1 = (min(max(side, page.y0), page.y1) for side in (rect[1], rect[3]))
    return (x0, y0, x1, y1)


def _surroundings(page: pymupdf.Page, marked: Rect) -> Rect:
    """The marked passage with some lines above and below, none of them cut in its middle."""
    x0, y0, x1, y1 = marked
    top, bottom = y0 - AROUND[1], y1 + AROUND[1]
    if not page.rotation:
        band = pymupdf.Rect(page.rect.x0, top, page.rect.x1, bottom)
        for left, _, right, *_ in page.get_text("blocks", clip=band):
            if left < x1 and right > x0:
                x0, x1 = min(x0, left), max(x1, right)
    return (x0 - AROUND[0], top, x1 + AROUND[0], bottom)


def _render(data: bytes, number: int, rect: Rect, dpi: int, limits: Limits) -> tuple[Image.Image, float]:
    pdf = open_pdf(data, limits)
    page = pdf[number - 1]
    drop_annotations(page)
    clip = pymupdf.Rect(_within(rect, page.rect))
    if clip.is_empty:
        clip = page.rect
    scale = min(dpi / 72, math.sqrt(limits.picture_pixels / max(1.0, clip.width * clip.height)))
    pixmap = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), clip=clip, alpha=False, annots=False, colorspace=pymupdf.csRGB
    )
    return Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples), scale


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=METHOD)
    return out.getvalue()
