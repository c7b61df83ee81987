"""Text that a reader could not see.

Settled from the text alone: tiny, invisible by mode, transparent, off the page. Settled only on a
rendered page (`looking`): too little contrast, or painted over. Not caught: fonts whose letters look
like others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from papergloss.pdf.document import HiddenMethod, HiddenText, Rect
from papergloss.pdf.geometry import area, share_inside
from papergloss.pdf.lines import CONTROL, SpanKey
from papergloss.pdf.marks import Marks
from papergloss.pdf.orders import reads_like_instructions, worth_telling

TINY = 2.0
"""Points; the smallest legible text in the papers measured is 3.6."""
TRANSPARENT = 26
"""Alpha of 255: a tenth."""
LIGHT = 150
"""Gray of 255 from which a colour may be too light on white."""
FLAT = 0.05
"""Points: no letter is as low."""
LONG = 8
"""Characters of a text long enough to be judged by its average letter."""
SENTENCE = 30
"""Characters of a line that may tell something; what plots say in their clips is shorter."""
CROWDED = 0.15
"""Ems that a letter is wide on average, where letters stand upon each other; in real text 0.25 and more."""
MINIATURE = 1.0
"""Points; a page shown in a figure at a tenth of its size has text of 1 point and more."""


@dataclass(slots=True)
class Suspect:
    """A span, and by which method it is (or may be) hidden."""

    key: SpanKey
    text: str
    rect: Rect
    gray: int
    method: HiddenMethod
    beneath: bool = False
    """A picture was painted over it, which has a contrast of its own."""
    outlined: bool = False
    """Its letters were drawn as lines too, and no other text stands there."""
    doubled: bool = False
    """The same text stands there for everyone to see: it is the halo around it."""


@dataclass(slots=True)
class Screening:
    """What of a page's text is hidden for sure, and what only rendering can tell."""

    hidden: list[Suspect] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    scan: bool = False

    @property
    def out_of_text(self) -> set[SpanKey]:
        """The spans that may not reach a reader of the text; what a clip may cut is mostly whole."""
        doubted = (suspect for suspect in self.suspects if suspect.method != "clipped")
        return {suspect.key for suspect in (*self.hidden, *doubted)}


def screen(
    page: Rect,
    blocks: Sequence[dict[str, Any]],
    marks: Marks,
    hollow: Callable[[str], bool],
    *,
    veiled: bool = False,
    clipped: bool = False,
) -> Screening:
    """Sort the spans of a page. Text under a full-page scan is its OCR layer and counts as seen.

    On a `veiled` page any text may have been painted without a trace, and text in a `hollow` font on any; on
    a `clipped` one any line of letters may have been cut to a stripe.
    """
    result = Screening(scan=is_scan(page, blocks, marks))
    covers = [cover for cover in marks.covers if area(cover[1]) > 16]
    flat = [box for _, box in marks.texts if box[3] - box[1] < FLAT and box[2] - box[0] > 1]
    met: dict[str, Any] | None = None
    over: list[tuple[int, Rect]] = []
    for key, span, line in spans(blocks):
        certain = _certain(span, page)
        gray = _gray(span["color"]) if span["color"] else 0
        doubt: HiddenMethod | None = None
        if not certain:
            if line is not met:
                met, over = line, _touching(covers, line["bbox"])
            if over or gray >= LIGHT:
                doubt = _doubt(span["bbox"], gray, over, marks)
            doubt = doubt or (
                "transparent"
                if veiled or hollow(span["font"]) or (flat and _without_ink(span, flat))
                else "clipped"
                if clipped and _is_part_of_words(span, line)
                else None
            )
        method = certain or doubt
        if method and not (result.scan and certain in ("invisible_mode", "transparent")):
            beneath = method == "covered" and _most_of(
                span["bbox"], [c for c in over if c[1] in marks.pictures]
            )
            suspect = Suspect(key, span["text"], span["bbox"], gray, method, bool(beneath))
            (result.hidden if certain else result.suspects).append(suspect)
    result.suspects += _under_light_text(blocks, result)
    return result


def _is_part_of_words(span: dict[str, Any], line: dict[str, Any]) -> bool:
    """Whether a span holds letters or digits of a line that is longer than the labels of a plot."""
    return any(map(str.isalnum, span["text"])) and sum(len(one["text"]) for one in line["spans"]) >= SENTENCE


def _touching(covers: Iterable[tuple[int, Rect]], line: Rect) -> list[tuple[int, Rect]]:
    """The covers that share a point with `line`: asked for every line of the paper, so spelt out."""
    x0, y0, x1, y1 = line
    return [
        cover for cover in covers
        if (at := cover[1])[1] <= y1 and y0 <= at[3] and at[0] <= x1 and x0 <= at[2]
    ]  # fmt: skip


def spans(blocks: Sequence[dict[str, Any]]) -> Iterator[tuple[SpanKey, dict[str, Any], dict[str, Any]]]:
    """The spans that say anything, with their line."""
    for block in blocks:
        for index, line in enumerate(block.get("lines", ())):
            for place, span in enumerate(line["spans"]):
                if not span["text"].isspace() and CONTROL.sub("", span["text"]).strip():
                    yield (block["number"], index, place), span, line


def _under_light_text(blocks: Sequence[dict[str, Any]], found: Screening) -> list[Suspect]:
    """Spans over which light letters stand: squares of white may be painted as letters too."""
    light = [(0, suspect.rect) for suspect in found.suspects if suspect.gray >= LIGHT]
    known = found.out_of_text if light else set()
    return [
        Suspect(key, span["text"], span["bbox"], _gray(span["color"]), "covered")
        for key, span, _ in (spans(blocks) if light else ())
        if key not in known and _most_of(span["bbox"], light)
    ]


def is_scan(page: Rect, blocks: Sequence[dict[str, Any]], marks: Marks) -> bool:
    """A picture fills the page and most of its text is in the invisible mode."""
    whole = area(page)
    if not any(area(box) > 0.8 * whole for _, box in marks.covers):
        return False
    spans = [
        span
        for block in blocks
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]
    return bool(spans) and sum(span["alpha"] == 0 for span in spans) > 0.6 * len(spans)


def _certain(span: dict[str, Any], page: Rect) -> HiddenMethod | None:
    box = span["bbox"]
    if box[2] <= page[0] or box[0] >= page[2] or box[3] <= page[1] or box[1] >= page[3]:
        return "off_page"
    crowd = CROWDED * span["size"] * len(span["text"])
    if span["size"] < TINY or (max(box[2] - box[0], box[3] - box[1]) < crowd and len(span["text"]) >= LONG):
        return "tiny"
    if span["alpha"] == 0:
        return "transparent" if span["char_flags"] & 16 and not span["char_flags"] & 64 else "invisible_mode"
    return "transparent" if span["alpha"] < TRANSPARENT else None


def _doubt(box: Rect, gray: int, covers: Iterable[tuple[int, Rect]], marks: Marks) -> HiddenMethod | None:
    over = _most_of(box, covers)
    if over and any(share_inside(box, text) > 0.5 for _, text in marks.texts[: max(over)]):
        return "covered"
    return "low_contrast" if gray >= LIGHT or over else None


def _without_ink(span: dict[str, Any], flat: Iterable[Rect]) -> bool:
    """Whether most of the span was painted as letters of no height: a font may have none to show."""
    x0, y0, x1, y1 = span["bbox"]
    return any(
        min(x1, box[2]) - max(x0, box[0]) > (x1 - x0) / 2 and y0 - FLAT <= box[1] <= y1 + FLAT for box in flat
    )


def _most_of(box: Rect, covers: Iterable[tuple[int, Rect]]) -> list[int]:
    """What was painted before the covers that lie over most of `box`: one of them, or all together."""
    shares = [(before, share_inside(box, cover)) for before, cover in covers]
    if sum(share for _, share in shares) <= 0.5:
        return []
    alone = [before for before, share in shares if share > 0.5]
    return alone or [before for before, share in shares if share > 0]


def _gray(colour: int) -> int:
    red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return (299 * red + 587 * green + 114 * blue) // 1000


def report(number: int, screening: Screening, figures: Sequence[Rect]) -> list[HiddenText]:
    """The hidden runs of one page that are worth telling. Miniatures in `figures` hold tiny text by right."""
    runs = []
    told = [
        suspect for suspect in screening.hidden
        if not suspect.doubled
        and not (suspect.method == "tiny" and suspect.rect[3] - suspect.rect[1] > MINIATURE
                 and any(share_inside(suspect.rect, figure) > 0.5 for figure in figures))
    ]  # fmt: skip
    for method, group in groupby(told, key=lambda suspect: suspect.method):
        text = " ".join(" ".join(suspect.text for suspect in group).split())
        if worth_telling(text):
            runs.append(HiddenText(number, method, text, reads_like_instructions(text)))
    return runs
