"""What the checks of a translation see, and what they doubt without cause, on `tests/cases`."""

from __future__ import annotations

from bench.harness import Recorder, bench
from support.denial_cases import denials
from support.translation_cases import SPOILT, caught, false_alarms

GOALS = {"invented": 0.95, "added": 0.98, "negation_dropped": 0.98, "term_changed": 0.9}
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


@bench("gloss")
def denial(record: Recorder) -> None:
    """The share of denials dropped and added that are seen, in ten languages, and the false alarms."""
    cases = list(denials())
    for kind in ("dropped", "added"):
        planted = [case for case in cases if case.kind == kind]
        missed = [(case.lang, case.planted) for case in planted if not case.fault(case.planted)]
        share = 1 - len(missed) / len(planted)
        record.figure(f"gloss.translation.denial.{kind}", share, ">=", 0.98, of=len(planted), missed=missed)
    alarms = [(case.lang, case.good) for case in cases if case.fault(case.good)]
    record.figure(
        "gloss.translation.denial.false_alarms",
        len(alarms) / len(cases),
        "<=",
        0.01,
        alarms=alarms,
        of=len(cases),
    )
