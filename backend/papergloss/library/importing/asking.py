"""Rows that name nothing but an arXiv id: arXiv says what paper it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papergloss.arxiv.client import ArxivClient
from papergloss.export.record import Record
from papergloss.gloss.stages.metadata import from_record
from papergloss.library.importing.rows import Row


def answered(rows: Sequence[Row], arxiv: ArxivClient) -> list[Row]:
    """The rows with what arXiv says of them. Raises ArxivError."""
    asked = [row.asked for row in rows if row.asked is not None]
    if not asked:
        return list(rows)
    found = arxiv.metadata_many(asked)
    made = []
    for row in rows:
        record = found.get(row.asked) if row.asked else None
        if record is not None:
            metadata = from_record(record)
            made.append(replace(row, record=Record(id=record.id.id, metadata=metadata), asked=None))
        elif row.asked is not None:
            made.append(replace(row, asked=None, problem="arXiv knows no such paper."))
        else:
            made.append(row)
    return made
