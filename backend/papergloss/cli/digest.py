"""`papergloss digest`: the day's papers of a category as a site of static pages."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.arxiv.listing import Listing
from papergloss.cli.app import app
from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.gloss import Engine, tell_provider
from papergloss.cli.terminal import err, print_plain, print_problem
from papergloss.digest.making import Progress, make
from papergloss.digest.papers import Digest, State, chosen
from papergloss.digest.ranking import Likeness, likenesses
from papergloss.digest.site import Site
from papergloss.digest.sources import Days, Source, listings, topic_of, wanted
from papergloss.gloss.card import CardKey, Problem
from papergloss.jobs.assembly import Backend, assemble
from papergloss.jobs.estimates import Estimate

DAY = ["%Y-%m-%d"]


class Announcements(StrEnum):
    """What arXiv calls the ways in which it announces a paper."""

    NEW = "new"
    CROSS = "cross"
    REPLACE = "replace"
    REPLACE_CROSS = "replace-cross"


class Order(StrEnum):
    """The order of the papers in each part of a page."""

    LIKENESS = "likeness"
    ARXIV = "arxiv"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What holds for every page of one call."""

    out: Path
    topic: str
    kinds: frozenset[str]
    keywords: list[str]
    authors: list[str]
    most: int | None
    key: CardKey
    lang: str | None
    order: Order


Out = Annotated[Path, typer.Option(metavar="DIR", help="Folder of the pages; days are added to it.")]
Category = Annotated[
    str | None, typer.Option(help="The day's listing of a category of arXiv, such as cs.CV.")
]
Author = Annotated[str | None, typer.Option(help="The newest papers of an author instead.")]
Query = Annotated[
    str | None, typer.Option(help="The newest papers of a query in the arXiv API's language instead.")
]
Date = Annotated[
    datetime | None,
    typer.Option(formats=DAY, metavar="YYYY-MM-DD", help="An earlier day of the category's listings."),
]
Since = Annotated[
    datetime | None,
    typer.Option(formats=DAY, metavar="YYYY-MM-DD", help="All days since this one, a page each."),
]
Keywords = Annotated[
    str, typer.Option(help="Only papers with one of these in title or abstract; commas between them.")
]
Authors = Annotated[
    str, typer.Option(help="Only papers by one of these: whole names or parts; commas between them.")
]
Topic = Annotated[
    str | None, typer.Option(help="Name of the pages; without it that of the category, author or query.")
]
Announced = Annotated[
    list[Announcements] | None,
    typer.Option(help="Which announcements; may be given again. Without it: new and cross."),
]
Most = Annotated[int | None, typer.Option("--max", min=1, help="At most so many papers a page.")]
Ordered = Annotated[
    Order, typer.Option(help="likeness: papers like those in the library first; arxiv: as announced.")
]
Whole = Annotated[bool, typer.Option("--whole", help="Read the whole papers; without it, their abstracts.")]
Lang = Annotated[str | None, typer.Option(help="Language of the gloss, such as zh, ja, de.")]
Engines = Annotated[
    Engine | None,
    typer.Option(help="openai: the connected model; local: a draft by a small model; extractive: none."),
]


@app.command()
def digest(
    *,
    out: Out,
    category: Category = None,
    author: Author = None,
    query: Query = None,
    date: Date = None,
    since: Since = None,
    keywords: Keywords = "",
    authors: Authors = "",
    topic: Topic = None,
    announced: Announced = None,
    most: Most = None,
    order: Ordered = Order.LIKENESS,
    whole: Whole = False,
    lang: Lang = None,
    engine: Engines = None,
) -> None:
    """Gloss the day's papers and write them as static pages. Run again to go on."""
    source = Source.of(category, author, query)
    days = Days.of(source, date, since)
    with closing(assemble(config.load(), ask_first=False)) as backend:
        key = backend.asking.key("", lang, "card" if whole else "abstract", engine.value if engine else None)
        if key.engine == "openai":
            tell_provider(backend)
        asked = _Asked(
            out=out,
            topic=topic_of(topic or source.name),
            kinds=frozenset(kind.value for kind in announced or (Announcements.NEW, Announcements.CROSS)),
            keywords=_words(keywords),
            authors=_words(authors),
            most=most,
            key=key,
            lang=lang,
            order=order,
        )
        found = listings(backend.arxiv, source, days, most, _tell_records)
        ends = [_page(backend, listing, asked) for listing in found]
    states = Counter(state for end, _ in ends for state in end)
    err.print(", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "No papers.")
    stopped = next((problem for _, problem in ends if problem is not None), None)
    if stopped is not None:
        print_problem(stopped)
    if set(states) - {"done"}:
        raise typer.Exit(ExitCode.PARTIAL.code)


def _page(backend: Backend, listing: Listing, asked: _Asked) -> tuple[list[State], Problem | None]:
    """Glosses a day's papers and writes their page; how each paper ended, and what stopped them."""
    listing = wanted(listing, asked.keywords, asked.authors)
    likeness: dict[str, Likeness] = {}
    if asked.order is Order.LIKENESS:
        likeness = likenesses(listing.papers, backend.library.interests.papers())
    papers = chosen(listing, asked.kinds, asked.most, likeness)
    ids = [paper.paper.id_with_version for paper in papers]
    _tell_estimate(backend.estimates.estimate(ids, asked.key.kind, asked.lang), len(papers), asked.key.engine)
    label = f"digest {asked.topic} {listing.date}"
    try:
        outcomes, stopped = make(backend, papers, asked.key, label, _tell_progress)
    except KeyboardInterrupt:
        err.print("Stopped. The same command goes on from here.")
        raise typer.Exit(ExitCode.CANCELLED.code) from None
    made = Digest(asked.topic, listing.date, asked.key.lang, papers, outcomes, likeness)
    print_plain(str(Site(asked.out, backend).write(made, asked.key.model)))
    return [outcome.state for outcome in outcomes.values()], stopped


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _tell_records(count: int) -> None:
    err.print(f"arXiv's records since that day: {count}")


def _tell_estimate(estimate: Estimate, count: int, engine: str) -> None:
    if engine != "openai":
        err.print(f"{count} papers; no model is paid.")
        return
    cost = "a price that is not known"
    if estimate.cost is not None:
        cost = f"{estimate.cost[0]:.2f} to {estimate.cost[1]:.2f} {estimate.currency}"
    left = "" if estimate.left is None else f"; {estimate.left:.2f} left of this month's cap"
    err.print(f"{count} papers, {estimate.papers} of them to gloss for {cost}{left}.")


def _tell_progress(progress: Progress) -> None:
    cost = "" if progress.cost is None else f", {progress.cost:.4f} {progress.currency}"
    why = f": {progress.item.problem.title}" if progress.item.problem else ""
    err.print(
        f"{progress.done}/{progress.total} {progress.item.paper} {progress.item.state}{why}"
        f" (about {progress.seconds_left:.0f} s left{cost})",
    )
