"""What arXiv says of one version of a paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from papergloss.arxiv.identifier import ArxivId


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One line of the submission history."""

    number: int
    date: datetime
    """UTC."""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """Bibliographic facts of one version; texts keep their TeX, white space is joined."""

    id: ArxivId
    """With the version that the rest describes."""
    source: Literal["abstract_page", "atom"]
    title: str
    authors: tuple[str, ...]
    """As arXiv shows them: `First Last`, without affiliations."""
    abstract: str
    categories: tuple[str, ...]
    """Primary category first."""
    versions: tuple[PaperVersion, ...]
    """Oldest first. The Atom API names only the first and this version."""
    latest_version: int | None
    """None where arXiv did not say (Atom API, asked for one version)."""
    withdrawn: bool = False
    """This version is withdrawn; see `versions` for the others."""
    comment: str | None = None
    journal_ref: str | None = None
    doi: str | None = None
    """The journal's DOI."""
    licence: str | None = None
    """Address of the licence; the Atom API does not give it."""
    has_pdf: bool = True
    has_html: bool | None = None
    """None where arXiv did not say (Atom API)."""
    fetched_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def submitted(self) -> datetime | None:
        """Date of version 1."""
        return self._date(1)

    @property
    def updated(self) -> datetime | None:
        """Date of this version."""
        return self._date(self.id.version)

    def _date(self, number: int | None) -> datetime | None:
        return next((version.date for version in self.versions if version.number == number), None)
