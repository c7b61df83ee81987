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
from papergloss.gloss.card import Card, CardKey, Kind, StageName, Term
from papergloss.gloss.events import CardPart, Event
from papergloss.gloss.pipeline import run
from papergloss.gloss.prompts import PROMPT_VERSION
from papergloss.gloss.request import Drafter, Job, Target, Tools
from papergloss.llm.types import Message, Piece, Provider, RetryPiece, TextPiece, Usage
from papergloss.pdf.document import Document
from support import deep_script
from support.model_script import brief as brief_of
from support.model_script import notes as notes_on
from support.model_script import pretend

Answer = str | PaperGlossError | RetryPiece
Script = Callable[[str, int], list[Answer] | Answer]
"""(the last user message, how often this kind was asked before) -> what comes."""


class ScriptedModel:
    """Answers by the kind of the request; keeps what it was sent."""

    def __init__(
        self,
        translation: Script,
        summary: Script,
        context_tokens: int = 64_000,
        *,
        captions: Script = lambda content, _: pretended(content),
        notes: Script = lambda content, _: notes_on(content),
        brief: Script = lambda content, _: brief_of(content),
        selection: Script = lambda _content, _turn: pretend("What is selected means this."),
        question: Script = lambda _content, _turn: "- 对于它，这样归于读者。 [1]",
        outline: Script = lambda content, _: deep_script.answer(content, pretend),
        section: Script = lambda content, _: deep_script.answer(content, pretend),
    ) -> None:
        self.provider = Provider(
            "test", "http://127.0.0.1:9/v1", SecretStr("k"), "scripted", context_tokens, 1.0, 0.5, 2.0
        )
        self._scripts = {
            "translation": translation, "summary": summary, "captions": captions, "notes": notes,
            "brief": brief, "selection": selection, "question": question,
            "outline": outline, "section": section,
        }  # fmt: skip
        self.sent: dict[str, list[list[Message]]] = {kind: [] for kind in self._scripts}
        self._lock = Lock()

    def stream(
        self, messages: list[Message], *, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Iterator[Piece]:
        kind = _kind(messages[1].content)
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


def _kind(content: str) -> str:
    if deep_script.is_deep(content):
        return "section" if "<<<OUTLINE" in content else "outline"
    kinds = {
        "<<<QUESTION": "question", "<<<PAPER": "summary", "<<<CAPTIONS": "captions", "<<<PART": "notes",
        "<<<ABSTRACT": "brief", "<<<SELECTION": "selection",
    }  # fmt: skip
    return next((kind for mark, kind in kinds.items() if mark in content), "translation")


def asked_sentences(content: str) -> dict[int, str]:
    """The numbered lines of a translation request."""
    label = "CAPTIONS" if "<<<CAPTIONS" in content else "SENTENCES"
    block = content.split(label, 1)[1].split(label, 1)[0]
    return {int(n): text for n, text in re.findall(r"^\[(\d+)\] (.*)$", block, re.MULTILINE)}


def pretended(content: str) -> str:
    """A well-formed answer to a translation request."""
    return "\n".join(f"[{n}] {pretend(text)}" for n, text in asked_sentences(content).items())


class Readings(dict[str, Document]):
    """Readings kept in memory."""

    def put(self, paper: str, document: Document) -> None:
        self[paper] = document


class KeptNotes(dict[tuple[str, str], str]):
    """Notes kept in memory."""

    def get(self, paper: str, digest: str) -> str | None:  # type: ignore[override]
        return super().get((paper, digest))

    def put(self, paper: str, digest: str, text: str) -> None:
        self[paper, digest] = text


@dataclass
class OpenAccount:
    """Books in memory, without a cap: what was opened, and what each call has used."""

    opened: list[tuple[StageName, Usage]] = field(default_factory=list)
    used: list[tuple[StageName, Usage]] = field(default_factory=list)

    def spent(self) -> dict[StageName, Usage]:
        total: dict[StageName, Usage] = {}
        for stage, usage in self.used:
            total[stage] = total.get(stage, Usage()) + usage
        return total

    def open(self, stage: StageName, provider: Provider, most: Usage) -> int:
        self.opened.append((stage, most))
        return len(self.opened) - 1

    def again(self, call: int, most: Usage) -> None:
        """Nothing stands against it."""

    def close(self, call: int, usage: Usage) -> None:
        self.used.append((self.opened[call][0], usage))


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
    notes: KeptNotes = field(default_factory=KeptNotes)
    account: OpenAccount = field(default_factory=OpenAccount)
    terms: dict[str, str] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    drafter: Drafter | None = None
    kind: Kind = "card"
    cancelled: Callable[[], bool] = lambda: False
    on_event: Callable[[Event], None] = lambda _: None
    events: list[Event] = field(default_factory=list)

    @property
    def key(self) -> CardKey:
        engine, model = ("openai", "scripted") if self.model else ("extractive", "")
        if self.drafter:
            engine, model = "local", "tiny"
        return CardKey(
            paper=self.paper,
            kind=self.kind,
            lang=self.lang,
            engine=engine,
            model=model,
            prompt_version=PROMPT_VERSION,
        )

    def card(self) -> Card:
        def emit(event: Event) -> None:
            self.events.append(event)
            self.on_event(event)

        tools = Tools(
            self.arxiv,  # type: ignore[arg-type]
            self.readings,
            self.model,
            lambda *parts: "/".join(("/figures", *parts)),
            self.notes,
            self.terms,
            self.drafter,
            self.glossary,
        )
        return run(Job(self.key, self.target, self.finished, emit, self.cancelled, self.account), tools)


def file_target(path: Path) -> Target:
    return Target(file=path)
