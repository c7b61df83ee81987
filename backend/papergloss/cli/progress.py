"""A line per stage on standard error while a gloss is made."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.table import Table

from papergloss.gloss.events import Event, StageEvent

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
        """Takes every event of the job; only those of stages are shown."""
        if not isinstance(event, StageEvent):
            return
        before = self._latest.get(event.name)
        self._latest[event.name] = event
        if self._live:
            self._live.update(self._table())
        elif before is None or before.state != event.state or event.retry:
            self._console.print(f"{MARKS[event.state]} {event.name}: {_words(event)}", highlight=False)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 1))
        for name, event in self._latest.items():
            table.add_row(MARKS[event.state], name, _words(event))
        return table


def _words(event: StageEvent) -> str:
    if event.retry:
        return f"trying again in {event.retry.wait:.0f} s ({event.retry.reason})"
    if event.progress:
        return f"{event.state}, {event.progress.done} of {event.progress.total} {event.progress.unit}"
    return event.state
