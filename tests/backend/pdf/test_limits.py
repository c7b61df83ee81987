"""The time that a file may take grows with its pages, and never beyond that of the page cap."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from papergloss.pdf.limits import DEFAULT

MEASURED = 22
"""Seconds of CPU for 500 pages of papers, on one slow core."""
APPLIED = """
import json, resource, signal
from papergloss.pdf.limits import DEFAULT, apply, apply_to_pages
def bounds(): return resource.getrlimit(resource.RLIMIT_CPU)[0], signal.getitimer(signal.ITIMER_REAL)[0]
apply(DEFAULT)
before = bounds()
apply_to_pages(DEFAULT, 500)
print(json.dumps([before, bounds()]))
"""


def test_a_long_paper_may_take_more_time_than_a_short_one() -> None:
    longest, short = DEFAULT.of(DEFAULT.pages), DEFAULT.of(15)
    assert longest.cpu_seconds >= 4 * MEASURED
    assert longest.wall_seconds >= 2 * longest.cpu_seconds - 60
    assert short.cpu_seconds <= DEFAULT.cpu_seconds + 3


def test_a_file_that_claims_a_billion_pages_gets_no_more() -> None:
    assert DEFAULT.of(10**9) == DEFAULT.of(DEFAULT.pages)
    assert DEFAULT.of(10**9).of(10**9) == DEFAULT.of(DEFAULT.pages)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_takes_the_time_of_its_pages() -> None:
    run = subprocess.run([sys.executable, "-c", APPLIED], check=True, capture_output=True, text=True)
    (cpu, wall), (more_cpu, more_wall) = json.loads(run.stdout)
    longest = DEFAULT.of(500)
    assert (cpu, more_cpu) == (DEFAULT.cpu_seconds, longest.cpu_seconds)
    assert wall <= DEFAULT.wall_seconds < longest.wall_seconds - 10 < more_wall <= longest.wall_seconds
