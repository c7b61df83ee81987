"""`papergloss eval`: how good a model's cards are, in numbers."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.exit_codes import ExitCode
from papergloss.cli.gloss import Engine, paper_of, tell_provider
from papergloss.cli.progress import StageProgress
from papergloss.cli.scores import print_scores
from papergloss.cli.terminal import err, print_problem
from papergloss.errors import BadInput, NotFound, PaperGlossError
from papergloss.evaluation.judging import References, judge, references
from papergloss.evaluation.keeping import keep, take_up
from papergloss.evaluation.likeness import require_sacrebleu
from papergloss.evaluation.measuring import hopeless, measure
from papergloss.evaluation.paper_list import named_papers
from papergloss.evaluation.published import read_cards
from papergloss.evaluation.report import Evaluation, PaperResult
from papergloss.gloss.card import CardKey, Problem
from papergloss.gloss.estimating import cost_range, estimate
from papergloss.gloss.languages import language
from papergloss.jobs.assembly import Backend, assemble
from papergloss.settings.provider import host_of

FOLDER = "evaluations"


@app.command("eval")
def evaluate(
    *,
    papers: Annotated[
        str | None,
        typer.Option(help="A file with one paper a line, or ids separated by commas; else a small set."),
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the cards, such as zh, ja, de.")] = None,
    engine: Annotated[Engine | None, typer.Option(help="As in `papergloss gloss`.")] = None,
    cards: Annotated[
        Path | None, typer.Option(help="Judge the cards in this folder instead of making any.")
    ] = None,
    reference: Annotated[
        Path | None, typer.Option(help="A folder of reference translations, for chrF.")
    ] = None,
    into: Annotated[Path | None, typer.Option("--json", help="Where the result is written.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Measure papers again that the file already has.")
    ] = False,
) -> None:
    """Measure the model: whole sentences, numbers, terms, grounded claims, likeness, cost, speed."""
    settings = config.load()
    if reference is not None:
        require_sacrebleu()
    spoken = language(lang or settings.lang)
    known = references(read_cards(reference, spoken)) if reference else {}
    if cards is not None:
        found = read_cards(cards, spoken)
        evaluation = Evaluation(of=cards.resolve().name, lang=spoken.code, made_at=datetime.now(UTC))
        for card in found:
            evaluation = evaluation.with_paper(judge(card, spoken, known))
        path = into or settings.home / FOLDER / f"cards-{_plain(evaluation.of)}-{spoken.code}.json"
        keep(path, evaluation)
    else:
        with closing(assemble(settings, ask_first=False)) as backend:
            evaluation, path = _measure_all(
                backend,
                named_papers(papers),
                lang=lang,
                engine=engine,
                known=known,
                into=into,
                again=again,
            )
    print_scores(evaluation)
    err.print(f"Written to {path}", soft_wrap=True)
    _exit(evaluation)


def _measure_all(
    backend: Backend,
    names: list[str],
    *,
    lang: str | None,
    engine: Engine | None,
    known: References,
    into: Path | None,
    again: bool,
) -> tuple[Evaluation, Path]:
    sample = backend.asking.key("", lang, engine=engine.value if engine else None)
    fresh = _evaluation(backend, sample)
    path = into or backend.config.home / FOLDER / f"{_plain(fresh.of)}-{sample.lang}.json"
    evaluation = fresh if again else take_up(path, fresh)
    if sample.engine == "openai":
        tell_provider(backend)
        _tell_estimate(backend, len(set(names) - {paper.paper for paper in evaluation.papers if paper.whole}))
    asked: set[str] = set()
    for number, name in enumerate(names, start=1):
        err.print(f"{name} ({number} of {len(names)})")
        result = _measured(backend, name, sample, known, evaluation)
        asked.add(result.paper)
        if result in evaluation.papers:
            continue
        evaluation = evaluation.with_paper(result)
        keep(path, evaluation)
        for problem in result.problems:
            print_problem(problem)
        if hopeless(result):
            break
    shown = [paper for paper in evaluation.papers if paper.paper in asked]
    return evaluation.model_copy(update={"papers": shown}), path


def _measured(
    backend: Backend, name: str, sample: CardKey, known: References, before: Evaluation
) -> PaperResult:
    """The paper's result; that of an earlier run where it is whole."""
    try:
        paper, target = paper_of(backend, name)
    except (BadInput, NotFound) as error:
        return PaperResult(paper=name, problems=[_problem(error)])
    done = (result for result in before.papers if result.paper == paper)
    if (earlier := next(done, None)) and earlier.whole:
        return earlier
    key = sample.model_copy(update={"paper": paper})
    try:
        with StageProgress(err) as progress:
            return measure(backend, key, target, known, progress.show)
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.CANCELLED.code) from None
    except PaperGlossError as error:
        return PaperResult(paper=paper, problems=[_problem(error)])


def _tell_estimate(backend: Backend, papers: int) -> None:
    """What the cards may cost, before the first is asked for."""
    provider = backend.provider.needed()
    low, high = estimate([None] * papers, "card", provider)
    tokens = f"{low.tokens_in + low.tokens_out:,} to {high.tokens_in + high.tokens_out:,} tokens"
    money = cost_range(provider, low, high)
    price = f", {money[0]:.2f} to {money[1]:.2f} {provider.currency}" if money else ""
    err.print(f"Cards to make: {papers}, about {tokens}{price}.")


def _problem(error: PaperGlossError) -> Problem:
    return Problem(type=error.type, title=error.title, detail=error.detail, hint=error.hint)


def _evaluation(backend: Backend, key: CardKey) -> Evaluation:
    return Evaluation(
        of=f"{key.engine} {key.model}".strip(),
        provider=host_of(backend.provider.needed()) if key.engine == "openai" else None,
        lang=key.lang,
        prompt_version=key.prompt_version,
        made_at=datetime.now(UTC),
    )


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-")


def _exit(evaluation: Evaluation) -> None:
    if not any(paper.measured for paper in evaluation.papers):
        raise typer.Exit(ExitCode.FAILED.code)
    if not all(paper.whole for paper in evaluation.papers):
        raise typer.Exit(ExitCode.PARTIAL.code)
