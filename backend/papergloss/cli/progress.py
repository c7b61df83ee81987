"""A line per stage on standard error while a gloss is made."""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Table

from papergloss.cli.terminal import shown
from papergloss.gloss.card import Card, CardKey, Provenance
from papergloss.gloss.events import Event, StageEvent
from papergloss.gloss.fold import apply

MARKS = {
    "waiting": "·", "running": "…", "done": "✓", "failed": "✗", "skipped": "–", "cancelled": "✗",
}  # fmt: skip


class StageProgress:
    """Shows the latest state of each stage: redrawn in a terminal, one line a change elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._latest: dict[str, StageEvent] = {}
        self._live = Live(console=console, transient=True) if console.is_terminal else None

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    def show(self, event: Event) -> None:
        """Takes every event of the job; those of stages are shown."""
        if not isinstance(event, StageEvent):
            return
        before = self._latest.get(event.name)
        self._latest[event.name] = event
        if self._live:
            self._live.update(self._drawn())
        elif before is None or before.state != event.state or event.retry:
            self._console.print(f"{MARKS[event.state]} {event.name}: {_words(event)}")

    def _drawn(self) -> RenderableType:
        table = Table.grid(padding=(0, 1))
        for name, event in self._latest.items():
            table.add_row(MARKS[event.state], name, _words(event))
        return table


class AnswerProgress(StageProgress):
    """Under the stages, in a terminal, the answer to a question as it comes."""

    def __init__(self, console: Console, key: CardKey) -> None:
        super().__init__(console)
        made = Provenance(
            engine=key.engine,
            model=key.model,
            prompt_version=key.prompt_version,
            created_at=datetime.now(UTC),
        )
        self._card = Card(id="", key=key, state="running", provenance=made)

    def show(self, event: Event) -> None:
        """Takes every event of the job; what the answer says so far is shown, too."""
        self._card = apply(self._card, event)
        super().show(event)
        if self._live:
            self._live.update(self._drawn())

    def _drawn(self) -> RenderableType:
        question = self._card.question
        said = [f"- {claim.text}" for claim in question.claims] if question else []
        missing = question.missing if question else ""
        return Group(super()._drawn(), *map(shown, filter(None, [*said, missing])))


def _words(event: StageEvent) -> str:
    if event.retry:
        return f"trying again in {event.retry.wait:.0f} s ({event.retry.reason})"
    if event.progress:
        return f"{event.state}, {event.progress.done} of {event.progress.total} {event.progress.unit}"
    return event.state
