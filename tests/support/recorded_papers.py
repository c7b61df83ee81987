"""The papers of the recorded feeds, as far as their feeds tell of them."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from support.arxiv_papers import SmallPaper

FEEDS = ("cs.CL", "cs.CV", "hep-lat")
_ITEM = re.compile(r"<item>(.*?)</item>", re.DOTALL)


def recorded_papers(data: Path) -> dict[str, tuple[str, SmallPaper]]:
    """By id: how each was announced, and the paper; then those of which only the metadata were recorded."""
    found: dict[str, tuple[str, SmallPaper]] = {}
    for name in FEEDS:
        feed = (data / "feeds" / "rss_rendered" / f"rss_{name}.xml").read_text("utf-8")
        for item in _ITEM.findall(feed):
            kind, paper = _announced(item)
            found.setdefault(paper.id, (kind, paper))
    for meta in json.loads((data / "groundtruth" / "papers_meta.json").read_text("utf-8")):
        name, _, version = meta["id"].rpartition("v")
        paper = SmallPaper(
            name,
            title=_line(meta["title"]),
            authors=tuple(_line(author) for author in meta["authors"].split(",")),
            abstract=_line(meta["abstract"]),
            categories=tuple(meta["categories"].split()),
            comment=_line(meta.get("comments") or ""),
            versions=int(version),
            pdf=None,
        )
        found.setdefault(name, ("new", paper))
    return found


def _announced(item: str) -> tuple[str, SmallPaper]:
    name, version = re.findall(r">oai:arXiv.org:(.+?)v(\d+)<", item)[0]
    paper = SmallPaper(
        name,
        title=_text(item, "title"),
        # The colon after a collaboration is an author in arXiv's data.
        authors=tuple(name for name in _text(item, "dc:creator").split(", ") if name != ":"),
        abstract=_text(item, "description").partition("Abstract: ")[2],
        categories=tuple(re.findall(r"<category>(.*?)</category>", item)),
        comment="",
        versions=int(version),
        pdf=None,
    )
    return _text(item, "arxiv:announce_type"), paper


def _text(item: str, tag: str) -> str:
    return _line(unescape(re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", item, re.DOTALL)[0]))


def _line(text: str) -> str:
    return " ".join(text.split())
