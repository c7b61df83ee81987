"""Several papers that a question compares: of each its card and the passages that matter, counted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.card import Coverage, Metadata
from papergloss.gloss.claim import Evidence
from papergloss.gloss.compression.portions import passage_tokens, readable
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.blocks import fenced, one_line, passage_lines
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.prompts import fill
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import AskedPaper
from papergloss.gloss.questions.finding import Finder
from papergloss.pdf.document import Document, Passage, Section, Words

LARGEST = 6_000
"""Tokens of one paper's passages: its card has told the rest."""
CARD_TOKENS = 1_500
"""Of the room of a paper, what its card takes."""
MOST_NEAREST = 2
"""Passages of each paper that a search shows."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is sent of one paper: its passages with their new numbers."""

    paper: AskedPaper
    document: Document
    passages: tuple[Passage, ...]
    first: int

    @property
    def numbers(self) -> dict[int, int]:
        """New numbers by the paper's own."""
        return {passage.n: self.first + index for index, passage in enumerate(self.passages)}


class Several:
    """Papers that were read count with their passages, the others with their abstracts."""

    task = "question.several"

    def __init__(self, context: Context, papers: list[AskedPaper]) -> None:
        readings = ((paper, context.tools.readings.get(paper.paper)) for paper in papers)
        self._papers = [(paper, found or _abstract(paper)) for paper, found in readings]
        self._latin_script = "latin" in context.language.scripts
        self.fit(LARGEST * len(papers), "")

    def fit(self, room: int, question: str) -> None:
        """Chooses passages: those that the cards rest on, and those that the question needs."""
        share = min(LARGEST, room // len(self._papers))
        each = share - min(CARD_TOKENS, share // 3)
        self._chosen: list[Chosen] = []
        first = 1
        for paper, document in self._papers:
            passages = tuple(_choose(paper, document, question, each))
            self._chosen.append(Chosen(paper, document, passages, first))
            first += len(passages)
        self._document = _joined(self._chosen)
        known = [text for paper, _ in self._papers for text in (paper.title, paper.abstract)]
        self.examiner = Examiner(self._document, known=known, latin_script=self._latin_script)

    @property
    def tokens(self) -> int:
        """What the blocks take in a prompt, estimated."""
        sent = sum(map(passage_tokens, self._document.passages))
        return sent + CARD_TOKENS * len(self._papers)

    def system(self) -> str:
        """The system text."""
        return fill("question.several.system")

    def block(self) -> str:
        """A block for each paper."""
        return "\n\n".join(
            fenced(f"PAPER {n}", self._lines(chosen)) for n, chosen in enumerate(self._chosen, start=1)
        )

    def nearest(self, question: str, most: int = MOST_NEAREST) -> list[Evidence]:
        """The passages of each paper that share most with a question."""
        found = Finder(self._document).find(question)
        of_each = ([p for p in found if self._owner(p.n) is chosen][:most] for chosen in self._chosen)
        return self.examiner.found(question, [passage for some in of_each for passage in some])

    def named(self, question: Question) -> Question:
        """The answer, every passage under its paper's name and its own number."""
        claims = [
            claim.model_copy(update={"evidence": list(map(self._named, claim.evidence))})
            for claim in question.claims
        ]
        return question.model_copy(
            update={"claims": claims, "nearest": list(map(self._named, question.nearest))}
        )

    def coverage(self) -> Coverage:
        """How much of the papers was sent, together."""
        sent = len(self._document.passages)
        every = sum(len(readable(document)) for _, document in self._papers)
        return Coverage(
            source="pdf", pages_read=0, pages_of=0, passages_sent=sent, passages_left_out=every - sent
        )

    def _owner(self, n: int) -> Chosen:
        return next(chosen for chosen in reversed(self._chosen) if chosen.first <= n)

    def _named(self, evidence: Evidence) -> Evidence:
        owner = self._owner(evidence.passage)
        own = owner.passages[evidence.passage - owner.first].n
        return evidence.model_copy(update={"passage": own, "paper": owner.paper.paper})

    def _lines(self, chosen: Chosen) -> Iterator[str]:
        yield f"# {one_line(chosen.paper.title)}"
        for claim in chosen.paper.claims:
            cited = [number for n in claim.passages if (number := chosen.numbers.get(n))]
            yield f"- {one_line(claim.text)}{f' {cited}' if cited else ''}"
        own = self._document.passages[chosen.first - 1 : chosen.first - 1 + len(chosen.passages)]
        yield from passage_lines(self._document, own)


def _abstract(paper: AskedPaper) -> Document:
    return abstract_document(Metadata(source="page", title=paper.title, authors=[], abstract=paper.abstract))


def _choose(paper: AskedPaper, document: Document, question: str, room: int) -> list[Passage]:
    cited = (document.passage(n) for claim in paper.claims for n in claim.passages)
    wanted = [*filter(None, cited), *Finder(document).find(question), *readable(document)]
    chosen: dict[int, Passage] = {}
    for passage in wanted:
        cost = passage_tokens(passage)
        if passage.n not in chosen and (cost <= room or not chosen):
            chosen[passage.n] = passage
            room -= cost
    return sorted(chosen.values(), key=lambda passage: passage.n)


def _joined(papers: list[Chosen]) -> Document:
    """The chosen passages as one document, with their words, so that quotes are found on their pages."""
    passages: list[Passage] = []
    sections: list[Section] = []
    columns: list[tuple[str, int, tuple[float, float, float, float], int]] = []
    for one in papers:
        numbers = one.numbers
        for passage in one.passages:
            section = None if passage.section is None else passage.section + len(sections)
            passages.append(replace(passage, n=numbers[passage.n], section=section))
        sections += one.document.sections
        words = one.document.words
        rows = zip(words.text, words.page, words.rect, words.passage, strict=True)
        columns += [(text, page, rect, numbers[n]) for text, page, rect, n in rows if n in numbers]
    text, page, rect, passage_of = zip(*columns, strict=True) if columns else ((), (), (), ())
    words = Words(tuple(text), tuple(page), tuple(rect), tuple(passage_of))
    return Document("", 0, (), tuple(passages), sections=tuple(sections), words=words)
