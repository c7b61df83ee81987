"""What a gloss is asked for, and the tools that the pipeline works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.gloss.card import CardKey, StageName
from papergloss.gloss.events import CardPart, Event
from papergloss.llm.types import ChatModel
from papergloss.pdf.document import Document


@dataclass(frozen=True, slots=True)
class Target:
    """The paper: an arXiv id, or a PDF on this machine (exactly one of the two).

    `asked` is the JSON of what is asked about it, in the model of the kind that asks.
    """

    arxiv_id: ArxivId | None = None
    file: Path | None = None
    asked: str | None = None


class Readings(Protocol):
    """Papers already read, by paper key: another language reuses the reading."""

    def get(self, paper: str) -> Document | None:
        """The stored reading or None."""

    def put(self, paper: str, document: Document) -> None:
        """Keeps a reading."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pipeline needs of the outside. `model` None means the extractive engine."""

    arxiv: ArxivClient
    readings: Readings
    model: ChatModel | None
    figure_url: Callable[[str, str, str], str]
    """(paper, kind, number) -> path of the picture on the backend."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run of the pipeline.

    `finished` holds the results of stages that an earlier run completed: they are not run again.
    """

    key: CardKey
    target: Target
    finished: dict[StageName, CardPart]
    emit: Callable[[Event], None]
    cancelled: Callable[[], bool]
