"""What became of an imported file, as it travels."""

from __future__ import annotations

from dataclasses import asdict

from papergloss.library.importing.service import Report
from papergloss.web.library_files_wire import ImportAnswer, ImportedRow


def import_answer(report: Report) -> ImportAnswer:
    """The answer to an import."""
    rows = report.rows
    counts = {name: report.counts[name] for name in ("new", "there", "merge", "error")}
    return ImportAnswer(
        format=report.form,
        rows=[ImportedRow.model_validate(asdict(row)) for row in rows],
        more=len(rows) < report.counts.total(),
        **counts,
    )
