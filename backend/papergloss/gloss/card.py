"""The card: what PaperGloss knows about one paper in one language. The truth of the wire.

Exported as `tests/cases/card.schema.json`; the TypeScript types are generated from it. Pages are
counted from 1. Rectangles are `(x0, y0, x1, y1)` in PDF points, origin at the page's top left.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from papergloss.gloss.claim import Check, Claim, Evidence, Rect, Wire
from papergloss.gloss.explainer import Explainer
from papergloss.gloss.question import Question

__all__ = ["Check", "Claim", "Evidence", "Rect", "Wire"]

Kind = Literal["card", "deep", "abstract", "brief", "selection", "question"]
StageName = Literal[
    "metadata", "translation", "reading", "figures", "summary", "selection", "question",
    "outline", "motivation", "prior_work", "method", "experiments", "limits", "reading_list", "resources",
]  # fmt: skip
"""Those after `outline` are the sections of a deep read, see `explainer.SectionName`."""
FigureKind = Literal["figure", "table", "algorithm"]
Source = Literal["pdf", "html+pdf", "abstract"]


def _storable(moment: datetime) -> datetime:
    try:
        moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("is no moment that can be stored") from error
    return moment


When = Annotated[datetime, AfterValidator(_storable)]
"""A moment that is one in UTC too: not before the year 1 there, and not after 9999."""


class CardKey(Wire):
    """What makes two requests the same request."""

    paper: str = Field(
        description="id_with_version, `sha256:` and the hash of a local PDF, or `page:` and that of a title"
    )
    kind: Kind = "card"
    lang: str = Field(description="BCP 47 code of the reader's language")
    engine: str = Field(
        description="`openai` (any compatible provider), `local` (drafts by a small model on this machine) "
        "or `extractive`"
    )
    model: str = Field(description="the model's name at its provider; empty for `extractive`")
    prompt_version: str
    asked: str | None = Field(None, description="hash of the selection or question, for kinds that have one")

    def digest(self) -> str:
        """16 hex digits that name this key in addresses and file names."""
        return hashlib.sha256(self.model_dump_json(exclude_none=True).encode()).hexdigest()[:16]


class Links(Wire):
    """Addresses, all made from the id or given by arXiv."""

    abs: str | None = None
    pdf: str | None = None
    html: str | None = None
    doi: str | None = None
    code: list[str] = Field(default_factory=list, description="addresses in the abstract or comment")


class Metadata(Wire):
    """Bibliographic facts, from arXiv or from the file; never from a model."""

    source: Literal["arxiv", "file", "page", "import", "papers"] = Field(
        description="`page`: a page that is about no known paper; only its title is known;"
        " `import`: a list of another program; `papers`: several papers that are asked about together"
    )
    arxiv_id: str | None = Field(None, description="without version, as arXiv writes it")
    version: int | None = None
    latest_version: int | None = None
    withdrawn: bool = False
    title: str
    authors: list[str] = Field(description="as arXiv shows them: `First Last`")
    abstract: str
    categories: list[str] = Field(default_factory=list, description="primary category first")
    comment: str | None = None
    journal_ref: str | None = None
    doi: str | None = Field(None, description="the journal's DOI")
    submitted: When | None = Field(None, description="date of version 1")
    updated: datetime | None = Field(None, description="date of this version")
    licence: str | None = Field(None, description="address of the licence")
    links: Links = Field(default_factory=Links)
    file_name: str | None = Field(None, description="the local PDF's name, for source `file`")


class Sentence(Wire):
    """One sentence of the abstract and its translation."""

    n: int
    source: str
    target: str | None = Field(None, description="None while pending and where the original is kept")
    state: Literal["pending", "ok", "kept_original"] = "pending"
    reason: str | None = Field(None, description="why the original was kept")
    other_terms: list[str] = Field(
        default_factory=list, description="terms of the glossary that `target` words in another way"
    )


class Term(Wire):
    """A term of the paper and its one translation."""

    source: str
    target: str
    origin: Literal["user", "field", "paper"] = Field(
        description="the reader's own list; a term that the field keeps in English; the paper's own term"
    )


class Translation(Wire):
    """Title and abstract in the reader's language, sentence by sentence, none missing."""

    lang: str
    title: Sentence
    sentences: list[Sentence]
    glossary: list[Term] = Field(default_factory=list, description="the same for the whole card")


class Selection(Wire):
    """What the reader selected on a page: translated, said as a dictionary would, or explained."""

    task: Literal["translation", "sense", "explanation"] = Field(
        description="`sense`: of a word or two, in the paper's field"
    )
    lang: str
    text: str = Field(description="formulas as `$LaTeX$`, an empty line between paragraphs")
    same_language: bool = Field(False, description="nothing to translate: it is in the reader's language")
    sentences: list[Sentence] = Field(default_factory=list, description="for the task `translation`")
    paragraphs: list[int] = Field(default_factory=list, description="how many sentences each has")
    answer: str = Field("", description="for the other tasks")
    check: Check = Field(
        default_factory=Check,
        description="of `answer`: whether its numbers stand in the selection or around it",
    )


class Figure(Wire):
    """A figure, table or algorithm with its caption."""

    kind: FigureKind
    number: str = Field(description="as printed: `3`, `A.1`, `IV`")
    caption: str
    caption_target: str | None = None
    caption_kept: str | None = Field(None, description="why the caption was kept in the original")
    page: int
    rect: Rect
    width: int = Field(description="pixels of the picture at `url`")
    height: int = Field(description="pixels of the picture at `url`")
    url: str = Field(description="path on the backend; needs the token")


class SectionRead(Wire):
    """How a section reached the model: as it is, as notes on it, as its own key sentences, or not.

    `found`: of a paper that does not fit, the passages that a search for the question brought.
    """

    title: str
    read: Literal["whole", "compressed", "excerpts", "found", "left_out"]


class Coverage(Wire):
    """How much of the paper was read. Counts and sections are of what a reader would read: no references."""

    source: Source
    pages_read: int
    pages_of: int
    passages_sent: int = 0
    passages_compressed: int = 0
    passages_left_out: int = 0
    sections_left_out: list[str] = Field(default_factory=list)
    sections: list[SectionRead] = Field(default_factory=list)


class StageCost(Wire):
    """What one stage has used, failed tries included; fields as in `Provenance`."""

    stage: StageName
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost: float | None = None
    estimated: bool = False


class Provenance(Wire):
    """Who wrote the card, when, and for how much."""

    engine: str
    model: str
    prompt_version: str
    provider: str | None = Field(None, description="host name that received the text")
    created_at: datetime
    tokens_in: int = Field(0, description="prompt tokens, cached ones included")
    tokens_cached: int = 0
    tokens_out: int = 0
    cost: float | None = Field(None, description="None where the model's price is not known")
    currency: str = "USD"
    estimated: bool = Field(False, description="True where the provider reported no usage")
    stages: list[StageCost] = Field(default_factory=list, description="the same by stage")


class Warning(Wire):
    """Something that the reader should know about the paper or its file."""

    kind: Literal[
        "hidden_text",
        "withdrawn",
        "newer_version",
        "partial_pdf",
        "scan",
        "no_pdf",
        "no_model",
        "draft",
        "unreadable",
    ]
    page: int | None = None
    text: str


class Problem(Wire):
    """A stage that failed; the others stand."""

    stage: StageName | None = None
    type: str = Field(description="slug of the error, see docs/problems.md")
    title: str
    detail: str
    hint: str


class Correction(Wire):
    """What the reader has put right at one place of a card. The card itself keeps what was there."""

    part: str = Field(
        max_length=40,
        pattern=r"^((summary|takeaways)/\d+|translation/(title|sentences/\d+))$",
        description="path of the claim or sentence; list indexes count from 0",
    )
    original: str = Field(description="what stands there on the card")
    text: str | None = Field(None, description="the reader's words; null where only evidence is flagged")
    wrong_evidence: list[int] = Field(default_factory=list, description="passages that do not tell it")
    at: datetime


class Card(Wire):
    """Everything on one panel."""

    id: str = Field(description="`key.digest()-revision`")
    key: CardKey
    revision: int = 1
    state: Literal["running", "done", "partial", "failed"] = Field(
        description="`partial`: at least one stage failed; `failed`: nothing could be shown"
    )
    metadata: Metadata | None = None
    translation: Translation | None = None
    summary: list[Claim] | None = None
    takeaways: list[Claim] | None = None
    figures: list[Figure] | None = None
    selection: Selection | None = None
    deep: Explainer | None = None
    question: Question | None = None
    coverage: Coverage | None = None
    provenance: Provenance
    warnings: list[Warning] = Field(default_factory=list)
    problems: list[Problem] = Field(default_factory=list)
    corrections: list[Correction] = Field(default_factory=list, description="one for each place at most")
