"""A page of arXiv that lists papers, made up: for tests without the recorded ones."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from support.arxiv_papers import SmallPaper

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Computation and Language</title></head><body>
<div id="content"><div id="dlpage"><h1>Computation and Language</h1>
<h3>Showing new listings for Friday, 20 November 2026</h3>
<div class="paging">Total of {count} entries</div>
<dl id="articles">{entries}</dl></div></div></body></html>"""
_ENTRY = """<dt><a name="item{n}">[{n}]</a>
<a href ="/abs/{id}" title="Abstract" id="{id}">arXiv:{id}</a>
[<a href="/pdf/{id}" title="Download PDF" id="pdf-{id}">pdf</a>]</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> {title}</div>
<div class="list-authors">{authors}</div><p class="mathjax">{abstract}</p></div></dd>"""


def listing(papers: Sequence[SmallPaper]) -> bytes:
    """The page."""
    entries = "".join(
        _ENTRY.format(
            n=n,
            id=paper.id,
            title=escape(paper.title),
            authors=", ".join(paper.authors),
            abstract=escape(paper.abstract),
        )
        for n, paper in enumerate(papers, start=1)
    )
    return _PAGE.format(count=len(papers), entries=entries).encode()
