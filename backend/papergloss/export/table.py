"""Papers as a table that a spreadsheet opens, in which nothing can be a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from papergloss.export.cite_keys import year
from papergloss.export.latex import tidy
from papergloss.export.record import Record

COLUMNS = (
    "id", "key", "title", "authors", "year", "categories", "doi", "url", "journal_ref", "state", "starred",
    "tags", "collections", "notes", "saved_at", "abstract",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, after OWASP's page on CSV injection."""
_SPLIT = re.compile(f";(?=[{re.escape(''.join(RISKY))}])")
"""Where a spreadsheet that splits at semicolons, as in much of Europe, would begin a cell with one."""


def table(records: Iterable[Record]) -> Iterator[str]:
    """A line of names, then one a paper; with the mark by which Excel knows UTF-8."""
    yield "\ufeff" + _line(COLUMNS)
    for record in records:
        metadata = record.metadata
        arxiv = metadata.arxiv_id
        yield _line(
            (
                record.id,
                record.key,
                metadata.title,
                "; ".join(metadata.authors),
                year(metadata),
                " ".join(metadata.categories),
                metadata.doi or "",
                f"https://arxiv.org/abs/{arxiv}" if arxiv else metadata.links.doi or "",
                metadata.journal_ref or "",
                record.state,
                "yes" if record.starred else "",
                "; ".join(tag.name for tag in record.tags),
                "; ".join(record.collections),
                " / ".join(note.body for note in record.notes),
                record.saved_at.isoformat() if record.saved_at else "",
                metadata.abstract,
            )
        )


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_safe(tidy(cell)) for cell in cells])
    return line.getvalue()


def _safe(cell: str) -> str:
    cell = _SPLIT.sub("; ", cell)
    return f"'{cell}" if cell.startswith(RISKY) else cell
