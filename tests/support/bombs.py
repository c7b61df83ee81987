"""Hostile PDFs, a few hundred bytes each, built at test time."""

from __future__ import annotations

import zlib


def pdf_of(objects: list[bytes]) -> bytes:
    """Number `objects` from 1 and put a PDF around them; the first is the catalog."""
    body = b"".join(str(n).encode() + b" 0 obj" + item + b"endobj\n" for n, item in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A deflated stream object."""
    packed = zlib.compress(content, 9)
    size = str(len(packed)).encode()
    return b"<<" + entries + b"/Filter/FlateDecode/Length " + size + b">>stream\n" + packed + b"\nendstream "


def one_page(content: bytes, resources: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page; objects from 5 on are `more`."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<" + resources + b">>>>"
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            stream(content),
            *more,
        ]
    )


def laughs(depth: int = 24) -> bytes:
    """Forms that each draw the next one twice: 2^depth drawings."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    forms = []
    for level in range(depth):
        follow = str(6 + level).encode()
        forms.append(stream(b"/F Do /F Do", kind + b"/Resources<</XObject<</F " + follow + b" 0 R>>>>"))
    forms.append(stream(b"0 0 1 1 re f", kind))
    return one_page(b"/F Do", b"/XObject<</F 5 0 R>>", tuple(forms))


def one_page_of_laughs(texts: tuple[bytes, ...], at: int, depth: int = 26) -> bytes:
    """Pages of one text each; the page `at` (from 0) first draws 2^depth forms."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    pages, first = len(texts), 4 + 2 * len(texts)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page, text in enumerate(texts):
        draws = b"/F Do " if page == at else b""
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</H 3 0 R>>"
            b"/XObject<</F %d 0 R>>>>>>" % (5 + 2 * page, first),
            stream(draws + b"BT /H 10 Tf 60 700 Td (" + text + b") Tj ET"),
        ]
    for level in range(depth):
        follow = b"%d" % (first + 1 + level)
        objects.append(stream(b"/F Do /F Do", kind + b"/Resources<</XObject<</F " + follow + b" 0 R>>>>"))
    return pdf_of([*objects, stream(b"0 0 1 1 re f", kind)])


def many_segments(count: int) -> bytes:
    """One path of `count` segments."""
    return one_page(b"0 0 m " + b"1 1 l 2 2 l " * (count // 2) + b"S")


def self_recursive() -> bytes:
    """A form that draws itself."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</F 5 0 R>>>>"
    return one_page(b"/F Do", b"/XObject<</F 5 0 R>>", (stream(b"/F Do", kind),))


def deflated_twice(size: int = 200_000_000) -> bytes:
    """A content stream of `size` spaces, deflated and deflated again."""
    inner = zlib.compressobj(9)
    packed = b"".join(inner.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + inner.flush()
    twice = zlib.compress(packed, 9)
    length = str(len(twice)).encode()
    content = (
        b"<</Filter[/FlateDecode/FlateDecode]/Length " + length + b">>stream\n" + twice + b"\nendstream "
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content])


def endless_kids() -> bytes:
    """A page tree that contains itself."""
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1000000000>>"])


def huge_page() -> bytes:
    """A page of a billion points."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000000 1000000000]/Contents 4 0 R>>"
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            stream(b"0 0 9 9 re f"),
        ]
    )


def endless_pattern(text: bytes) -> bytes:
    """A page whose text reads at once and whose drawing, under the text's last line, never ends."""
    tile = stream(
        b"0 0 1 1 re f",
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]"
        b"/XStep .0005/YStep .0005/Resources<<>>",
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    fill = b"/Pattern cs /P scn 50 50 500 640 re f 0 g "
    lines = (
        b"BT /F 10 Tf 60 700 Td (" + text + b") Tj ET 1 g BT /F 10 Tf 60 680 Td (White words on top) Tj ET"
    )
    return one_page(fill + lines, b"/Font<</F 6 0 R>>/Pattern<</P 5 0 R>>", (tile, font))
