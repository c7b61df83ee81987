"""`papergloss ask`: a question to a paper, or to several together."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.gloss import Engine, paper_of, tell_provider
from papergloss.cli.making import finish, make
from papergloss.cli.progress import AnswerProgress
from papergloss.cli.terminal import err
from papergloss.errors import BadInput, NotFound
from papergloss.gloss.languages import language
from papergloss.gloss.questions.asked import Asked, AskedPaper
from papergloss.jobs.assembly import Backend, assemble
from papergloss.library.questions import library_id

MOST_PAPERS = 5
"""That are compared, as in the panel."""


@app.command()
def ask(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="TARGET",
            help="An arXiv id, any arXiv address, or a PDF file; two to five of the library are compared.",
        ),
    ],
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What to ask, in quotation marks.")],
    *,
    lang: Annotated[str | None, typer.Option(help="Language of the answer, such as zh, ja, de.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    engine: Annotated[
        Engine | None,
        typer.Option(help="openai: the connected model; extractive: a search through the paper."),
    ] = None,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Ask the model again although an answer is stored.")
    ] = False,
) -> None:
    """Ask a paper, or several together: the answer with its passages, each statement checked."""
    with closing(assemble(config.load(), ask_first=False)) as backend:
        named = [paper_of(backend, target)[0] for target in targets]
        several = list(dict.fromkeys(map(library_id, named)))
        papers = _compared(backend, several, lang) if len(several) > 1 else []
        # An empty question is refused like one of blanks.
        asked = Asked(question=question or " ", papers=papers)
        paper = None if papers else named[0]
        key, where = backend.asking.question(asked, paper, lang, engine.value if engine else None)
        if key.engine == "openai":
            tell_provider(backend)
        card, problems = make(backend, key, where, AnswerProgress(err, key), regenerate=regenerate)
        if card is not None and (card.question is None or card.question.answered == "pending"):
            problems, card = card.problems, None
        if card is not None:
            backend.library.questions.keep(card)
    finish(card, problems, as_json=as_json)


def _compared(backend: Backend, papers: list[str], lang: str | None) -> list[AskedPaper]:
    if len(papers) > MOST_PAPERS:
        raise BadInput(f"{MOST_PAPERS} papers at most can be compared.")
    code = language(lang).code if lang else backend.reader.lang()
    try:
        return backend.library.questions.compared(papers, code)
    except NotFound as error:
        raise NotFound(error.detail, "`papergloss gloss` puts a paper into the library.") from None
