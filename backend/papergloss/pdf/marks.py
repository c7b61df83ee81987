"""What is painted on a page besides text: rules and blobs of graphics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pymupdf

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import join

PAINTS = frozenset({"fill-path", "stroke-path", "fill-image", "fill-imgmask", "fill-shade"})
RULE_HEIGHT = 2.0
"""Points: TeX's rules are 0.4 high, booktabs' heaviest 0.96, heavy journal styles 1.5."""
RULE_WIDTH = 20.0
"""Points: shorter horizontal strokes are fraction bars, ticks and underlines."""
BAR_HEIGHT = 5.0
"""Points: LaTeX draws the lines between columns row by row, and no row is lower."""
THICK = 4.0
"""Points: a stroke as high as this may cover a line of text."""
BACKGROUND = 0.9
"""A paint over more than this share of the page is its background."""
BLOB_GAP = 4.0
"""Points: strokes nearer than this belong to one drawing (dashes and tick marks stand 2 to 3 apart)."""


@dataclass(slots=True)
class Marks:
    """Rules (thin horizontal strokes) and blobs (drawings and pictures) of one page."""

    rules: list[Rect] = field(default_factory=list)
    bars: list[Rect] = field(default_factory=list)
    """Thin vertical strokes, such as stand between a table's columns."""
    blobs: list[Rect] = field(default_factory=list)
    texts: list[tuple[str, Rect]] = field(default_factory=list)
    """Every text paint with its type, for the hidden-text test."""
    pictures: set[Rect] = field(default_factory=set)
    """Those of the covers that are pictures."""
    covers: list[tuple[int, Rect]] = field(default_factory=list)
    """Fills, pictures and thick strokes with the number of text paints that stood before them."""


def read_marks(page: pymupdf.Page) -> Marks:
    """Read the paint log of `page`. Boxes are clipped to the page; its background is left out."""
    width, height = page.rect.width, page.rect.height
    marks, boxes = Marks(), set()
    for kind, box in _paint_log(page):
        if kind not in PAINTS:
            marks.texts.append((kind, box))
            continue
        x0, y0, x1, y1 = max(box[0], 0.0), max(box[1], 0.0), min(box[2], width), min(box[3], height)
        if x1 < x0 or y1 < y0:
            continue
        if y1 - y0 > (THICK if kind == "stroke-path" else RULE_HEIGHT):
            marks.covers.append((len(marks.texts), (x0, y0, x1, y1)))
            if kind == "fill-image":
                marks.pictures.add((x0, y0, x1, y1))
        if (x1 - x0) * (y1 - y0) < BACKGROUND * width * height:
            boxes.add((round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)))
    ordered = sorted(boxes, key=lambda box: box[1])
    marks.rules = merge_rules([box for box in ordered if _is_rule(box)])
    marks.bars = [box for box in ordered if box[2] - box[0] <= RULE_HEIGHT and box[3] - box[1] >= BAR_HEIGHT]
    marks.blobs = [blob for blob in cluster(ordered) if blob[3] - blob[1] > RULE_HEIGHT]
    return marks


def _paint_log(page: pymupdf.Page) -> Iterable[tuple[str, Rect]]:
    """PyMuPDF's log, which knows nothing of the page's rotation, as the reader sees the page."""
    log: list[tuple[str, Rect]] = page.get_bboxlog()
    if not page.rotation:
        return log
    return [(kind, tuple(pymupdf.Rect(box) * page.rotation_matrix)) for kind, box in log]


def _is_rule(box: Rect) -> bool:
    return box[3] - box[1] <= RULE_HEIGHT and box[2] - box[0] >= RULE_WIDTH


def merge_rules(rules: list[Rect]) -> list[Rect]:
    """Join rules on one height that touch (cell by cell drawn table lines)."""
    merged: list[Rect] = []
    for rule in sorted(rules, key=lambda rule: (round(rule[1]), rule[0])):
        last = merged[-1] if merged else None
        if last and abs(last[1] - rule[1]) < 1 and rule[0] - last[2] < 2:
            merged[-1] = (last[0], min(last[1], rule[1]), max(last[2], rule[2]), max(last[3], rule[3]))
        else:
            merged.append(rule)
    return merged


def cluster(boxes: list[Rect], gap: float = BLOB_GAP) -> list[Rect]:
    """Join boxes (sorted by top) that lie within `gap` of each other, in one sweep down the page."""
    done: list[Rect] = []
    active: list[Rect] = []
    for box in boxes:
        x0, y0, x1, y1 = box
        rest: list[Rect] = []
        for blob in active:
            if blob[3] + gap < y0:
                done.append(blob)
            elif blob[0] - gap <= x1 and blob[2] + gap >= x0:
                x0, y0, x1, y1 = min(x0, blob[0]), min(y0, blob[1]), max(x1, blob[2]), max(y1, blob[3])
            else:
                rest.append(blob)
        rest.append((x0, y0, x1, y1))
        active = rest
    return _settle(done + active, gap)


def _settle(blobs: list[Rect], gap: float) -> list[Rect]:
    """Join blobs that came to touch while they grew."""
    for _ in range(len(blobs)):
        joined = cluster_once(blobs, gap)
        if len(joined) == len(blobs):
            break
        blobs = joined
    return blobs


def cluster_once(blobs: list[Rect], gap: float) -> list[Rect]:
    """One pass of joining, blob against blob."""
    out: list[Rect] = []
    for blob in sorted(blobs, key=lambda blob: blob[1]):
        for index, other in enumerate(out):
            apart = (
                other[3] + gap < blob[1]
                or other[1] - gap > blob[3]
                or other[0] - gap > blob[2]
                or other[2] + gap < blob[0]
            )
            if not apart:
                out[index] = join(other, blob)
                break
        else:
            out.append(blob)
    return out
