"""arXiv's abstract page as a record: its `citation_*` tags first, the visible page for the rest."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.nesting import require_shallow
from papergloss.arxiv.record import PaperRecord, PaperVersion
from papergloss.arxiv.text import join, join_or_none, names
from papergloss.errors import ArxivAnswerUnusable, BadIdentifier

_HISTORY_LINE = re.compile(
    r"\[v([1-9]\d{0,2})\] (\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8}) UTC(?: \([^()]*\))?( \(withdrawn\))?"
)
_CATEGORY = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)$")


def parse(page: bytes, asked: ArxivId) -> PaperRecord:
    """The record that an abstract page holds.

    Raises:
        ArxivAnswerUnusable: not an abstract page, or the page of another paper or version.
    """
    require_shallow(page)
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    tags = _citation_tags(tree)
    paper = _identify(tree, tags, asked)
    versions = _history(tree)
    authors = _authors(tree, tags)
    title = join(_first(tags, "title"))
    abstract = join(_first(tags, "abstract")) or _visible_abstract(tree)
    if not (title and authors and abstract and versions):
        raise ArxivAnswerUnusable(
            f"The abstract page of {asked} lacks its title, authors, abstract or dates."
        )
    rows = _rows(tree)
    current = next((version for version in versions if version.number == paper.version), None)
    return PaperRecord(
        id=paper,
        source="abstract_page",
        title=title,
        authors=authors,
        abstract=abstract,
        categories=_categories(rows.get("Subjects")),
        versions=versions,
        latest_version=max(version.number for version in versions),
        withdrawn=current is not None and current.withdrawn,
        comment=_visible_text(rows.get("Comments")),
        journal_ref=_visible_text(rows.get("Journal reference")),
        doi=join_or_none(_first(tags, "doi")),
        licence=_licence(tree),
        has_pdf=tree.css_first("a.download-pdf") is not None,
        has_html=tree.css_first("#latexml-download-link, a.download-html") is not None,
    )


def _citation_tags(tree: LexborHTMLParser) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for node in tree.css("meta[name^=citation_]"):
        name = (node.attributes.get("name") or "").removeprefix("citation_")
        tags.setdefault(name, []).append(node.attributes.get("content") or "")
    return tags


def _first(tags: dict[str, list[str]], name: str) -> str | None:
    return next(iter(tags.get(name, ())), None)


def _identify(tree: LexborHTMLParser, tags: dict[str, list[str]], asked: ArxivId) -> ArxivId:
    shown = tree.css_first(".arxividv a")
    try:
        named = ArxivId.parse(_first(tags, "arxiv_id") or "")
        paper = ArxivId.parse(shown.text() if shown else "")
    except BadIdentifier:
        raise ArxivAnswerUnusable(f"arXiv's answer for {asked} is not an abstract page.") from None
    if (
        not paper.id == named.id == asked.id
        or paper.version is None
        or asked.version not in (None, paper.version)
    ):
        raise ArxivAnswerUnusable(f"arXiv's answer for {asked} is the page of another paper or version.")
    return paper


def _history(tree: LexborHTMLParser) -> tuple[PaperVersion, ...]:
    block = tree.css_first(".submission-history")
    lines = _HISTORY_LINE.findall(join(block.text(separator=" ")) if block else "")
    versions = [
        PaperVersion(int(number), parsedate_to_datetime(f"{date} +0000"), bool(withdrawn))
        for number, date, withdrawn in lines
    ]
    return tuple(sorted(versions, key=lambda version: version.number))


def _authors(tree: LexborHTMLParser, tags: dict[str, list[str]]) -> tuple[str, ...]:
    shown = names(node.text() for node in tree.css('.authors a[href*="searchtype=author"]'))
    return shown or names(map(_first_last, tags.get("author", ())))


def _first_last(name: str) -> str:
    last, _, first = name.partition(",")
    return f"{first} {last}"


def _rows(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """The metadata table: label without its colon -> cell."""
    rows: dict[str, LexborNode] = {}
    for row in tree.css(".metatable tr"):
        label, cell = row.css_first("td.label"), row.css_first("td:not(.label)")
        if label and cell:
            rows.setdefault(join(label.text()).rstrip(":"), cell)
    return rows


def _visible_text(node: LexborNode | None) -> str | None:
    """The text of a cell; a link that only says "this https URL" is written out."""
    if node is None:
        return None
    for link in node.css("a.link-external"):
        link.replace_with(link.attributes.get("href") or link.text())
    return join_or_none(node.text())


def _visible_abstract(tree: LexborHTMLParser) -> str:
    block = tree.css_first("blockquote.abstract")
    if block is None:
        return ""
    for descriptor in block.css(".descriptor"):
        descriptor.decompose()
    return _visible_text(block) or ""


def _categories(cell: LexborNode | None) -> tuple[str, ...]:
    parts = join(cell.text()).split(";") if cell else []
    found = (_CATEGORY.search(part.strip()) for part in parts)
    return tuple(match[1] for match in found if match)


def _licence(tree: LexborHTMLParser) -> str | None:
    link = tree.css_first(".abs-license a[href]")
    address = (link.attributes.get("href") or "") if link else ""
    return address if address.startswith(("https://", "http://")) else None
