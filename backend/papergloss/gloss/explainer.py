"""The deep read: a long explainer of one paper, section by section.

Its sections are stages of the job that makes it, so each has a state and can be tried again alone.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from papergloss.gloss.claim import Check, Claim, Evidence, Wire
from papergloss.pdf.document import FigureKind

SectionName = Literal[
    "motivation", "prior_work", "method", "experiments", "limits", "reading_list", "resources"
]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
"""In the order in which they are read."""


class Paragraph(Wire):
    """Sentences that belong together, each checked against the passages that it cites."""

    kind: Literal["paragraph"] = "paragraph"
    claims: list[Claim]


class Formula(Wire):
    """A formula that stands apart."""

    kind: Literal["formula"] = "formula"
    tex: str = Field(description="LaTeX without dollar signs")
    check: Check = Field(
        description="`supported`: the paper's own LaTeX; `unchecked`: as the model wrote it, since only the"
        " page's picture of it is known"
    )
    evidence: list[Evidence]


class FigureShown(Wire):
    """One of the card's `figures`, shown here because the text needs it."""

    kind: Literal["figure"] = "figure"
    of: FigureKind
    number: str


class Table(Wire):
    """A table of the paper, its cells read from the page by code; no model has touched them."""

    kind: Literal["table"] = "table"
    number: str
    head: list[list[str]] = Field(description="rows above the first rule or the first row of numbers")
    rows: list[list[str]] = Field(description="as long as one another and as the rows of `head`")
    page: int


class FurtherReading(Wire):
    """A paper from the list of references, and why to read it."""

    kind: Literal["reference"] = "reference"
    passage: int
    text: str = Field(description="as the paper prints it, but for the end of a long list of authors")
    arxiv_id: str | None = Field(None, description="where the entry has one, or arXiv's search found it")
    by_title: bool = Field(
        False, description="the entry prints no id: arXiv has a paper with its title and first author"
    )
    address: str | None = Field(None, description="on arXiv, else by the entry's DOI or web address")
    claims: list[Claim]


class Resource(Wire):
    """An address that the paper names, with the sentence in which it stands."""

    kind: Literal["resource"] = "resource"
    address: str
    of: Literal["code", "data", "model", "page"]
    evidence: list[Evidence]


Block = Annotated[
    Paragraph | Formula | FigureShown | Table | FurtherReading | Resource, Field(discriminator="kind")
]


class DeepSection(Wire):
    """One section: planned by the outline, streamed as `draft`, replaced by checked `blocks`."""

    name: SectionName
    heading: str = Field("", description="in the reader's language; empty where the outline gave none")
    points: list[str] = Field(default_factory=list, description="what the outline plans to say")
    draft: str = Field("", description="text while it is written; empty once the blocks stand")
    blocks: list[Block] = Field(default_factory=list)
    words: int = Field(0, description="of the paragraphs, counted as words of English would be")
    length: Literal["short", "long"] | None = Field(
        None, description="outside of what was asked for, also the second time"
    )


class Explainer(Wire):
    """The whole deep read."""

    lede: Claim | None = Field(None, description="the paper in a sentence or two")
    sections: list[DeepSection]

    def claims(self) -> list[Claim]:
        """All statements, in the order in which they are read."""
        told = [self.lede] if self.lede else []
        blocks = [block for section in self.sections for block in section.blocks]
        return [*told, *(claim for block in blocks for claim in getattr(block, "claims", ()))]

    def evidence(self) -> list[Evidence]:
        """The passages of formulas and addresses."""
        blocks = [block for section in self.sections for block in section.blocks]
        apart = [block for block in blocks if isinstance(block, Formula | Resource)]
        return [item for block in apart for item in block.evidence]

    @property
    def words(self) -> int:
        """Of all sections, counted as words of English would be."""
        return sum(section.words for section in self.sections)
