"""What the checks of a translation see, and what they doubt without cause, on `tests/cases/translations`."""

from __future__ import annotations

from bench.harness import Recorder, bench
from support.translation_cases import SPOILT, caught, false_alarms

GOALS = {"invented": 0.95, "added": 0.9, "negation_dropped": 0.8, "term_changed": 0.9}
"""Shares below what is asked of the others: these can be wrong without a mark that code could see."""
OF_THE_OTHERS = 0.98
ALL = {"dropped", "dropped_and_renumbered", "untranslated", "number_changed"}


@bench("gloss")
def translation(record: Recorder) -> None:
    """The share of spoilt answers that are seen, for each way to spoil one, and the false alarms."""
    for spoil in SPOILT:
        name = spoil.__name__
        goal = 1.0 if name in ALL else GOALS.get(name, OF_THE_OTHERS)
        result = caught(spoil)
        total = result.seen + len(result.missed)
        record.figure(
            f"gloss.translation.caught.{name}", result.share, ">=", goal, seen=result.seen, of=total
        )
    alarms, lines = false_alarms()
    share = len(alarms) / lines
    record.figure("gloss.translation.false_alarms", share, "<=", 0.02, alarms=len(alarms), of=lines)
