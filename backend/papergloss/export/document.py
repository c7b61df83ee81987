"""Everything as JSON, nothing lost: one paper a line, written as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papergloss.export.record import Record

VERSION = 1
"""Of the document's form; a reader refuses a higher one."""


def document(records: Iterable[Record]) -> Iterator[str]:
    """`{"papergloss": 1, "papers": […]}`."""
    yield f'{{"papergloss": {VERSION}, "papers": ['
    gap = "\n"
    for record in records:
        yield gap + record.model_dump_json()
        gap = ",\n"
    yield "\n]}\n"
