"""One document from two sources: words and places from the PDF, formulas and headings from the HTML."""

from __future__ import annotations

from dataclasses import replace

from papergloss.arxiv.html_paper import HtmlPaper, Run
from papergloss.gloss.joining.formulas import join_formulas
from papergloss.gloss.joining.headings import join_headings
from papergloss.gloss.joining.tables import join_tables
from papergloss.pdf.document import Document, Figure, Passage, PassageKind


def join_html(document: Document, html: HtmlPaper) -> Document:
    """The document with what the HTML knows better; unchanged where the two are not surely the same paper.

    No word of a passage comes from the HTML: where the words on both sides agree, the glyphs of a formula
    give way to its LaTeX, in `Passage.tex` only. Captions of figures show it too.
    """
    body = join_formulas([passage for passage in document.passages if passage.kind == "body"], html.body)
    if not body.sure:
        return document
    tex = dict(body.tex)
    beside: tuple[tuple[PassageKind, tuple[Run, ...]], ...] = (
        ("caption", html.captions),
        ("table", html.tables),
        ("footnote", html.footnotes),
    )
    for kind, runs in beside:
        tex |= join_formulas([passage for passage in document.passages if passage.kind == kind], runs).tex
    sections = join_headings(document.sections, html.sections)
    figures = join_tables(document, html.grids)
    rebuilt = any(figure.cells for figure in figures)
    if not tex and sections == document.sections and not rebuilt:
        return document
    passages = tuple(_with(passage, tex.get(passage.n)) for passage in document.passages)
    figures = tuple(_captioned(figure, tex) for figure in figures)
    return replace(document, passages=passages, sections=sections, figures=figures, with_html=True)


def _with(passage: Passage, tex: str | None) -> Passage:
    return replace(passage, tex=tex) if tex else passage


def _captioned(figure: Figure, tex: dict[int, str]) -> Figure:
    return replace(figure, caption=tex.get(figure.passage or 0, figure.caption))
