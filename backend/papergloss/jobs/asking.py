"""From what a user asks to the key and the target of a job."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from papergloss.arxiv.identifier import ArxivId
from papergloss.gloss.card import CardKey, Kind
from papergloss.gloss.languages import language
from papergloss.gloss.prompts import PROMPT_VERSION
from papergloss.gloss.request import Target
from papergloss.jobs.originals import PREFIX, Originals
from papergloss.llm.embedded.engine import LocalEngine
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.reader import Reader

Engine = Literal["openai", "local", "extractive"]


class Asking:
    """Reads requests against what is set."""

    def __init__(
        self, originals: Originals, provider: ProviderSettings, local: LocalEngine, reader: Reader
    ) -> None:
        self._originals = originals
        self._provider = provider
        self._local = local
        self._reader = reader

    def target(self, paper: str) -> tuple[str, Target]:
        """The paper's key and where it is: an id or address of arXiv, or `sha256:` of a kept file.

        Raises:
            BadIdentifier: it is none of these.
            NotFound: no file with this hash is kept.
        """
        if paper.startswith(PREFIX):
            return paper, Target(file=self._originals.find(paper))
        arxiv_id = ArxivId.parse(paper)
        return arxiv_id.id_with_version, Target(arxiv_id=arxiv_id)

    def file(self, path: Path) -> tuple[str, Target]:
        """The same for a PDF on this machine, which is copied in. Raises BadIdentifier."""
        paper, kept = self._originals.keep(path)
        return paper, Target(file=kept)

    def key(self, paper: str, lang: str | None, kind: Kind = "card", engine: Engine | None = None) -> CardKey:
        """The key of a request. Without an engine: the connected model, else the chosen local one, else none.

        Raises:
            BadInput: a language that is not offered.
            NoEngine: an engine is asked for that is not there.
        """
        engine, model = self.engine(engine)
        return CardKey(
            paper=paper,
            kind=kind,
            lang=language(lang).code if lang else self._reader.lang(),
            engine=engine,
            model=model,
            prompt_version=PROMPT_VERSION,
        )

    def engine(self, asked: Engine | None = None) -> tuple[Engine, str]:
        """Which engine answers, and its model. Raises NoEngine where the asked or chosen one is not there."""
        if asked == "openai":
            return "openai", self._provider.needed().model
        if asked is None and (provider := self._provider.provider()):
            return "openai", provider.model
        if asked == "local" or (asked is None and self._local.chosen):
            return "local", self._local.model()
        return "extractive", ""
