"""What the local arXiv answers: the recorded pages, PDFs and feeds, and the papers of a test.

The redirects and the 404s are those of `pages/other/http_behaviour.json`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote

from support.arxiv_papers import SmallPaper
from support.oai import Oai

HTML = "text/html; charset=utf-8"
TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".ico": "image/x-icon",
}
TYPES |= {".js": "text/javascript", ".html": HTML, ".pdf": "application/pdf", ".woff2": "font/woff2"}
FEED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" '
    'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">'
    "<id>https://arxiv.org/api/local</id><title>arXiv Query</title>{entries}</feed>"
)
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns:arxiv="http://arxiv.org/schemas/atom" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>'
    "<title>{category} updates on arXiv.org</title>"
    "<pubDate>Fri, 20 Nov 2026 00:00:00 -0500</pubDate>{items}</channel></rss>"
)
ID = re.compile(r"((?:[a-z-]+/)?[0-9.]{7,10})(?:v([0-9]+))?")


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes = b""
    content_type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


class Content:
    """Finds the answer to a path. `data` None: only what `add` gave."""

    def __init__(self, data: Path | None) -> None:
        self._data = data
        self._papers: dict[str, SmallPaper] = {}
        self._feeds: dict[str, bytes] = {}
        self.oai = Oai(self.add)
        self._entries = _recorded_entries(data) if data else {}

    def add(self, paper: SmallPaper) -> None:
        if self._file(f"pages/abs/abs_{paper.id.replace('/', '_')}.html").status == 200:
            raise ValueError(f"{paper.id} was recorded: other tests expect it as it is")
        self._papers[paper.id] = paper

    def announce(self, category: str, *lines: tuple[str, SmallPaper]) -> None:
        """The category's feed of the day: kinds of announcement and papers, which arXiv then has."""
        for _, paper in lines:
            self.add(paper)
        items = "".join(paper.feed_item(kind) for kind, paper in lines)
        self._feeds[category] = RSS.format(category=category, items=items).encode()

    def reply(self, path: str, query: str) -> Reply:
        kind, _, rest = unquote(path).lstrip("/").partition("/")
        if kind in ("abs", "pdf", "html", "format") and (target := _canonical(kind, rest)) != rest:
            return Reply(301, b"<title>Redirecting...</title>", headers={"Location": f"/{kind}/{target}"})
        handlers = {
            "abs": lambda: self._abs(rest),
            "pdf": lambda: self._pdf(rest),
            "html": lambda: self._html(rest),
            "api": lambda: self._api(query),
            "search": lambda: self._search(query),
            "list": lambda: self._file(f"pages/list/list_{rest.replace('/', '_')}.html"),
            "format": lambda: self._file(f"pages/other/format_{rest}.html"),
            "archive": lambda: self._file(f"pages/other/archive_{rest}.html"),
            "rss": lambda: self._feed(rest),
            "oai": lambda: Reply(200, self.oai.answer(parse_qs(query)), "text/xml"),
            "static": lambda: self._file(f"pages/static/{rest}"),
        }
        return handlers.get(kind, lambda: self._missing(path))()

    def _abs(self, rest: str) -> Reply:
        paper, version = _split(rest)
        if small := self._papers.get(paper):
            known = version is None or 1 <= version <= small.versions
            return (
                Reply(200, small.abstract_page(version or small.versions)) if known else self._missing(rest)
            )
        name = paper.replace("/", "_")
        exact = self._file(f"pages/abs/abs_{name}{f'v{version}' if version else ''}.html")
        if exact.status == 200 or version is None:
            return exact
        newest = self._file(f"pages/abs/abs_{name}.html")
        is_this = f'/abs/{paper}v{version}">arXiv:'.encode() in newest.body
        return newest if is_this else self._missing(rest)

    def _pdf(self, rest: str) -> Reply:
        paper, version = _split(rest)
        if small := self._papers.get(paper):
            version = version or small.versions
            if small.is_withdrawn(version):
                return self._withdrawn(rest)
            served = small.pdf if version <= small.versions else None
            return Reply(200, served, "application/pdf") if served else self._missing(rest)
        name = paper.replace("/", "_")
        files = sorted(self._data.glob(f"pdfs/{name}v*.pdf"), key=_version_of) if self._data else []
        wanted = [file for file in files if version in (None, _version_of(file))]
        if wanted:
            return Reply(200, wanted[-1].read_bytes(), "application/pdf")
        page = self._abs(rest)
        return self._withdrawn(rest) if b"<li>Withdrawn</li>" in page.body else self._missing(rest)

    def _html(self, rest: str) -> Reply:
        if (small := self._papers.get(_split(rest)[0])) and small.html:
            return Reply(200, small.html)
        found = self._file(f"html/{rest}")
        for candidate in (rest, *(f"{rest}v{number}" for number in range(9, 0, -1))):
            if found.status == 404:
                found = self._file(f"html/{candidate.replace('/', '_')}.html")
        return found if found.status == 200 else Reply(404, f"<h1>No HTML for '{rest}'</h1>".encode())

    def _feed(self, category: str) -> Reply:
        if category in self._feeds:
            return Reply(200, self._feeds[category], "application/rss+xml")
        recorded = self._file(f"feeds/rss_rendered/rss_{category}.xml")
        return recorded if recorded.status == 200 else self._file("feeds/rss_rendered/rss_bad_category.xml")

    def _search(self, query: str) -> Reply:
        asked = parse_qs(query)
        text = asked.get("query", [""])[0].lower()
        if asked.get("searchtype") == ["author"]:
            return self._file("pages/search/search_author_He_K.html")
        return self._file(
            f"pages/search/search_{'transformer_all' if 'transformer' in text else 'no_results'}.html"
        )

    def _api(self, query: str) -> Reply:
        entries = []
        if search := parse_qs(query).get("search_query"):
            parts = [part.partition(":") for part in search[0].split(" OR ")]
            papers = [
                paper
                for paper in self._papers.values()
                if any(_fits(paper, field, words.strip('"')) for field, _, words in parts)
            ]
            entries = [paper.atom_entry(paper.versions) for paper in papers]
            return Reply(200, FEED.format(entries="".join(entries)).encode(), "application/atom+xml")
        for name in parse_qs(query).get("id_list", [""])[0].split(","):
            if not ID.fullmatch(name):
                entry = f"<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>{name}</summary></entry>"
                return Reply(400, FEED.format(entries=entry).encode(), "application/atom+xml")
            entries.append(self._entry(name))
        return Reply(200, FEED.format(entries="".join(entries)).encode(), "application/atom+xml")

    def _entry(self, name: str) -> str:
        paper, version = _split(name)
        if small := self._papers.get(paper):
            known = version is None or version <= small.versions
            return small.atom_entry(version or small.versions) if known else ""
        return self._entries.get(name, "")

    def _file(self, relative: str) -> Reply:
        path = (self._data / relative).resolve() if self._data else None
        if path is None or not path.is_file() or not path.is_relative_to(self._data.resolve()):
            return self._missing(relative)
        return Reply(200, path.read_bytes(), TYPES.get(path.suffix, "application/octet-stream"))

    def _missing(self, name: str) -> Reply:
        return Reply(404, b"<!DOCTYPE html><html><h1>Article identifier not recognized</h1></html>")

    def _withdrawn(self, name: str) -> Reply:
        return Reply(404, f"<h1>This version of {name} has been withdrawn and is unavailable</h1>".encode())


def _fits(paper: SmallPaper, field: str, words: str) -> bool:
    return words in paper.authors if field == "au" else words.casefold() in paper.title.casefold()


def _split(name: str) -> tuple[str, int | None]:
    found = ID.fullmatch(name)
    return (found[1], int(found[2]) if found[2] else None) if found else (name, None)


def _canonical(kind: str, name: str) -> str:
    """Where arXiv redirects to: lower case, no class, no prefix, no `.pdf`, no last slash."""
    if kind != "html":
        name = name.rstrip("/")
    name = re.sub(r"^arXiv:", "", name, flags=re.IGNORECASE)
    if kind == "pdf":
        name = name.removesuffix(".pdf")
    archive, slash, number = name.partition("/")
    if slash and kind != "html":
        name = f"{archive.split('.')[0].lower()}/{number}"
    return name


def _version_of(path: Path) -> int:
    return int(path.stem.rpartition("v")[2])


def _recorded_entries(data: Path) -> dict[str, str]:
    entries: dict[str, str] = {}
    for file in sorted(data.glob("feeds/atom/*.xml")):
        for entry in re.findall(r"<entry>.*?</entry>", file.read_text("utf-8"), re.DOTALL):
            if found := re.search(r"<id>http://arxiv\.org/abs/(\S+?)(v\d+)</id>", entry):
                entries[found[1]] = entries[found[1] + found[2]] = entry
    return entries
