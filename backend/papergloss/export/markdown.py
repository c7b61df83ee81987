"""A card as one Markdown text, its headings in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from papergloss.export.claims import escaped_notes
from papergloss.export.deep import deep_blocks
from papergloss.export.escape import escape, link
from papergloss.export.figures import figure_line
from papergloss.export.question import question_blocks
from papergloss.export.words import Words, words_of
from papergloss.gloss.card import Card, Claim, Coverage, Metadata, Sentence, Translation
from papergloss.gloss.corrections import corrected

__all__ = ["MADE_BY", "Words", "card_to_markdown", "words_of"]

MADE_BY = {"extractive": "picked", "local": "drafted"}
"""The words for who made a card, by its engine."""
NO_BLANKS = frozenset({"zh-CN", "zh-TW", "ja"})
"""Languages that put no blank between sentences."""


def card_to_markdown(card: Card) -> str:
    """Title, authors, abstract, translation, links and comment, summary, takeaways, figures, provenance.

    Of a question: it and its answer.

    Nothing in the paper's or the model's text can become a link, HTML or other markup.
    """
    words = words_of(card.key.lang)
    card = corrected(card)
    reader = {correction.part for correction in card.corrections if correction.text is not None}
    if card.question:
        return "\n\n".join([*question_blocks(card, card.question, words), *_foot(card, words)]) + "\n"
    blocks: list[str] = []
    if card.metadata:
        blocks += _head(card.metadata, card.translation, words)
    if card.translation:
        blocks += [f"## {words['translation']}", _translated(card.translation, words)]
    if card.metadata:
        blocks += _links(card.metadata, words)
    if card.deep:
        return "\n\n".join([*blocks, *deep_blocks(card, card.deep, words), *_foot(card, words)]) + "\n"
    for heading, claims in (("summary", card.summary), ("takeaways", card.takeaways)):
        if claims:
            lines = (
                f"{n}. {_claim(claim, words, by_reader=f'{heading}/{n - 1}' in reader)}"
                for n, claim in enumerate(claims, start=1)
            )
            blocks += [f"## {words[heading]}", "\n".join(lines)]
    if card.figures:
        blocks += [f"## {words['figures']}", "\n".join(figure_line(figure, words) for figure in card.figures)]
    return "\n\n".join([*blocks, *_foot(card, words)]) + "\n"


def _foot(card: Card, words: Words) -> list[str]:
    return [f"## {words['provenance']}", " ".join(_provenance(card, words))]


def _head(metadata: Metadata, translation: Translation | None, words: Words) -> Iterator[str]:
    target = translation.title.target if translation and translation.title.state == "ok" else None
    yield f"# {escape(target or metadata.title)}"
    if target:
        yield f"**{escape(metadata.title)}**"
    if metadata.authors:
        yield f"**{words['authors']}**: {', '.join(map(escape, metadata.authors))}"
    if metadata.abstract:
        yield f"## {words['abstract']}"
        yield escape(metadata.abstract)


def _translated(translation: Translation, words: Words) -> str:
    if all(sentence.state != "ok" for sentence in translation.sentences):
        return words["not_translated"]
    gap = "" if translation.lang in NO_BLANKS else " "
    return gap.join(_sentence(sentence, words) for sentence in translation.sentences)


def _sentence(sentence: Sentence, words: Words) -> str:
    if sentence.state == "ok" and sentence.target:
        return escape(sentence.target)
    return f" \\[{words['original']}: {escape(sentence.source)}\\] "


def _links(metadata: Metadata, words: Words) -> Iterator[str]:
    named = [("arXiv", metadata.links.abs), ("PDF", metadata.links.pdf), ("HTML", metadata.links.html)]
    named += [("DOI", metadata.links.doi), *((words["code"], address) for address in metadata.links.code)]
    lines = [f"- {name}: {shown}" for name, address in named if address and (shown := link(address))]
    if metadata.comment:
        lines.append(f"- {words['comment']}: {escape(metadata.comment)}")
    if lines:
        yield f"## {words['links']}"
        yield "\n".join(lines)


def _claim(claim: Claim, words: Words, *, by_reader: bool) -> str:
    role = f"**{words[claim.role]}** · " if claim.role else ""
    return f"{role}{escape(claim.text)} ({escaped_notes(claim, words, by_reader=by_reader)})"


def _provenance(card: Card, words: Words) -> Iterator[str]:
    if _has_text(card):
        yield made_by(card, words, escape)
    if card.coverage:
        yield from _coverage(card.coverage, words)


def made_by(card: Card, words: Words, write: Callable[[str], str] = str) -> str:
    """Who wrote the card, and when. `write` makes names safe for the form."""
    provenance = card.provenance
    return words[MADE_BY.get(provenance.engine, "made")].format(
        model=write(provenance.model),
        provider=write(provenance.provider or "–"),
        date=provenance.created_at.date().isoformat(),
    )


def _has_text(card: Card) -> bool:
    """Whether anything on the card was written or picked: an engine that failed made nothing."""
    sentences = [card.translation.title, *card.translation.sentences] if card.translation else []
    answer = card.question and (card.question.claims or card.question.missing)
    written = card.summary or card.takeaways or (card.deep and card.deep.words) or answer
    return bool(written or any(sentence.target for sentence in sentences))


def _coverage(coverage: Coverage, words: Words) -> Iterator[str]:
    if coverage.source == "abstract":
        yield words["abstract_only"]
        return
    if coverage.pages_of:
        yield words["read"].format(read=coverage.pages_read, total=coverage.pages_of)
    if coverage.sections_left_out:
        yield words["left_out"].format(sections=escape(", ".join(coverage.sections_left_out)))
