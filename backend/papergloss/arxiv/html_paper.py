"""arXiv's HTML of a paper (made by LaTeXML from the authors' source) as plain data.

Three generations of markup are read: that of 2023 (`color:#FFFFFF`, deep indentation), that of 2024-25
and that of 2026 (`--ltx-fg-color:#FFFFFF`). Formulas keep the LaTeX of `math[alttext]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from papergloss.arxiv import html_tables
from papergloss.arxiv.html_tables import HtmlTable
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.nesting import require_shallow
from papergloss.arxiv.tex import tidy
from papergloss.arxiv.text import join
from papergloss.errors import ArxivAnswerUnusable

SHORTEST = 500
"""Characters of running text: a conversion that failed, timed out or only includes a PDF has none."""

_MARK, _END = "\ue000", "\ue001"
"""Private characters around the number of a formula while the markup becomes text."""
_PLACE = re.compile(f"{_MARK}(\\d{{1,6}}){_END}")
_NAMED = re.compile(r"/(?:abs|pdf)/((?:[a-z-]+(?:\.[A-Z]{2})?/)?[\d.]{7,10})v(\d+)(?![\w.])")
_STAMP = re.compile(r"arXiv:((?:[a-z-]+(?:\.[A-Z]{2})?/)?[\d.]{7,10})v(\d+)")
_WHITE = r"(?:#f[a-f0-9]f[a-f0-9]f[a-f0-9]\b|#fff\b|white\b|rgba?\(\s*25\d\s*,\s*25\d\s*,\s*25\d)"
_UNSEEN = re.compile(
    r"display:none|visibility:hidden|(?:^|;)opacity:0?(?:\.0\d*)?(?:;|$)|font-size:0?(?:\.\d+)?(?:px|pt|em|%)?(?:;|$)"
    rf"|(?:^|;)(?:color|--ltx-fg-color):{_WHITE}|transparent|clip-path|(?:left|top|text-indent):-\d{{3,}}",
    re.IGNORECASE,
)
_NOISE = (
    "script, style, noscript, template, nav, button, form, dialog, svg, [hidden], .infobox, .ltx_TOC"
    ", .ltx_ERROR, .ltx_phantom, .ltx_authors, .ltx_dates, .ltx_bibliography, .ltx_index"
    ", .ltx_listing_data, .ltx_rdf, .ltx_page_footer, .ltx_pagination, .ltx_role_footnotemark"
)
_SECTIONS = ".ltx_part, .ltx_chapter, .ltx_section, .ltx_subsection, .ltx_subsubsection, .ltx_appendix"


@dataclass(frozen=True, slots=True)
class Formula:
    """LaTeX without its dollar signs; `display` where it stands on a line of its own."""

    tex: str
    display: bool = False


Run = str | Formula
"""A stretch of text, or a formula in it."""
Role = Literal["body", "abstract", "references", "appendix"]


@dataclass(frozen=True, slots=True)
class HtmlSection:
    """A heading; `level` counts from 1, `number` is as printed (`3.2`, `A`)."""

    title: str
    level: int
    number: str | None = None
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class HtmlPaper:
    """The paper's words and formulas in the author's order; what stands outside the flow by itself."""

    sections: tuple[HtmlSection, ...]
    body: tuple[Run, ...]
    captions: tuple[Run, ...] = ()
    tables: tuple[Run, ...] = ()
    footnotes: tuple[Run, ...] = ()
    grids: tuple[HtmlTable, ...] = ()
    """The tables whose rows and columns the markup tells."""


def parse(page: bytes, asked: ArxivId) -> HtmlPaper | None:
    """The paper on arXiv's HTML page; None where the conversion failed or made only a stub.

    What a reader would not see on that page is left out.

    Raises:
        ArxivAnswerUnusable: the page of another paper or version, or nested too deeply.
    """
    require_shallow(page)
    text = page.decode("utf-8", "replace").replace(_MARK, "").replace(_END, "")
    tree = LexborHTMLParser(text)
    article = tree.css_first("article.ltx_document, .ltx_document")
    if article is None:
        return None
    _identify(tree, asked)
    formulas = _mark_formulas(article)
    _drop_unseen(article)
    grids = html_tables.tables(article, lambda text: _plain(text, formulas))
    sections = _sections(article)
    footnotes = _take(article, ".ltx_note .ltx_note_content", ".ltx_note", formulas)
    captions = _take(article, ".ltx_caption", ".ltx_caption", formulas)
    tables = _take(article, "figure.ltx_table .ltx_tabular", "figure, .ltx_float", formulas)
    body = _runs(article.text(), formulas)
    if sum(len(join(run)) for run in body if isinstance(run, str)) < SHORTEST:
        return None
    return HtmlPaper(sections, body, captions, tables, footnotes, grids)


def _identify(tree: LexborHTMLParser, asked: ArxivId) -> None:
    """The header's links and the stamp name the paper; the pages of 2023 name none."""
    stamp = tree.css_first("#watermark-tr")
    named = _STAMP.search(stamp.text()) if stamp else None
    for link in tree.css("header a[href], .html-header-nav a[href]") if named is None else ():
        named = named or _NAMED.search(link.attributes.get("href") or "")
    if named and (named[1] != asked.id or asked.version not in (None, int(named[2]))):
        raise ArxivAnswerUnusable(f"arXiv's HTML for {asked} is that of another paper or version.")


def _drop_unseen(article: LexborNode) -> None:
    for node in article.css(_NOISE):
        _remove(node)
    for node in article.css("[style]"):
        if _styled_away(node):
            _remove(node)


def _styled_away(node: LexborNode) -> bool:
    return bool(_UNSEEN.search(re.sub(r"\s+", "", node.attributes.get("style") or "")))


def _remove(node: LexborNode) -> None:
    """Takes a node out but leaves it whole: nodes found inside it are still looked at."""
    node.replace_with(" ")


def _mark_formulas(article: LexborNode) -> list[Formula]:
    """Puts a mark in the place of every formula."""
    formulas: list[Formula] = []
    for node in article.css("math"):
        tex = tidy(node.attributes.get("alttext") or "")
        display = node.attributes.get("display") == "block" or _in_equation(node)
        damaged = node.css_first("merror, mphantom, .ltx_ERROR, .ltx_phantom") is not None
        if tex is None or damaged or _styled_away(node):
            _remove(node)
            continue
        node.replace_with(f"{_MARK}{len(formulas)}{_END}")
        formulas.append(Formula(tex, display))
    return formulas


def _in_equation(node: LexborNode) -> bool:
    """Whether a formula is a cell of an aligned display."""
    home = node.parent
    return home is not None and home.css_matches(".ltx_eqn_cell")


def _sections(article: LexborNode) -> tuple[HtmlSection, ...]:
    """Takes the headings out; titles that open a paragraph stay in it."""
    found: list[HtmlSection] = []
    for title in article.css("h1, h2, h3, h4, h5, h6"):
        classes = (title.attributes.get("class") or "").split()
        if "ltx_title_abstract" in classes:
            found.append(HtmlSection("Abstract", 1, role="abstract"))
        elif not {"ltx_title_document", "ltx_runin"} & set(classes) and (level := _depth(title)):
            found.append(_section(title, level, classes))
        elif "ltx_title_document" not in classes:
            continue
        title.replace_with("\n")
    return tuple(section for section in found if section.title)


def _section(title: LexborNode, level: int, classes: list[str]) -> HtmlSection:
    tag = title.css_first(".ltx_tag")
    number = re.sub(r"^(?:Appendix|Chapter|Part)\s+", "", join(tag.text()) if tag else "").rstrip(".:")
    if tag:
        _remove(tag)
    role: Role = "appendix" if "ltx_title_appendix" in classes else "body"
    return HtmlSection(join(_PLACE.sub(" ", title.text())), level, number or None, role)


def _depth(title: LexborNode) -> int:
    """How many sections a heading stands in; 0 where it is none's own heading."""
    home = title.parent
    if home is None or not home.css_matches(_SECTIONS):
        return 0
    depth = 0
    node: LexborNode | None = home
    while node is not None and node.tag == "section":
        depth, node = depth + 1, node.parent
    return depth


def _take(article: LexborNode, wanted: str, gone: str, formulas: list[Formula]) -> tuple[Run, ...]:
    """The runs of what stands outside the flow, a line each; then it is taken out."""
    lines: list[str] = []
    for node in article.css(wanted):
        for mark in node.css(".ltx_note_mark, .ltx_note_type, .ltx_tag_note"):
            _remove(mark)
        lines.append(node.text())
    for node in article.css(gone):
        _remove(node)
    return _runs("\n".join(lines), formulas)


def _plain(text: str, formulas: list[Formula]) -> str | None:
    """A cell's text with its formulas as they are printed; None where one of them cannot be written so."""
    pieces = [run if isinstance(run, str) else html_tables.plain(run.tex) for run in _runs(text, formulas)]
    return join("".join(piece for piece in pieces if piece)) if all(p is not None for p in pieces) else None


def _runs(text: str, formulas: list[Formula]) -> tuple[Run, ...]:
    """The text cut at the marks; every other piece is a formula's number."""
    runs: list[Run] = []
    for place, piece in enumerate(_PLACE.split(text)):
        if place % 2 == 0:
            runs.extend([piece] if piece else [])
        elif int(piece) < len(formulas):
            runs.append(formulas[int(piece)])
    return tuple(runs)
