"""Registers benchmarks, runs them and prints one line a figure.

    bench pdf.read.ratio 4.31 goal <= 5 ok (ours 1.23, reference 0.285)

Names begin with their area. The raw numbers go to a JSON file beside the printed lines.
"""

from __future__ import annotations

import json
import operator
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

AREAS = ("web", "gloss", "pdf", "extension", "library", "digest")
OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
}


@dataclass(frozen=True)
class Figure:
    """One measured value and its goal."""

    name: str
    value: float
    op: str
    limit: float
    raw: dict[str, object]

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return OPERATORS[self.op](self.value, self.limit)

    def line(self) -> str:
        """The printed form."""
        verdict = "ok" if self.met else "short"
        numbers = [(name, raw) for name, raw in self.raw.items() if isinstance(raw, int | float)]
        sides = ", ".join(f"{name} {raw:.4g}" for name, raw in numbers)
        line = f"bench {self.name} {self.value:.4g} goal {self.op} {self.limit:g} {verdict}"
        return f"{line} ({sides})" if sides else line


@dataclass
class Recorder:
    """Takes the figures of one bench."""

    area: str
    figures: list[Figure] = field(default_factory=list)

    def figure(self, name: str, value: float, op: str, limit: float, **raw: object) -> None:
        """Records and prints one figure; `raw` keeps both sides of a ratio.

        Raises:
            ValueError: the name does not begin with the bench's area, or `op` is unknown.
        """
        if not name.startswith(f"{self.area}."):
            raise ValueError(f"{name} does not begin with {self.area}.")
        if op not in OPERATORS:
            raise ValueError(f"unknown operator {op}")
        figure = Figure(name, value, op, limit, raw)
        self.figures.append(figure)
        print(figure.line(), flush=True)


class Absent(Exception):
    """What a bench needs is not on this machine; it is named and left out."""


@dataclass(frozen=True)
class Bench:
    """One registered benchmark."""

    name: str
    area: str
    run: Callable[[Recorder], None]


REGISTRY: list[Bench] = []


def bench(area: str) -> Callable[[Callable[[Recorder], None]], Callable[[Recorder], None]]:
    """Registers a benchmark under an area; its name is `area.function`."""
    if area not in AREAS:
        raise ValueError(f"unknown area {area}")

    def register(run: Callable[[Recorder], None]) -> Callable[[Recorder], None]:
        REGISTRY.append(Bench(f"{area}.{run.__name__}", area, run))
        return run

    return register


def median_seconds(call: Callable[[], object], runs: int) -> float:
    """Median wall seconds of `call`, after one that is not counted."""
    call()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def paired_medians(
    ours: Callable[[], object], reference: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median wall seconds of both, taken in turn so that a drifting machine slows both alike."""
    ours(), reference()
    pairs: list[tuple[float, float]] = []
    for _ in range(runs):
        start = time.perf_counter()
        ours()
        middle = time.perf_counter()
        reference()
        pairs.append((middle - start, time.perf_counter() - middle))
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def data_dir() -> Path:
    """The folder of recorded real inputs.

    Raises:
        Absent: it is not there.
    """
    default = Path(__file__).resolve().parents[3] / "shared" / "data"
    folder = Path(os.environ.get("PAPERGLOSS_DATA", default))
    if not folder.is_dir():
        raise Absent("PAPERGLOSS_DATA is absent")
    return folder


def run_all(benches: list[Bench], only: str, output: Path) -> list[Figure]:
    """Runs the benches that can yield a figure whose name begins with `only`, writes the raw numbers."""
    figures: list[Figure] = []
    for one in benches:
        if only and not (one.name.startswith(only) or only.startswith(f"{one.area}.") or only == one.area):
            continue
        recorder = Recorder(one.area)
        try:
            one.run(recorder)
        except Absent as reason:
            print(f"bench {one.name} left out: {reason}", flush=True)
        figures.extend(recorder.figures)
    output.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {"name": f.name, "value": f.value, "op": f.op, "limit": f.limit, "ok": f.met, **f.raw}
        for f in figures
    ]
    output.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return figures
