"""Letters that print nothing though they are text: a Type 3 font draws its own, and may draw none.

Also paint that leaves no mark: the colorant `None`, which MuPDF shows as if it did.
"""

from __future__ import annotations

import re

import pymupdf

TYPE3 = re.compile(r"Type3 \((\d+) 0 R\)")
"""What MuPDF calls such a font."""
ENTRY = re.compile(r"/([^\s/<>\[\]()]+) (\d+) 0 R")
BLANK = re.compile(r"space|nbspace|uni00A0|a?32|\.notdef|g?0")
"""Names of glyphs that are white by right."""
PAINTS = re.compile(rb"(?<![^\s\])>])(?:[fFBb]\*?|[sS]|sh|Do|BI|Tj|TJ)(?![^\s\[(</])")
PICTURE = re.compile(rb"\b(?:BI|Do)\b")
START = re.compile(rb"^.*?\bd[01]\s*", re.DOTALL)
SHORT = 40
"""Bytes: a point or a dash can be drawn with fewer, most letters cannot."""
OWN_COLOUR = re.compile(rb"\sd0\b")
"""How a glyph begins that brings its own colour: white, perhaps."""
NONE = re.compile(r"\[\s*/(?:Separation\s*/None\b|DeviceN\s*\[\s*(?:/None\s*)+\])")
INLINE = re.compile(r"/([^\s/<>\[\]()]+)\s*" + NONE.pattern)
WHITE = "[/Separation/None/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>]"
SPACES = "Resources/ColorSpace"


class Type3Fonts:
    """Which of a file's Type 3 fonts may print nothing; each is looked at once."""

    def __init__(self, pdf: pymupdf.Document) -> None:
        self._pdf = pdf
        self._hollow: dict[str, bool] = {}

    def hollow(self, name: str) -> bool:
        """Whether the font that MuPDF calls `name` has letters without a mark: only rendering tells."""
        if not name.startswith("Type3"):
            return False
        if name not in self._hollow:
            found = TYPE3.match(name)
            self._hollow[name] = found is None or self._look(int(found[1]))
        return self._hollow[name]

    def _look(self, font: int) -> bool:
        kind, glyphs = self._pdf.xref_get_key(font, "CharProcs")
        if kind == "xref":
            glyphs = self._pdf.xref_object(int(glyphs.split()[0]), compressed=True)
        drawn = [
            self._pdf.xref_stream(int(number)) or b""
            for name, number in ENTRY.findall(glyphs) if not BLANK.fullmatch(name)
        ]  # fmt: skip
        bare = sum(len(START.sub(b"", one)) < SHORT and not PICTURE.search(one) for one in drawn)
        return 2 * bare > len(drawn) or any(not PAINTS.search(one) or OWN_COLOUR.search(one) for one in drawn)


def whiten_none(pdf: pymupdf.Document, owner: int) -> None:
    """Let the colorant `None` of the page or form `owner` paint white: by the standard it leaves no mark."""
    path = f"{SPACES}/"
    kind, spaces = pdf.xref_get_key(owner, SPACES)
    if kind == "xref":
        owner, path = int(spaces.split()[0]), ""
        spaces = pdf.xref_object(owner, compressed=True)
    if kind == "null":
        return
    for name in INLINE.findall(spaces):
        pdf.xref_set_key(owner, path + name, WHITE)
    for _, number in ENTRY.findall(spaces):
        xref = int(number)
        if 0 < xref < pdf.xref_length() and NONE.match(pdf.xref_object(xref, compressed=True)):
            pdf.update_object(xref, WHITE)
