"""A read paper with everything that a deep read can show: figure, table, formula, references, addresses."""

from __future__ import annotations

from papergloss.pdf.document import (
    Document,
    Figure,
    Page,
    Part,
    Passage,
    PassageKind,
    Rect,
    Section,
    Words,
)

FORMULA = r"L(\theta) = -\sum_{i=1}^{n} \log p_{\theta}(y_i \mid x_i)"
TABLE = [
    ["Model", "Recall", "Precision"],
    ["Margin base", "61.5", "70.2"],
    ["Margin large", "68.1", "74.9"],
    ["Plain reader", "55.0", "66.3"],
]
_SUBJECTS = ("reader", "index", "margin", "column", "passage", "quotation", "caption", "footnote")
_DOES = (
    "keeps the order of lines",
    "joins what a page cuts",
    "finds the place of a quote",
    "drops no number",
)
_COLUMNS = (80.0, 200.0, 280.0)
_TABLE_RECT: Rect = (70.0, 90.0, 340.0, 90.0 + 16 * len(TABLE))


def document() -> Document:
    """Six pages; the words of the table stand where a page would print them."""
    sections = tuple(
        Section(title, 1, page)
        for page, title in enumerate(("Introduction", "Related Work", "Method", "Results", "Limits"), 1)
    )
    passages: list[Passage] = []

    def add(kind: PassageKind, text: str, page: int, section: int | None, tex: str | None = None) -> int:
        rect = (72.0, 80.0 + len(passages) % 40, 500.0, 90.0 + len(passages) % 40)
        n = len(passages) + 1
        passages.append(Passage(n, kind, text, (Part(page, (rect,)),), section, tex is not None, tex))
        return n

    for section in range(len(sections)):
        for k in range(9):
            add("body", _prose(section, k), section + 1, section)
    add(
        "body", "We train with the loss L(θ) = −Σ log p(y|x) over all n pairs.", 3, 2,
        f"We train with the loss $${FORMULA}$$ over all $n$ pairs.",
    )  # fmt: skip
    add("footnote", "Our code is at https://github.com/margin/reader and needs nothing else.", 4, 3)
    picture = add("caption", "Figure 1: How the reader goes through a column.", 3, 2)
    caption = add("caption", "Table 1: Recall and precision of three readers.", 4, 3)
    cells = add("table", "\n".join(" ".join(row) for row in TABLE), 4, 3)
    for entry in (
        "Ada Lovelace. 2021. Notes upon the engine. arXiv preprint arXiv:2101.00001.",
        "Bo Bell and Cy Code. 2020. Reading in columns. In Proceedings, pages 1–9. doi:10.1000/xyz123",
        "Di Dash. 1999. A book on margins. Margin Press.",
        "Ed Eck, Flo Fox, Gil Gray, Hal Hay, Ida Ink, and Jo Jay. 2022. Large margins. CoRR, abs/2202.00002.",
    ):
        add("reference", entry, 6, None)
    return Document(
        sha256="0" * 64,
        page_count=6,
        pages=tuple(Page(n, 612, 792) for n in range(1, 7)),
        passages=tuple(passages),
        sections=sections,
        figures=(
            Figure("figure", "1", passages[picture - 1].text, 3, (72, 300, 300, 400), picture),
            Figure("table", "1", passages[caption - 1].text, 4, _TABLE_RECT, caption),
        ),
        words=_words(cells),
        title="Reading in the Margin",
        authors=("Ada Lovelace",),
    )  # fmt: skip


def _prose(section: int, k: int) -> str:
    subject, does = _SUBJECTS[(section + k) % len(_SUBJECTS)], _DOES[(section * 3 + k) % len(_DOES)]
    other = _SUBJECTS[(section * 2 + k + 3) % len(_SUBJECTS)]
    return (
        f"The {subject} {does} in {20 + 9 * section + k}.{k} percent of all pages that were read, and so the"
        f" {other} after it can be trusted. What follows from this is told in a later part of the text."
    )


def _words(passage: int) -> Words:
    text: list[str] = []
    rects: list[Rect] = []
    for line, row in enumerate(TABLE):
        for x, cell in zip(_COLUMNS, row, strict=True):
            left = x
            for word in cell.split():
                text.append(word)
                rects.append((left, 94.0 + 16 * line, left + 5.0 * len(word), 104.0 + 16 * line))
                left += 5.0 * len(word) + 2.5
    return Words(tuple(text), (4,) * len(text), tuple(rects), (passage,) * len(text))
