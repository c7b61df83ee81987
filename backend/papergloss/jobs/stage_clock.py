"""Measures how long the stages of one run take."""

from __future__ import annotations

import time

from papergloss.gloss.events import Event, StageEvent


class StageClock:
    """Hears the events of a run. `seconds` are those of the stages that came to a good end."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._begun: dict[str, float] = {}

    def hear(self, event: Event) -> None:
        """Takes note of a stage's begin and end."""
        if not isinstance(event, StageEvent):
            return
        now = time.monotonic()
        if event.state == "running":
            self._begun.setdefault(event.name, now)
        elif event.state == "done" and event.name in self._begun:
            self.seconds[event.name] = now - self._begun[event.name]
