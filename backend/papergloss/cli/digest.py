"""`papergloss digest`: the day's papers of a category as a site of static pages."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.gloss import Engine, tell_provider
from papergloss.cli.terminal import err, print_plain, print_problem
from papergloss.digest import sources
from papergloss.digest.making import Progress, make
from papergloss.digest.papers import Digest, chosen
from papergloss.digest.site import Site
from papergloss.gloss.card import Kind
from papergloss.jobs.assembly import assemble
from papergloss.jobs.estimates import Estimate


class Announcements(StrEnum):
    """What arXiv calls the ways in which it announces a paper."""

    NEW = "new"
    CROSS = "cross"
    REPLACE = "replace"
    REPLACE_CROSS = "replace-cross"


@app.command()
def digest(
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the pages; days are added to it.")],
    category: Annotated[
        str | None, typer.Option(help="The day's listing of a category of arXiv, such as cs.CV.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="The newest papers of an author instead.")] = None,
    query: Annotated[
        str | None, typer.Option(help="The newest papers of a query in the arXiv API's language instead.")
    ] = None,
    keywords: Annotated[
        str, typer.Option(help="Only papers with one of these in title or abstract; commas between them.")
    ] = "",
    authors: Annotated[
        str, typer.Option(help="Only papers by one of these: whole names or parts; commas between them.")
    ] = "",
    topic: Annotated[
        str | None, typer.Option(help="Name of the pages; without it that of the category, author or query.")
    ] = None,
    announced: Annotated[
        list[Announcements] | None,
        typer.Option(help="Which announcements; may be given again. Without it: new and cross."),
    ] = None,
    most: Annotated[int | None, typer.Option("--max", min=1, help="At most so many papers.")] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Read the whole papers; without it, their abstracts.")
    ] = False,
    lang: Annotated[str | None, typer.Option(help="Language of the gloss, such as zh, ja, de.")] = None,
    engine: Annotated[
        Engine | None,
        typer.Option(help="openai: the connected model; local: a draft by a small model; extractive: none."),
    ] = None,
) -> None:
    """Gloss the day's papers and write them as static pages. Run again to go on."""
    kinds = {kind.value for kind in announced or (Announcements.NEW, Announcements.CROSS)}
    with closing(assemble(config.load(), ask_first=False)) as backend:
        listing = sources.listing(backend.arxiv, category, author, query, most)
        name = sources.topic_of(topic or listing.category)
        papers = chosen(sources.wanted(listing, _words(keywords), _words(authors)), kinds, most)
        kind: Kind = "card" if whole else "abstract"
        key = backend.asking.key("", lang, kind, engine.value if engine else None)
        if key.engine == "openai":
            tell_provider(backend)
        ids = [paper.paper.id_with_version for paper in papers]
        _tell_estimate(backend.estimates.estimate(ids, kind, lang), len(papers), key.engine)
        label = f"digest {name} {listing.date}"
        try:
            outcomes, stopped = make(backend, papers, key, label, _tell_progress)
        except KeyboardInterrupt:
            err.print("Stopped. The same command goes on from here.")
            raise typer.Exit(ExitCode.CANCELLED.code) from None
        made = Digest(name, listing.date, key.lang, papers, outcomes)
        print_plain(str(Site(out, backend).write(made, key.model)))
    states = Counter(outcome.state for outcome in outcomes.values())
    err.print(", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "No papers.")
    if stopped is not None:
        print_problem(stopped)
    if set(states) - {"done"}:
        raise typer.Exit(ExitCode.PARTIAL.code)


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _tell_estimate(estimate: Estimate, count: int, engine: str) -> None:
    if engine != "openai":
        err.print(f"{count} papers; no model is paid.", highlight=False)
        return
    cost = "a price that is not known"
    if estimate.cost is not None:
        cost = f"{estimate.cost[0]:.2f} to {estimate.cost[1]:.2f} {estimate.currency}"
    left = "" if estimate.left is None else f"; {estimate.left:.2f} left of this month's cap"
    err.print(f"{count} papers, {estimate.papers} of them to gloss for {cost}{left}.", highlight=False)


def _tell_progress(progress: Progress) -> None:
    cost = "" if progress.cost is None else f", {progress.cost:.4f} {progress.currency}"
    why = f": {progress.item.problem.title}" if progress.item.problem else ""
    err.print(
        f"{progress.done}/{progress.total} {progress.item.paper} {progress.item.state}{why}"
        f" (about {progress.seconds_left:.0f} s left{cost})",
        highlight=False,
        markup=False,
    )
