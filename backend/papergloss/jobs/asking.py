"""From what a user asks to the key and the target of a job."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadInput, NoEngine
from papergloss.gloss.card import CardKey, Kind
from papergloss.gloss.languages import language
from papergloss.gloss.prompts import PROMPT_VERSION
from papergloss.gloss.questions.asked import Asked as Question
from papergloss.gloss.request import Target
from papergloss.gloss.selection.asked import Asked
from papergloss.jobs.originals import PREFIX, Originals
from papergloss.llm.embedded.engine import LocalEngine
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.reader import Reader

Engine = Literal["openai", "local", "extractive"]
PAGE = "page:"
"""Before the hash of a title, for a selection on a page that is about no known paper."""
PAPERS = "papers:"
"""Before the hash of several papers, for a question about them all."""


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
        """The same for a PDF on this machine, which is copied in. Raises BadInput."""
        paper, kept = self._originals.keep(path)
        return paper, Target(file=kept)

    def upload(self, chunks: Iterable[bytes], name: str) -> str:
        """Keeps a PDF that arrives in pieces; its key. Raises NotAPdf and PdfTooLarge."""
        return self._originals.receive(chunks, name)

    def key(
        self,
        paper: str,
        lang: str | None,
        kind: Kind = "card",
        engine: Engine | None = None,
        model: str | None = None,
    ) -> CardKey:
        """The key of a request. Without an engine: the connected model, else the chosen local one, else none.

        `model` is another one of the connected provider's than the one that is set.

        Raises:
            BadInput: a language that is not offered, or a model for an engine that has no choice.
            NoEngine: an engine is asked for that is not there, or a deep read without a model.
        """
        engine, model = self.engine(engine, model)
        if kind == "deep" and engine != "openai":
            raise NoEngine(
                "A deep read is written by a model; without one PaperGloss makes cards of key sentences."
            )
        return CardKey(
            paper=paper,
            kind=kind,
            lang=language(lang).code if lang else self._reader.lang(),
            engine=engine,
            model=model,
            prompt_version=PROMPT_VERSION,
        )

    def selection(
        self, asked: Asked, paper: str | None, lang: str | None, engine: Engine | None = None
    ) -> tuple[CardKey, Target]:
        """Key and target for a selection; without a paper it is of some other page.

        Raises:
            BadInput: it is too long, or a language that is not offered.
            BadIdentifier, NotFound, NoEngine: as for a paper.
        """
        asked.require_fitting()
        elsewhere = f"{PAGE}{sha256(asked.title.encode()).hexdigest()[:16]}"
        name, target = (elsewhere, Target()) if paper is None else self.target(paper)
        return _with(asked, self.key(name, lang, "selection", engine), target)

    def question(
        self, asked: Question, paper: str | None, lang: str | None, engine: Engine | None = None
    ) -> tuple[CardKey, Target]:
        """Key and target for a question about a paper, or about the papers that it names.

        Raises:
            BadInput: it is too long, or a language that is not offered.
            BadIdentifier, NotFound, NoEngine: as for a paper.
        """
        asked.require_fitting()
        several = " ".join(one.paper for one in asked.papers)
        elsewhere = f"{PAPERS}{sha256(several.encode()).hexdigest()[:16]}"
        name, target = (elsewhere, Target()) if paper is None else self.target(paper)
        return _with(asked, self.key(name, lang, "question", engine), target)

    def engine(self, asked: Engine | None = None, model: str | None = None) -> tuple[Engine, str]:
        """Which engine answers, and its model.

        Raises:
            BadInput: a model is named for another engine than the connected provider.
            NoEngine: the asked or chosen one is not there.
        """
        if model and asked in ("local", "extractive"):
            raise BadInput("Only the connected provider has models to choose from.")
        if model or asked == "openai":
            return "openai", self._provider.needed(model).model
        if asked is None and (provider := self._provider.provider()):
            return "openai", provider.model
        if asked == "local" or (asked is None and self._local.chosen):
            return "local", self._local.model()
        return "extractive", ""


def _with(asked: Asked | Question, key: CardKey, target: Target) -> tuple[CardKey, Target]:
    return (
        key.model_copy(update={"asked": asked.digest()}),
        replace(target, asked=asked.model_dump_json()),
    )
