"""Where the command line prints: results to standard output, everything else to standard error."""

from __future__ import annotations

import re

from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text

from papergloss.errors import PaperGlossError
from papergloss.export.markdown import card_to_markdown
from papergloss.gloss.card import Card, Problem, Warning

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

# What is printed comes from papers and models: brackets in it are no markup.
out = Console(markup=False, highlight=False)
err = Console(stderr=True, markup=False, highlight=False)


def print_card(card: Card) -> None:
    """The card as formatted text in a terminal, as plain Markdown elsewhere."""
    text = card_to_markdown(card)
    if out.is_terminal:
        out.print(Markdown(text))
    else:
        print_plain(text)


def print_plain(text: str) -> None:
    """Text as it is: not wrapped, not coloured, but without what would steer a terminal."""
    out.file.write(_CONTROL.sub("", text.removesuffix("\n")) + "\n")
    out.file.flush()


def shown(text: str) -> Text:
    """The words of a paper or an imported file as a cell or a line: without what would steer a terminal."""
    return Text(_CONTROL.sub("", text))


def print_error(error: PaperGlossError) -> None:
    """What happened and what to do next."""
    _print_trouble(error.title, error.detail, error.hint)


def print_problem(problem: Problem) -> None:
    """The same for a part of a card that failed."""
    where = f"{problem.stage}: " if problem.stage else ""
    _print_trouble(where + problem.title, problem.detail, problem.hint)


def print_warning(warning: Warning) -> None:
    """What the reader should know about the paper or its file."""
    err.print(Text.assemble(("Note: ", "bold yellow"), warning.text))


def _print_trouble(title: str, detail: str, hint: str) -> None:
    said = "" if detail.rstrip(".") == title.rstrip(".") else detail
    err.print(Text.assemble((f"{title}. ", "bold red"), said))
    err.print(Text(hint, style="dim"))
