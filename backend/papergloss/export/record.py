"""All that is kept of one paper, as it leaves the library and comes back: a line of our own JSON."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from papergloss.gloss.card import Card, Metadata, When, Wire


class SavedTag(Wire):
    """A tag on a paper."""

    name: str = Field(pattern=r"\S", max_length=60)
    colour: str | None = Field(None, pattern=r"^#[0-9a-f]{6}$")


class SavedNote(Wire):
    """A note in Markdown."""

    id: str | None = Field(None, min_length=1, max_length=36, description="None: it came from elsewhere")
    body: str = Field(max_length=200_000)
    passage: int | None = None
    quote: str | None = None
    created_at: When | None = None
    changed_at: When | None = None


class SavedSaying(Wire):
    """A selection or a question with its answer."""

    id: str = Field(min_length=1, max_length=36)
    kind: Literal["selection", "question"]
    text: str
    lang: str = Field(max_length=20)
    engine: str = Field(max_length=20)
    model: str
    answer: dict[str, Any]
    created_at: When


class SavedCard(Wire):
    """A card and when it was saved."""

    saved_at: When
    card: Card


class Happening(Wire):
    """Something that happened to a paper."""

    kind: Literal["opened", "glossed", "reglossed", "imported", "exported"]
    card_id: str | None = None
    at: When


class Record(Wire):
    """One paper with all that hangs on it."""

    id: str = Field(min_length=1, max_length=80)
    cite_key: str | None = Field(None, max_length=80)
    metadata: Metadata
    saved_at: When | None = None
    opened_at: When | None = None
    starred: bool = False
    state: Literal["to_read", "skimmed", "read", "dropped"] = "to_read"
    tags: list[SavedTag] = Field(default_factory=list)
    collections: list[str] = Field(default_factory=list)
    notes: list[SavedNote] = Field(default_factory=list)
    sayings: list[SavedSaying] = Field(default_factory=list)
    cards: list[SavedCard] = Field(default_factory=list)
    history: list[Happening] = Field(default_factory=list)

    @property
    def key(self) -> str:
        """The key under which it is cited."""
        return self.cite_key or self.id
