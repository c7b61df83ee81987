"""Cards to be judged and reference translations, out of a folder of JSON files.

A file holds one card or a list of cards, each of one of two kinds: a card of PaperGloss (what
`papergloss gloss --json` prints), or a published card: `title`, `abstract_en`, and for a language such as
`zh` the fields `abstract_zh`, `summary_zh` (a text), `takeaways_zh` (a list). Other fields are passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from papergloss.errors import BadInput
from papergloss.gloss.card import Card
from papergloss.gloss.languages import Language

LARGEST_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class Published:
    """A card that someone else made: texts, nothing numbered and nothing cited."""

    title: str
    abstract: str
    translation: str
    statements: tuple[str, ...]


def read_cards(folder: Path, language: Language) -> list[Card | Published]:
    """Every card in `folder` that is in `language`.

    Raises:
        BadInput: there is no such folder, a file is not JSON, or no card is in this language.
    """
    if not folder.is_dir():
        raise BadInput(f"There is no folder {folder.name}.", "Name a folder of JSON files.")
    found = [
        card
        for path in sorted(folder.glob("*.json"))
        for entry in _entries(path)
        if (card := _card(entry, language)) is not None
    ]
    if not found:
        raise BadInput(
            f"No card in {folder.name} is in {language.english}.",
            "docs/evaluation.md says how such files look; --lang names another language.",
        )
    return found


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(f"{path.name} is too large for a file of cards.")
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadInput(f"{path.name} cannot be read as JSON: {type(error).__name__}.") from None
    entries = content if isinstance(content, list) else [content]
    return [entry for entry in entries if isinstance(entry, dict)]


def _card(entry: dict[str, Any], language: Language) -> Card | Published | None:
    if "key" in entry and "provenance" in entry:
        try:
            card = Card.model_validate(entry)
        except ValidationError:
            raise BadInput("A card of another version of PaperGloss cannot be judged.") from None
        return card if card.key.lang == language.code else None
    code = next((c for c in (language.code, language.code.split("-")[0]) if f"abstract_{c}" in entry), None)
    if code is None or not _text(entry, "abstract_en"):
        return None
    takeaways = entry.get(f"takeaways_{code}")
    statements = [_text(entry, f"summary_{code}"), *(takeaways if isinstance(takeaways, list) else [])]
    return Published(
        title=_text(entry, "title"),
        abstract=_text(entry, "abstract_en"),
        translation=_text(entry, f"abstract_{code}"),
        statements=tuple(text for text in statements if isinstance(text, str) and text.strip()),
    )


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
