"""What earlier runs of a job have left in its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from papergloss.gloss.card import Problem, StageName, Warning
from papergloss.gloss.events import (
    CardPart,
    DeltaEvent,
    Event,
    ProblemEvent,
    ResultEvent,
    StageEvent,
    StageState,
    WarningEvent,
)
from papergloss.llm.budget import estimate_tokens


@dataclass(slots=True)
class Earlier:
    """What is taken up instead of being made again.

    `failed` are the stages that ended with a problem and were not reset to be tried again. `heard` counts
    the tokens that a stage had shown when it was cut off.
    """

    finished: dict[StageName, CardPart] = field(default_factory=dict)
    failed: dict[StageName, Problem] = field(default_factory=dict)
    states: dict[StageName, StageState] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)
    heard: dict[StageName, int] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Sequence[Event]) -> Self:
        """From a job's events, in order."""
        earlier = cls()
        problems: dict[StageName, Problem] = {}
        for event in events:
            match event:
                case ResultEvent(final=True):
                    earlier.finished[event.stage] = event.part
                case ProblemEvent(problem=problem) if problem.stage is not None:
                    problems[problem.stage] = problem
                case StageEvent():
                    earlier.states[event.name] = event.state
                case WarningEvent():
                    earlier.warnings.append(event.warning)
                case DeltaEvent():
                    tokens = estimate_tokens(event.text)
                    earlier.heard[event.stage] = earlier.heard.get(event.stage, 0) + tokens
        ended = (stage for stage, state in earlier.states.items() if state == "failed")
        earlier.failed = {stage: problems[stage] for stage in ended if stage in problems}
        return earlier
