"""Records of made-up papers, for what leaves the library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from papergloss.export.record import Record, SavedNote, SavedTag
from papergloss.gloss.card import Metadata

PLAIN = {"source": "arxiv", "title": "A Title", "authors": ["Ada One"], "abstract": "It says."}


def record(paper: str | None = "2503.20680", **more: Any) -> Record:
    """One paper; `more`: metadata, and key, tags, notes."""
    own = {"cite_key": more.pop("key", "one2025title")}
    tags = [SavedTag(name=name) for name in more.pop("tags", [])]
    notes = [SavedNote(body=body) for body in more.pop("notes", [])]
    facts = PLAIN | {"arxiv_id": paper, "submitted": datetime(2025, 3, 1, tzinfo=UTC)} | more
    return Record(id=paper or "doi:x", metadata=Metadata.model_validate(facts), tags=tags, notes=notes, **own)
