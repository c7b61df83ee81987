"""The folder of static pages: a page and its data for each day and topic, an index, a feed, a search."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from papergloss.digest import markdown, page
from papergloss.digest.page import Shown, page_words
from papergloss.digest.papers import Digest
from papergloss.errors import PaperGlossError
from papergloss.export.formulas import rich
from papergloss.gloss.card import Card, Figure
from papergloss.jobs.assembly import Backend

DAYS = "days.json"
IN_FEED = 30
"""Days that the feed tells of."""
STATIC = ("digest.css", "search.js")

Day = dict[str, Any]
"""What index, search and feed know of one page, kept in `days.json`."""


class Site:
    """Writes into one folder; every file is replaced as a whole, so a reader never sees half a page."""

    def __init__(self, folder: Path, backend: Backend) -> None:
        self._folder = folder
        self._backend = backend
        self._templates = Environment(
            loader=PackageLoader("papergloss.digest"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            addresses=page.addresses, check_note=page.check_note, pages=page.pages, made_by=page.made_by
        )
        self._templates.filters["rich"] = rich

    def write(self, digest: Digest, model: str) -> Path:
        """The page of a digest, and everything that lists it; returns the page.

        `model` is the name of the model, empty where none wrote.
        """
        words = page_words(digest.lang)
        made_at = digest.made_at()
        place = self._folder / digest.topic / f"{digest.date}.html"
        told = {"model": model or words["no_model"], "made_on": made_at.date().isoformat()}
        made_by = f"{told['model']}, {told['made_on']}"
        notice = words["screening"].format(made_by=made_by)
        lines: list[dict[str, Any]] = []
        html = self._templates.get_template("day.html").stream(
            topic=digest.topic,
            date=digest.date.isoformat(),
            lang=digest.lang,
            root="../",
            words=words,
            sections=page.contents(digest),
            ranked=bool(digest.likeness),
            papers=self._noted(digest, lines),
            notice=notice,
        )
        html.enable_buffering(50)
        _replace(place, html)
        _replace(place.with_suffix(".json"), self._json(digest, {**told, "notice": notice}))
        _replace(place.with_suffix(".md"), markdown.pieces(digest, self._papers(digest), notice))
        day = {
            "topic": digest.topic,
            "date": digest.date.isoformat(),
            "page": f"{digest.topic}/{place.name}",
            "made_at": made_at.isoformat(timespec="seconds"),
            "made_by": made_by,
            "papers": lines,
        }
        self._list(day, digest.lang)
        return place

    def _noted(self, digest: Digest, lines: list[dict[str, Any]]) -> Iterator[Shown]:
        """The papers one after the other: only one card is in memory at a time."""
        for paper in self._papers(digest):
            meta = paper.metadata
            lines.append(
                {
                    "id": f"{meta.arxiv_id}v{meta.version}",
                    "anchor": paper.anchor,
                    "title": meta.title,
                    "target": paper.title_target,
                    "authors": ", ".join(meta.authors),
                }
            )
            yield paper

    def _papers(self, digest: Digest) -> Iterator[Shown]:
        for paper in digest.papers:
            outcome = digest.outcomes[paper.paper.id_with_version]
            card = self._backend.shelf.card(outcome.card_id) if outcome.card_id else None
            yield page.shown(paper, digest, card, self._pictures(digest, card) if card else ())

    def _pictures(self, digest: Digest, card: Card) -> list[tuple[Figure, str | None]]:
        return [(figure, self._picture(digest, card, figure)) for figure in card.figures or ()]

    def _picture(self, digest: Digest, card: Card, figure: Figure) -> str | None:
        """The address of a figure beside the page; None where it cannot be drawn any more."""
        name = hashlib.sha256(f"{card.key.paper} {figure.kind} {figure.number}".encode()).hexdigest()[:20]
        place = self._folder / digest.topic / "figures" / f"{name}.webp"
        if not place.exists():
            try:
                picture = self._backend.pictures.figure(card.key.paper, figure.kind, figure.number)
            except PaperGlossError:
                return None
            _replace(place, [picture])
        return f"figures/{place.name}"

    def _json(self, digest: Digest, told: dict[str, str]) -> Iterator[str]:
        head = {"papergloss_digest": 1, "topic": digest.topic, "date": digest.date.isoformat(), **told}
        yield json.dumps(head, ensure_ascii=False)[:-1] + ', "papers": [\n'
        gap = ""
        for paper, listed in zip(self._papers(digest), digest.papers, strict=True):
            problem = paper.outcome.problem
            line = {
                "announced": listed.announced,
                "state": paper.outcome.state,
                "shared_with_library": paper.shared,
                "metadata": paper.metadata.model_dump(mode="json"),
                "card": paper.card.model_dump(mode="json") if paper.card else None,
                "problem": problem.model_dump(mode="json") if problem else None,
            }
            yield gap + json.dumps(line, ensure_ascii=False)
            gap = ",\n"
        yield "\n]}\n"

    def _list(self, day: Day, lang: str) -> None:
        known: list[Day] = []
        if (kept := self._folder / DAYS).exists():
            known = json.loads(kept.read_text("utf-8"))
        days = [day, *(old for old in known if old["page"] != day["page"])]
        days.sort(key=lambda day: (day["date"], day["topic"]), reverse=True)
        words = page_words(lang)
        _replace(kept, [json.dumps(days, ensure_ascii=False)])
        _replace(self._folder / "search-index.js", _search_index(days))
        for name, values in (
            ("index.html", {"lang": lang, "root": "", "days": days}),
            ("feed.xml", {"days": days[:IN_FEED], "updated": max(day["made_at"] for day in days)}),
        ):
            text = self._templates.get_template(name).render(words=words, **values)
            _replace(self._folder / name, [text])
        for name in STATIC:
            text = (files("papergloss.digest") / "templates" / name).read_text("utf-8")
            _replace(self._folder / name, [text])


def _search_index(days: list[Day]) -> Iterator[str]:
    papers = [
        {**paper, "page": f"{day['page']}#{paper['anchor']}", "date": day["date"], "topic": day["topic"]}
        for day in days
        for paper in day["papers"]
    ]
    # A script's text must not close its own element, wherever it may be put.
    yield "const PAPERS = " + json.dumps(papers, ensure_ascii=False).replace("<", "\\u003c") + ";\n"


def _replace(place: Path, pieces: Iterable[str | bytes]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f".{place.name}.partial")
    with partial.open("wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    partial.replace(place)
