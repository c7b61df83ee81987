"""What a reader puts right on a card: kept beside the card's own words, which stay reachable. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from papergloss.errors import NotFound
from papergloss.gloss.card import Card, Claim, Correction, Sentence


def correct(card: Card, part: str, text: str | None, wrong_evidence: Sequence[int]) -> Card:
    """The card with the reader's words for a place; with none, and no evidence flagged, as it was made.

    Raises:
        NotFound: the card has no such place.
    """
    original = words_at(card, part)
    if original is None:
        raise NotFound("The card has no such sentence.")
    others = [known for known in card.corrections if known.part != part]
    said = text.strip() if text else None
    if said == original:
        said = None
    if said or wrong_evidence:
        flagged = sorted(set(wrong_evidence))
        others.append(
            Correction(part=part, original=original, text=said, wrong_evidence=flagged, at=datetime.now(UTC))
        )
    return card.model_copy(update={"corrections": others})


def holding(card: Card, corrections: Sequence[Correction]) -> list[Correction]:
    """Those corrections that still fit: the card says at their places what it said when they were made."""
    return [known for known in corrections if words_at(card, known.part) == known.original]


def corrected(card: Card) -> Card:
    """The card as the reader wants it read: their words in place of its own."""
    texts = {known.part: known.text for known in card.corrections if known.text is not None}
    if not texts:
        return card
    changes: dict[str, object] = {
        part: [_claim(claim, texts.get(f"{part}/{n}")) for n, claim in enumerate(claims)]
        for part, claims in (("summary", card.summary), ("takeaways", card.takeaways))
        if claims
    }
    if (translation := card.translation) is not None:
        sentences = [
            _sentence(sentence, texts.get(f"translation/sentences/{n}"))
            for n, sentence in enumerate(translation.sentences)
        ]
        title = _sentence(translation.title, texts.get("translation/title"))
        changes["translation"] = translation.model_copy(update={"title": title, "sentences": sentences})
    return card.model_copy(update=changes)


def words_at(card: Card, part: str) -> str | None:
    """What a card says at a place, empty where nothing is written; None where it has no such place."""
    match part.split("/"):
        case ["summary" | "takeaways" as field, index] if index.isdecimal():
            claims = (card.summary if field == "summary" else card.takeaways) or []
            return claims[int(index)].text if int(index) < len(claims) else None
        case ["translation", "title"] if card.translation is not None:
            return card.translation.title.target or ""
        case ["translation", "sentences", index] if index.isdecimal() and card.translation is not None:
            sentences = card.translation.sentences
            return (sentences[int(index)].target or "") if int(index) < len(sentences) else None
    return None


def _claim(claim: Claim, text: str | None) -> Claim:
    return claim if text is None else claim.model_copy(update={"text": text})


def _sentence(sentence: Sentence, text: str | None) -> Sentence:
    if text is None:
        return sentence
    return sentence.model_copy(update={"target": text, "state": "ok", "reason": None})
