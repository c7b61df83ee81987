"""A question with its answer as Markdown: every statement with what code found, and the passages below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from papergloss.export.claims import escaped_notes
from papergloss.export.escape import escape
from papergloss.export.words import Words
from papergloss.gloss.card import Card, Claim
from papergloss.gloss.claim import Evidence
from papergloss.gloss.question import Question


def question_blocks(card: Card, question: Question, words: Words) -> Iterator[str]:
    """The question, what it is about, the answer, and what the paper does not say."""
    titles = {one.paper: one.title for one in question.papers}
    yield f"# {escape(question.text)}"
    yield _about(card, titles)
    if question.answered == "searched":
        yield words["searched" if question.claims else "searched_none"]
    gap = f"**{words['not_in_paper']}** {escape(question.missing)}".rstrip()
    if question.answered == "no":
        yield gap
    own = question.answered == "searched"
    if question.claims:
        yield "\n".join(_claim(claim, titles, words, quoted=not own) for claim in question.claims)
    if question.answered != "no" and question.missing:
        yield gap
    if question.nearest:
        yield f"{words['nearest']}:"
        yield "\n".join(_quote(evidence, titles, words) for evidence in question.nearest)


def _about(card: Card, titles: Mapping[str, str]) -> str:
    named = titles or {card.key.paper: card.metadata.title if card.metadata else ""}
    return "\n".join(f"- {escape(title)}{_id(paper)}" for paper, title in named.items())


def _id(paper: str) -> str:
    """None for a file, whose name is a hash."""
    return "" if paper.startswith("sha256:") else f" ({escape(paper)})"


def _claim(claim: Claim, titles: Mapping[str, str], words: Words, *, quoted: bool) -> str:
    lines = [f"- {escape(claim.text)} ({escaped_notes(claim, words)})"]
    if quoted or titles:
        lines += [f"  {_quote(evidence, titles, words)}" for evidence in claim.evidence]
    return "\n".join(lines)


def _quote(evidence: Evidence, titles: Mapping[str, str], words: Words) -> str:
    paper = titles.get(evidence.paper or "")
    page = words["page"].format(pages=evidence.page) if evidence.rects else None
    where = "; ".join(escape(part) for part in (paper, evidence.section, page) if part)
    return f"- “{escape(evidence.quote)}”" + (f" ({where})" if where else "")
