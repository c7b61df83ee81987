"""A paper as RIS, which every reference manager imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papergloss.export.csl import name
from papergloss.export.latex import tidy
from papergloss.export.record import Record


def ris(records: Iterable[Record]) -> Iterator[str]:
    """An entry for each paper."""
    for record in records:
        yield entry(record)


def entry(record: Record) -> str:
    """One entry, from `TY` to `ER`; line ends as the form wants them."""
    metadata, arxiv = record.metadata, record.metadata.arxiv_id
    date = metadata.submitted
    kind = "GEN" if arxiv or not metadata.journal_ref else "JOUR"
    lines = [("TY", "UNPB" if arxiv else kind), ("ID", record.key), ("TI", metadata.title)]
    lines += [("AU", _name(author)) for author in metadata.authors]
    lines += [
        ("AB", metadata.abstract),
        ("PY", str(date.year) if date else ""),
        ("DA", f"{date:%Y/%m/%d}" if date else ""),
        ("JO", (metadata.journal_ref or "") if kind == "JOUR" else ""),
        ("DO", metadata.doi or ""),
        ("PB", "arXiv" if arxiv else ""),
        ("AN", f"arXiv:{arxiv}" if arxiv else ""),
        ("UR", f"https://arxiv.org/abs/{arxiv}" if arxiv else metadata.links.doi or ""),
        ("M3", metadata.categories[0] if metadata.categories else ""),
    ]
    lines += [("KW", tag.name) for tag in record.tags]
    lines += [("N1", note.body) for note in record.notes]
    shown = ((tag, tidy(value)) for tag, value in lines)
    return "".join(f"{tag}  - {value}\r\n" for tag, value in shown if value) + "ER  - \r\n\r\n"


def _name(author: str) -> str:
    parts = name(author) if tidy(author) else {}
    family = " ".join(filter(None, (parts.get("non-dropping-particle"), parts.get("family"))))
    given = parts.get("given")
    return parts.get("literal") or (f"{family}, {given}" if given else family)
