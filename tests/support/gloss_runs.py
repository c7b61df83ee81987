"""A model that answers from a script, and what else a run of the pipeline needs in tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from pydantic import SecretStr

from papergloss.arxiv.client import ArxivClient
from papergloss.errors import Cancelled, PaperGlossError
from papergloss.gloss.card import Card, CardKey, StageName
from papergloss.gloss.events import CardPart, Event
from papergloss.gloss.pipeline import run
from papergloss.gloss.prompts import PROMPT_VERSION
from papergloss.gloss.request import Job, Target, Tools
from papergloss.llm.types import Message, Piece, Provider, RetryPiece, TextPiece, Usage
from papergloss.pdf.document import Document

Answer = str | PaperGlossError | RetryPiece
Script = Callable[[str, int], list[Answer] | Answer]
"""(the last user message, how often this kind was asked before) -> what comes."""


class ScriptedModel:
    """Answers by the kind of the request; keeps what it was sent."""

    def __init__(self, translation: Script, summary: Script, context_tokens: int = 64_000) -> None:
        self.provider = Provider(
            "test", "http://127.0.0.1:9/v1", SecretStr("k"), "scripted", context_tokens, 1.0, 0.5, 2.0
        )
        self.sent: dict[str, list[list[Message]]] = {"translation": [], "summary": []}
        self._scripts = {"translation": translation, "summary": summary}
        self._lock = Lock()

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        kind = "summary" if "<<<PAPER" in messages[1].content else "translation"
        with self._lock:
            turn = len(self.sent[kind])
            self.sent[kind].append(messages)
        answers = self._scripts[kind](messages[1].content, turn)
        for answer in answers if isinstance(answers, list) else [answers]:
            if isinstance(answer, RetryPiece):
                yield answer
            elif isinstance(answer, str):
                for start in range(0, len(answer), 5):
                    if cancelled():
                        raise Cancelled
                    yield TextPiece(answer[start : start + 5])
            else:
                yield Usage(10, 0, 5)
                raise answer
        yield Usage(100, 20, 50)


def asked_sentences(content: str) -> dict[int, str]:
    """The numbered lines of a translation request."""
    block = content.split("SENTENCES", 1)[1].split("SENTENCES", 1)[0]
    return {int(n): text for n, text in re.findall(r"^\[(\d+)\] (.*)$", block, re.MULTILINE)}


class Readings(dict[str, Document]):
    """Readings kept in memory."""

    def put(self, paper: str, document: Document) -> None:
        self[paper] = document


@dataclass
class Run:
    """One run of the pipeline, its events and its card."""

    target: Target
    lang: str = "zh-CN"
    model: ScriptedModel | None = None
    arxiv: ArxivClient | None = None
    paper: str = "sha256:" + "0" * 64
    finished: dict[StageName, CardPart] = field(default_factory=dict)
    readings: Readings = field(default_factory=Readings)
    cancelled: Callable[[], bool] = lambda: False
    on_event: Callable[[Event], None] = lambda _: None
    events: list[Event] = field(default_factory=list)

    @property
    def key(self) -> CardKey:
        engine, model = ("openai", "scripted") if self.model else ("extractive", "")
        return CardKey(
            paper=self.paper, lang=self.lang, engine=engine, model=model, prompt_version=PROMPT_VERSION
        )

    def card(self) -> Card:
        def emit(event: Event) -> None:
            self.events.append(event)
            self.on_event(event)

        tools = Tools(self.arxiv, self.readings, self.model, lambda *parts: "/".join(("/figures", *parts)))  # type: ignore[arg-type]
        return run(Job(self.key, self.target, self.finished, emit, self.cancelled), tools)


def file_target(path: Path) -> Target:
    return Target(file=path)
