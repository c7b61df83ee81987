"""The pipeline's tools, from the configuration and what the user set."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from papergloss.arxiv.client import ArxivClient
from papergloss.config import Config
from papergloss.gloss.card import CardKey
from papergloss.gloss.request import Tools
from papergloss.jobs.chats import Chats
from papergloss.jobs.glossaries import StoredGlossaries
from papergloss.jobs.readings import StoredReadings
from papergloss.jobs.section_notes import StoredNotes
from papergloss.llm.embedded.engine import LocalEngine
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.terms import Terms

API = "/api/v1"
WITH_TERMS_OF_THE_CARD = ("selection", "question", "deep")


class Toolbox:
    """Makes the tools of one job; arXiv's client and the readings are shared by all.

    With `ask_first`, a job that was left unfinished does not send its text to a provider that has been
    put in place of the confirmed one since.
    """

    def __init__(
        self,
        config: Config,
        arxiv: ArxivClient,
        readings: StoredReadings,
        notes: StoredNotes,
        provider: ProviderSettings,
        *,
        terms: Terms,
        glossaries: StoredGlossaries,
        local: LocalEngine,
        ask_first: bool,
    ) -> None:
        self._chats = Chats(config)
        self._arxiv = arxiv
        self._readings = readings
        self._notes = notes
        self._provider = provider
        self._terms = terms
        self._glossaries = glossaries
        self._local = local
        self._ask_first = ask_first

    def __call__(self, key: CardKey) -> Tools:
        """The tools for a key: its own model, even where the user has chosen another since.

        Raises:
            NoEngine: the key asks for a model and none is connected.
            ConsentNeeded: the reader has not confirmed the provider.
        """
        model = None
        if key.engine == "openai":
            provider = self._provider.at_work(key.model)
            if self._ask_first:
                self._provider.require_consent(provider)
            model = self._chats.of(provider)
        drafter = None
        if key.engine == "local":
            drafter = partial(self._local.chat, key.model)
        own = self._terms.of(key.lang)
        # A card settles its terms itself.
        settled = self._glossaries.of(key.paper, key.lang) if key.kind in WITH_TERMS_OF_THE_CARD else ()
        return Tools(
            self._arxiv, self._readings, model, figure_url, self._notes, own,
            glossary=settled, drafter=drafter,
        )  # fmt: skip


def figure_url(paper: str, kind: str, number: str) -> str:
    """Path of a figure's picture on the backend."""
    return f"{API}/papers/{quote(paper)}/figures/{kind}-{quote(number, safe='')}.webp"
