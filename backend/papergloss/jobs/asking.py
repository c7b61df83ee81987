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
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.reader import Reader

Engine = Literal["openai", "extractive"]


class Asking:
    """Reads requests against what is set."""

    def __init__(self, originals: Originals, provider: ProviderSettings, reader: Reader) -> None:
        self._originals = originals
        self._provider = provider
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
        """The key of a request; without an engine the connected model, or none where there is none.

        Raises:
            BadInput: a language that is not offered.
            NoEngine: `openai` is asked for and no model is connected.
        """
        provider = None
        if engine != "extractive":
            provider = self._provider.needed() if engine == "openai" else self._provider.provider()
        return CardKey(
            paper=paper,
            kind=kind,
            lang=language(lang).code if lang else self._reader.lang(),
            engine="openai" if provider else "extractive",
            model=provider.model if provider else "",
            prompt_version=PROMPT_VERSION,
        )
