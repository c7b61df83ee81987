"""Papers of a made-up library, saved as jobs save them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from papergloss.gloss.card import Card, CardKey, Claim, Metadata, Provenance, Sentence, Translation
from papergloss.gloss.request import Job, Tools
from papergloss.jobs import saving
from papergloss.jobs.assembly import Backend
from papergloss.store.database import Connection, Database
from papergloss.store.jobs import JobRow

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def card(paper: str = "2503.20680", title: str = "A Careful Reader", **more: Any) -> Card:
    """A finished card. `more`: authors, abstract, categories, year, lang, target (translated title),
    claims, takeaways, version, latest, model."""
    version = more.get("version", 1)
    lang = more.get("lang", "zh-CN")
    key = CardKey(
        paper=paper if paper.startswith("sha256:") else f"{paper}v{version}",
        lang=lang,
        engine="openai",
        model=more.get("model", "m"),
        prompt_version="1",
    )
    metadata = Metadata(
        source="arxiv",
        arxiv_id=paper,
        version=version,
        latest_version=more.get("latest", version),
        title=title,
        authors=more.get("authors", ["Ada One", "Ben Two"]),
        abstract=more.get("abstract", "It reads. It cites."),
        categories=more.get("categories", ["cs.CL"]),
        submitted=datetime(more.get("year", 2025), 3, 1, tzinfo=UTC),
    )
    target = more.get("target", "细心的读者")
    return Card(
        id="0",
        key=key,
        state="done",
        metadata=metadata,
        translation=Translation(
            lang=lang,
            title=Sentence(n=0, source=title, target=target, state="ok"),
            sentences=[
                Sentence(n=n, source=s, target=t, state="ok")
                for n, (s, t) in enumerate(more.get("sentences", [("It reads.", "它阅读。")]), 1)
            ],
        ),
        summary=[Claim(text=text) for text in more.get("claims", ["It works."])],
        takeaways=[Claim(text=text) for text in more.get("takeaways", [])],
        provenance=Provenance(engine="openai", model="m", prompt_version="1", created_at=NOW),
    )


def job_of(made: Card, *, regenerate: bool = False) -> JobRow:
    """The job that made a card."""
    return JobRow(
        id="0" * 32,
        key_digest=made.key.digest(),
        key=made.key.model_dump_json(),
        target="{}",
        regenerate=regenerate,
        state="running",
        runner="r",
        cancel_asked=False,
        background=False,
        last_seq=0,
        title=None,
        card_id=None,
        created_at=NOW,
        updated_at=NOW,
    )


def save(connection: Connection, made: Card, *, regenerate: bool = False) -> str:
    """Saves a card as the end of its job does; returns its id."""
    saved = saving.save(connection, job_of(made, regenerate=regenerate), made)
    assert saved is not None
    return saved.id


@dataclass
class Shelves:
    """The library of a test."""

    backend: Backend

    @staticmethod
    def run(job: Job, tools: Tools) -> Card:
        """No test here makes a card by a model."""
        raise NotImplementedError

    @property
    def library(self) -> Any:
        return self.backend.library

    @property
    def database(self) -> Database:
        return self.backend._database

    def save(self, *cards: Card, regenerate: bool = False) -> list[str]:
        """Saves cards; returns their ids."""
        with self.database.write() as connection:
            return [save(connection, one, regenerate=regenerate) for one in cards]

    def find(self, text: str, **more: Any) -> list[str]:
        """The papers that a text of the search box finds."""
        return [entry.row.id for entry in self.library.papers.page(text, **more).entries]
