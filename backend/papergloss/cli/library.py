"""`papergloss library`: saved papers in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated, cast, get_args

import typer
from pydantic import BaseModel
from rich.table import Column, Table

from papergloss import config
from papergloss.arxiv.identifier import ArxivId
from papergloss.cli.app import app
from papergloss.cli.terminal import err, out, print_plain, shown
from papergloss.errors import BadIdentifier, BadInput
from papergloss.jobs.assembly import assemble
from papergloss.library.changes import Change, State
from papergloss.library.library import Library
from papergloss.library.papers import Sort
from papergloss.web.library_views import note as note_view
from papergloss.web.library_views import paper_entry, paper_list, paper_view
from papergloss.web.library_wire import PaperList

library = typer.Typer(no_args_is_help=True, help="Saved papers: find, show, sort.", rich_markup_mode=None)
app.add_typer(library, name="library")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as the API sends it.")]
PaperArgument = Annotated[str, typer.Argument(help="arXiv id or address, or `sha256:` of a file.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")]
STARS = {True: "★", False: " "}


@library.command("list")
def list_papers(
    sort: Annotated[str, typer.Option(help="saved, opened, glossed, title, author or year.")] = "saved",
    limit: Limit = 50,
    trash: Annotated[bool, typer.Option("--trash", help="What is in the trash instead.")] = False,
    json: AsJson = False,
) -> None:
    """List saved papers."""
    if sort not in get_args(Sort):
        raise BadInput(f"--sort is followed by one of: {', '.join(get_args(Sort))}.")
    with _opened() as shelves:
        page = shelves.papers.page(sort=cast(Sort, sort), limit=limit, trash=trash)
    _show(paper_list(page), json=json)


@library.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help="Words and filters: attention author:vaswani year:2017")],
    limit: Limit = 20,
    json: AsJson = False,
) -> None:
    """Find saved papers by their words, notes and tags, the best match first."""
    with _opened() as shelves:
        page = shelves.papers.page(" ".join(words), limit=limit)
    _show(paper_list(page), json=json)


@library.command("show")
def show(paper: PaperArgument, json: AsJson = False) -> None:
    """Show one paper with its cards, notes and tags."""
    with _opened() as shelves:
        view = paper_view(shelves.papers.view(paper_id(paper)))
    if json:
        _print_json(view)
        return
    tags = ", ".join(tag.name for tag in view.tags)
    lines = [view.title, ", ".join(view.metadata.authors), f"{view.id}v{view.version}  {view.state}  {tags}"]
    lines += [f"card {c.id}  {c.lang}  {c.model or c.engine}  {c.saved_at:%Y-%m-%d}" for c in view.cards]
    lines += [f"note {one.id}\n{one.body}" for one in view.notes]
    print_plain("\n".join(lines))


@library.command("tag")
def tag(
    paper: PaperArgument,
    tags: Annotated[list[str], typer.Argument(help="Names; -- -name takes one off.")],
    json: AsJson = False,
) -> None:
    """Put tags on a paper, or take them off."""
    add = [name for name in tags if not name.startswith("-")]
    remove = [name[1:] for name in tags if name.startswith("-")]
    _change(paper, Change(add_tags=add, remove_tags=remove), json=json)


@library.command("set")
def set_state(
    paper: PaperArgument,
    state: Annotated[str | None, typer.Option(help="to_read, skimmed, read or dropped.")] = None,
    star: Annotated[bool | None, typer.Option("--star/--no-star", help="Star it or not.")] = None,
    json: AsJson = False,
) -> None:
    """Set a paper's reading state or star."""
    if state is not None and state not in get_args(State):
        raise BadInput(f"--state is followed by one of: {', '.join(get_args(State))}.")
    _change(paper, Change(starred=star, state=cast(State | None, state)), json=json)


@library.command("note")
def note(
    paper: PaperArgument,
    text: Annotated[str, typer.Argument(help="Markdown; `-` reads it from standard input.")],
    json: AsJson = False,
) -> None:
    """Write a note on a paper."""
    body = typer.get_text_stream("stdin").read() if text == "-" else text
    if not body.strip():
        raise BadInput("The note is empty.")
    with _opened() as shelves:
        written = note_view(shelves.notes.add(paper_id(paper), body))
    if json:
        _print_json(written)
    else:
        err.print(f"Noted ({written.id}).")


@library.command("trash")
def trash(paper: PaperArgument) -> None:
    """Put a paper into the trash, for 30 days."""
    with _opened() as shelves:
        done = shelves.papers.trash(paper_id(paper))
    err.print(f"In the trash. To take it back: papergloss library undo {done.undo}")


@library.command("undo")
def undo(
    change: Annotated[str | None, typer.Argument(help="Which change; without it, the latest.")] = None,
) -> None:
    """Take back what deleted something or changed many papers."""
    with _opened() as shelves:
        done = shelves.changes.undo(change)
    err.print(f"Taken back ({done.count}).")


@library.command("erase")
def erase(
    paper: Annotated[str | None, typer.Argument(help="One paper; else name --trash or --everything.")] = None,
    trash: Annotated[bool, typer.Option("--trash", help="What is in the trash.")] = False,
    everything: Annotated[bool, typer.Option("--everything", help="Every paper.")] = False,
    backups: Annotated[bool, typer.Option("--backups", help="The backups too.")] = False,
) -> None:
    """Delete really and for ever: rows, index, pictures, copies of files."""
    if (paper is not None) + trash + everything != 1:
        raise BadInput("Name exactly one paper, or give --trash or --everything.")
    with _opened() as shelves:
        erasing = shelves.erasing
        if paper is not None:
            count = erasing.paper(paper_id(paper))
        else:
            count = erasing.everything() if everything else erasing.trash()
        if backups:
            erasing.backups()
    err.print(f"{count} papers are gone.")


@contextmanager
def _opened() -> Iterator[Library]:
    with closing(assemble(config.load())) as backend:
        yield backend.library


def _change(paper: str, change: Change, *, json: bool) -> None:
    with _opened() as shelves:
        entry = paper_entry(shelves.papers.change(paper_id(paper), change))
    if json:
        _print_json(entry)
    else:
        tags = ", ".join(one.name for one in entry.tags)
        err.print(shown(f"{STARS[entry.starred]} {entry.state}  {tags}".strip()))


def paper_id(paper: str) -> str:
    """A paper's name in the library: an id without version, or as it is where it is no id."""
    try:
        return ArxivId.parse(paper).id
    except BadIdentifier:
        return paper


def _show(page: PaperList, *, json: bool) -> None:
    if json:
        _print_json(page)
        return
    if not page.papers:
        err.print("No papers.")
        return
    table = Table(
        "", Column("id", overflow="fold"), "year", "state", Column("title", ratio=1), "tags", box=None
    )
    for one in page.papers:
        tags = ", ".join(tag.name for tag in one.tags)
        title = one.title_target or one.title
        cells = (STARS[one.starred], one.id, str(one.year or ""), one.state, title, tags)
        table.add_row(*map(shown, cells))
    out.print(table)
    if page.more or page.total > len(page.papers):
        err.print(f"{len(page.papers)} of {page.total}{'+' if page.more else ''}")


def _print_json(model: BaseModel) -> None:
    print_plain(model.model_dump_json(indent=1))
