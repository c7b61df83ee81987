"""Small papers that a test makes up, in arXiv's own markup: for runs without the recorded pages."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class SmallPaper:
    """One paper with `versions` versions; `pdf` or `html` None means that arXiv has none."""

    id: str
    title: str = "On Small Papers"
    authors: tuple[str, ...] = ("Ada First", "Bo van der Second")
    abstract: str = "We show that $x < y$ holds in 93.4% of cases. The code is at https://github.com/a/b."
    categories: tuple[str, ...] = ("cs.CL", "cs.LG")
    comment: str = "2 pages"
    versions: int = 1
    withdrawn: bool = False
    pdf: bytes | None = field(default_factory=lambda: small_pdf(["On Small Papers", "A first sentence."]))
    html: bytes | None = None

    def abstract_page(self, version: int) -> bytes:
        return _PAGE.format(
            id=self.id,
            version=version,
            title=escape(self.title),
            abstract=escape(self.abstract),
            comment=escape(self.comment),
            tags="".join(
                f'<meta name="citation_author" content="{_last_first(name)}" />' for name in self.authors
            ),
            authors=", ".join(
                f'<a href="/search/?searchtype=author&amp;query=x">{n}</a>' for n in self.authors
            ),
            subjects="; ".join(f"Some Field ({name})" for name in self.categories),
            history="".join(self._history_line(number) for number in range(1, self.versions + 1)),
            access="<li>Withdrawn</li>" if self.is_withdrawn(version) else self._access(version),
        ).encode()

    def atom_entry(self, version: int) -> str:
        authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in self.authors)
        categories = "".join(f'<category term="{name}"/>' for name in self.categories)
        return _ENTRY.format(
            id=f"{self.id}v{version}",
            day=version,
            title=escape(self.title),
            abstract=escape(self.abstract),
            comment=escape(self.comment),
            people=authors + categories,
            primary=self.categories[0],
        )

    def feed_item(self, announced: str) -> str:
        return _ITEM.format(
            id=self.id,
            version=self.versions,
            title=escape(self.title),
            abstract=escape(self.abstract),
            authors=escape(", ".join(self.authors)),
            categories="".join(f"<category>{name}</category>" for name in self.categories),
            announced=announced,
        )

    def is_withdrawn(self, version: int) -> bool:
        return self.withdrawn and version == self.versions

    def _history_line(self, number: int) -> str:
        mark = " <em>(withdrawn)</em>" if self.is_withdrawn(number) else ""
        return f"<strong>[v{number}]</strong>\n  Wed, {number} Jan 2025 10:00:00 UTC (5 KB){mark}<br/>\n"

    def _access(self, version: int) -> str:
        if self.pdf is None:
            return f'<li><a href="/html/{self.id}" class="abs-button download-html">HTML</a></li>'
        return f'<li><a href="/pdf/{self.id}v{version}" class="abs-button download-pdf">View PDF</a></li>'


def small_pdf(lines: list[str]) -> bytes:
    """A one-page PDF with these lines."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 18 * number, line)
    canvas.save()
    return buffer.getvalue()


def _last_first(name: str) -> str:
    first, _, last = name.partition(" ")
    return escape(f"{last}, {first}")


_ITEM = """<item><title>{title}</title><link>https://arxiv.org/abs/{id}</link>
<description>arXiv:{id}v{version} Announce Type: {announced} \nAbstract: {abstract}</description>
<guid isPermaLink="false">oai:arXiv.org:{id}v{version}</guid>{categories}
<arxiv:announce_type>{announced}</arxiv:announce_type><dc:creator>{authors}</dc:creator></item>"""

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>[{id}] {title}</title>
<meta name="citation_title" content="{title}" />{tags}<meta name="citation_arxiv_id" content="{id}" />
<meta name="citation_abstract" content="{abstract}" /></head><body>
<div id="abs-outer"><div class="leftcolumn">
<div id="abs"><div class="dateline">[Submitted on 1 Jan 2025]</div>
<h1 class="title mathjax"><span class="descriptor">Title:</span>{title}</h1>
<div class="authors"><span class="descriptor">Authors:</span>{authors}</div>
<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>{abstract}</blockquote>
<div class="metatable"><table>
<tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">{comment}</td></tr>
<tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects">{subjects}</td></tr>
<tr><td class="tablecell label">&nbsp;</td><td class="tablecell arxividv">(or <span class="arxivid">
<a href="https://arxiv.org/abs/{id}v{version}">arXiv:{id}v{version}</a></span> for this version)</td></tr>
</table></div></div><div class="submission-history"><h2>Submission history</h2> From: A [view email]<br/>
{history}</div></div><div class="extra-services"><div class="full-text"><ul>{access}</ul>
<div class="abs-license"><a href="http://creativecommons.org/licenses/by/4.0/">view license</a></div>
</div></div></div></body></html>"""

_ENTRY = """<entry><id>http://arxiv.org/abs/{id}</id><title>{title}</title>
<updated>2025-01-0{day}T10:00:00Z</updated><published>2025-01-01T10:00:00Z</published>
<link href="https://arxiv.org/pdf/{id}" rel="related" type="application/pdf" title="pdf"/>
<summary>{abstract}</summary><arxiv:comment>{comment}</arxiv:comment>
<arxiv:primary_category term="{primary}"/>{people}</entry>"""
