"""What a gloss is asked for, and the tools that the pipeline works with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.gloss.card import CardKey, Problem, StageName, Term
from papergloss.gloss.events import CardPart, Event
from papergloss.llm.types import ChatModel, Provider, Usage
from papergloss.pdf.document import Document


@dataclass(frozen=True, slots=True)
class Target:
    """The paper: an arXiv id, or a PDF on this machine; neither for a selection on any other page.

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


class Notes(Protocol):
    """Notes on parts of papers, kept with the reading; `digest` names all that they were made from."""

    def get(self, paper: str, digest: str) -> str | None:
        """The kept notes or None."""

    def put(self, paper: str, digest: str, text: str) -> None:
        """Keeps notes."""


class Account(Protocol):
    """Where the model calls of one run are booked, each before it is made."""

    def spent(self) -> dict[StageName, Usage]:
        """What earlier runs of the same job have used."""

    def open(self, stage: StageName, provider: Provider, most: Usage) -> int:
        """Books a call that may use up to `most`; returns its number. Raises CapReached."""

    def again(self, call: int, most: Usage) -> None:
        """The same call is tried once more, which may use as much again. Raises CapReached."""

    def close(self, call: int, usage: Usage) -> None:
        """What the call has used in the end."""


Drafter = Callable[[str], ChatModel]
"""A small local model, held to the grammar (GBNF) that it is called with."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pipeline needs of the outside.

    `model` None means the extractive engine, or with a `drafter` the local one.
    """

    arxiv: ArxivClient
    readings: Readings
    model: ChatModel | None
    figure_url: Callable[[str, str, str], str]
    """(paper, kind, number) -> path of the picture on the backend."""
    notes: Notes
    terms: Mapping[str, str] = field(default_factory=dict)
    """The reader's own translations of terms into the language of the job."""
    drafter: Drafter | None = None
    glossary: Sequence[Term] = ()
    """What the paper's own card, where there is one in that language, has settled of its terms."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run of the pipeline.

    `finished` holds the results of stages that an earlier run completed, `failed` the problems of those
    that failed and that nobody asked to try again: neither is run again.
    """

    key: CardKey
    target: Target
    finished: dict[StageName, CardPart]
    emit: Callable[[Event], None]
    cancelled: Callable[[], bool]
    account: Account
    failed: Mapping[StageName, Problem] = field(default_factory=dict)
