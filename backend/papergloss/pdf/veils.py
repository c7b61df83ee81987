"""Settings of a page that may paint black text without a trace: only rendering tells.

Nothing in the text says so: a group drawn with opacity 0, a blend mode that keeps a white ground white.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pymupdf

VEIL = re.compile(
    r"/ca\s*(?:0?\.0\d*|0)(?![\d.])|/BM\s*\[?\s*/(?!Normal|Compatible|Multiply|Darken)|/SMask\s*(?!/None)"
)
REFERENCE = re.compile(r"(\d+) 0 R")
SETTINGS = "Resources/ExtGState"


def forms(page: pymupdf.Page) -> list[int]:
    """The numbers of the forms that the page draws, also within each other."""
    own = page.parent.xref_get_key(page.xref, "Resources")[0] != "null"
    if own and page.parent.xref_get_key(page.xref, "Resources/XObject")[0] == "null":
        return []
    return [form[0] for form in page.get_xobjects()]


def may_veil(page: pymupdf.Page, drawn: Sequence[int]) -> bool:
    """Whether any setting of the page, or of the forms it draws, could hide text."""
    holders = (*owners(page), *drawn)
    return any(VEIL.search(value) for owner in holders for value in _settings(page.parent, owner))


def owners(page: pymupdf.Page) -> Iterator[int]:
    """The page, and where it has no resources of its own, what it takes them from."""
    pdf, xref = page.parent, page.xref
    yield xref
    for _ in range(8):
        kind, parent = pdf.xref_get_key(xref, "Parent")
        if kind != "xref" or pdf.xref_get_key(xref, "Resources")[0] != "null":
            return
        xref = int(parent.split()[0])
        yield xref


def _settings(pdf: pymupdf.Document, owner: int) -> Iterator[str]:
    kind, value = pdf.xref_get_key(owner, SETTINGS)
    if kind == "xref":
        value = pdf.xref_object(int(value.split()[0]), compressed=True)
    if kind != "null":
        yield value
        for number in REFERENCE.findall(value):
            if int(number) < pdf.xref_length():
                yield pdf.xref_object(int(number), compressed=True)
