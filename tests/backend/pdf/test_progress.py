"""How far a reading is, told while it goes on."""

from __future__ import annotations

import pytest

from papergloss.pdf import reader
from papergloss.pdf.isolation import Start
from papergloss.pdf.limits import Limits
from support import pdfs


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_progress_counts_up_to_the_last_page(start: Start) -> None:
    told: list[tuple[int, int]] = []
    reader.read(pdfs.paper(), start=start, progress=lambda *at: told.append(at))
    assert told == sorted(told)
    assert told[-1] == (3, 3)


def test_the_total_is_what_will_be_read() -> None:
    told: list[tuple[int, int]] = []
    reader.read(pdfs.paper(), Limits(pages=2), progress=lambda *at: told.append(at))
    assert told[-1] == (2, 2)
    assert len(told) <= 2
