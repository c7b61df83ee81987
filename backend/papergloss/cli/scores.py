"""An evaluation as a table."""

from __future__ import annotations

from rich.table import Column, Table

from papergloss.cli.terminal import out, shown
from papergloss.evaluation.adding import total
from papergloss.evaluation.report import Evaluation, Kept, PaperResult

HEADINGS = ("paper", "sentences", "lost or harmed", "numbers", "terms", "grounded", "chrF", "cost", "speed")

LONGEST_NAME = 18
"""Characters of a paper's id, or of the title of a card that has none."""


def print_scores(evaluation: Evaluation) -> None:
    """A line a paper and one for all; then every sentence that did not come through."""
    first, *others = HEADINGS
    table = Table(Column(first, no_wrap=True, max_width=LONGEST_NAME), box=None)
    for heading in others:
        table.add_column(heading, overflow="fold")
    for paper in evaluation.papers:
        table.add_row(*_row(paper))
    if len(evaluation.papers) > 1:
        table.add_section()
        table.add_row(*_row(total(evaluation.papers)), style="bold")
    out.print(f"{evaluation.of}, {evaluation.lang}")
    out.print(table)
    for paper in evaluation.papers:
        for sentence in paper.sentences:
            if sentence.state != "ok":
                why = f"{sentence.state} ({sentence.reason})" if sentence.reason else sentence.state
                line = f"{paper.paper}: sentence {sentence.n} {why}: {sentence.source}"
                out.print(shown(line), soft_wrap=True)


def _row(paper: PaperResult) -> tuple[str, ...]:
    name = paper.paper if paper.paper != "all" else f"{paper.title} papers"
    if not paper.measured:
        return (name, f"failed: {paper.problems[0].type}" if paper.problems else "nothing to judge")
    return (
        name,
        _sentences(paper),
        _not_ok(paper),
        _kept(paper.numbers),
        _kept(paper.terms),
        _grounded(paper.claims),
        f"{paper.chrf.score:.1f}" if paper.chrf else "–",
        _cost(paper),
        _speed(paper),
    )


def _sentences(paper: PaperResult) -> str:
    states = paper.states()
    return f"{states['ok']} of {states.total()}" if states else "–"


def _not_ok(paper: PaperResult) -> str:
    states = [f"{count} {state}" for state, count in sorted(paper.states().items()) if state != "ok"]
    return ", ".join([*states, *([f"{len(paper.added)} added"] if paper.added else [])]) or "none"


def _kept(kept: Kept) -> str:
    return f"{kept.kept} of {kept.stated}" if kept.stated else "–"


def _grounded(claims: dict[str, int]) -> str:
    return f"{claims.get('supported', 0)} of {sum(claims.values())}" if claims else "–"


def _cost(paper: PaperResult) -> str:
    if paper.cost is None:
        return "–"
    tokens = f"{paper.cost.tokens_in + paper.cost.tokens_out} tokens"
    return tokens if paper.cost.amount is None else f"{paper.cost.amount:.4f} {paper.cost.currency}"


def _speed(paper: PaperResult) -> str:
    seconds = (paper.speed.first_word, paper.speed.card)
    return " / ".join("–" if value is None else f"{value:.1f} s" for value in seconds)
