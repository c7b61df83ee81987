"""Puts the parts together, for the server and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass

from papergloss.arxiv.client import ArxivClient
from papergloss.config import Config
from papergloss.gloss import pipeline
from papergloss.jobs.asking import Asking
from papergloss.jobs.batches import BatchService
from papergloss.jobs.estimates import Estimates
from papergloss.jobs.glossaries import StoredGlossaries
from papergloss.jobs.originals import Originals
from papergloss.jobs.pictures import Pictures
from papergloss.jobs.readings import StoredReadings
from papergloss.jobs.run import Pipeline
from papergloss.jobs.section_notes import StoredNotes
from papergloss.jobs.service import JobService
from papergloss.jobs.tools import Toolbox
from papergloss.library.library import Library
from papergloss.library.shelf import Shelf
from papergloss.llm.embedded.engine import LocalEngine
from papergloss.settings.following import Following
from papergloss.settings.pairing import Pairing
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.reader import Reader
from papergloss.settings.terms import Terms
from papergloss.settings.usage import UsageBook
from papergloss.store.database import Database


@dataclass(frozen=True, slots=True)
class Backend:
    """Everything on one data folder."""

    config: Config
    asking: Asking
    jobs: JobService
    batches: BatchService
    shelf: Shelf
    library: Library
    pictures: Pictures
    pairing: Pairing
    provider: ProviderSettings
    reader: Reader
    terms: Terms
    following: Following
    usage: UsageBook
    estimates: Estimates
    arxiv: ArxivClient
    _database: Database

    def pairing_link(self) -> str:
        """A link that pairs one browser, once, within 10 minutes; the secret stays in the browser."""
        return f"http://127.0.0.1:{self.config.port}/pair#{self.pairing.new_secret()}"

    def close(self) -> None:
        """Stops the jobs, which go on at the next start, and closes every file."""
        self.batches.interrupt()
        self.jobs.interrupt()
        self.batches.close()
        self.jobs.close()
        self.arxiv.close()
        self._database.close()


def assemble(config: Config, run: Pipeline = pipeline.run, *, ask_first: bool = True) -> Backend:
    """Opens the data folder.

    Args:
        config: the configuration.
        run: what makes a card.
        ask_first: whether a provider must have been confirmed before any text goes to it; the command
            line tells its user in another way.

    Raises:
        StoreError: the data folder cannot be used.
    """
    database = Database(config.database)
    arxiv = ArxivClient(
        config.arxiv_url,
        config.arxiv_api_url,
        config.arxiv_cache,
        feed_url=config.arxiv_feed_url,
        oai_url=config.arxiv_oai_url,
    )
    readings = StoredReadings(database)
    originals = Originals(config.originals)
    provider = ProviderSettings(database, config)
    reader = Reader(database, config)
    local = LocalEngine(config.models, config.gguf_model, config.gguf_threads, config.stall_seconds)
    terms = Terms(database)
    notes = StoredNotes(database)
    toolbox = Toolbox(
        config, arxiv, readings, notes, provider,
        terms=terms, glossaries=StoredGlossaries(database), local=local, ask_first=ask_first,
    )  # fmt: skip
    usage = UsageBook(database, config, provider)
    jobs = JobService(database, config, toolbox, run, usage)
    asking = Asking(originals, provider, local, reader)
    return Backend(
        config=config,
        asking=asking,
        jobs=jobs,
        batches=BatchService(database, config, jobs, arxiv),
        shelf=Shelf(database),
        library=Library(database, config, arxiv),
        pictures=Pictures(config.figures, database, arxiv, originals, readings),
        pairing=Pairing(database),
        provider=provider,
        reader=reader,
        terms=terms,
        following=Following(database),
        usage=usage,
        estimates=Estimates(asking, jobs, readings, provider, usage),
        arxiv=arxiv,
        _database=database,
    )
