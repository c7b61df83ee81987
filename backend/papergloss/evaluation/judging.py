"""The verdict on one card: PaperGloss's own, or one that someone else has published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from papergloss.evaluation import fidelity
from papergloss.evaluation.likeness import chrf
from papergloss.evaluation.published import Published
from papergloss.evaluation.report import Cost, Likeness, PaperResult, SentenceResult
from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.card import Card, Claim, Metadata
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.languages import Language, language
from papergloss.gloss.translation.sentences import split_sentences

References = Mapping[str, str]
"""Reference translations of abstracts, by `title_key`."""


def title_key(title: str) -> str:
    """A title as it is looked up: letters and digits only."""
    return "".join(filter(str.isalnum, title.casefold()))


def references(cards: Iterable[Card | Published]) -> References:
    """The translations in `cards`, to compare others with."""
    found = {}
    for card in cards:
        if isinstance(card, Published):
            found[title_key(card.title)] = card.translation
        elif card.metadata and card.translation:
            found[title_key(card.metadata.title)] = " ".join(
                s.target or "" for s in card.translation.sentences
            )
    return {title: text for title, text in found.items() if text.strip()}


def judge(card: Card | Published, lang: Language, known: References) -> PaperResult:
    """Everything that can be said of this card without asking anybody."""
    return _judge_published(card, lang, known) if isinstance(card, Published) else judge_card(card, known)


def judge_card(card: Card, known: References) -> PaperResult:
    """A card of PaperGloss; its claims carry the verdict of their check already."""
    lang = language(card.key.lang)
    results = fidelity.of_card(card.translation, lang) if card.translation else []
    title = card.metadata.title if card.metadata else ""
    spent = card.provenance
    return PaperResult(
        paper=card.key.paper,
        title=title,
        sentences=results,
        numbers=fidelity.numbers(results),
        terms=fidelity.terms(results),
        claims=_verdicts([*(card.summary or []), *(card.takeaways or [])]),
        chrf=_likeness(results, title, lang, known),
        cost=Cost(
            tokens_in=spent.tokens_in,
            tokens_cached=spent.tokens_cached,
            tokens_out=spent.tokens_out,
            amount=spent.cost,
            currency=spent.currency,
            estimated=spent.estimated,
        ),
        problems=card.problems,
    )


def _judge_published(card: Published, lang: Language, known: References) -> PaperResult:
    """Its statements cite nothing, so they are checked against the abstract, which is all there is."""
    results, added = fidelity.of_text(card.abstract, card.translation, lang)
    metadata = Metadata(source="file", title=card.title, authors=[], abstract=card.abstract)
    document = abstract_document(metadata)
    examiner = Examiner(document, [card.title, card.abstract], latin_script="latin" in lang.scripts)
    whole = [passage.n for passage in document.passages]
    statements = [sentence for text in card.statements for sentence in split_sentences(text)]
    return PaperResult(
        paper=card.title,
        title=card.title,
        sentences=results,
        added=added,
        numbers=fidelity.numbers(results),
        terms=fidelity.terms(results),
        claims=_verdicts(examiner.examine(DraftClaim(text, passages=whole)) for text in statements),
        chrf=_likeness(results, card.title, lang, known),
    )


def _verdicts(claims: Iterable[Claim]) -> dict[str, int]:
    return dict(Counter(claim.check.status for claim in claims))


def _likeness(
    results: list[SentenceResult], title: str, lang: Language, known: References
) -> Likeness | None:
    reference = known.get(title_key(title))
    return chrf(fidelity.shown(results), reference, lang) if results and reference else None
