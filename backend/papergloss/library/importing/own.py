"""Our own JSON, paper by paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import ijson
from pydantic import ValidationError

from papergloss.export.document import VERSION
from papergloss.export.record import Record
from papergloss.gloss.card import Card, Metadata, Selection, Wire
from papergloss.library.importing.making import LABEL, faults, is_id
from papergloss.library.importing.rows import Row, unreadable
from papergloss.library.questions import Answer

PICTURES = "/api/v1/papers/"
"""Where the addresses of figures begin: another one would be asked with the reader's token."""

WEB = ("https://", "http://")

ANSWERS: dict[str, type[Wire]] = {"question": Answer, "selection": Selection}
"""What is kept with a saying of each kind."""


def rows(file: IO[bytes]) -> Iterator[Row]:
    """Each paper of an export.

    Raises:
        BadInput: a newer release wrote it.
        ijson.JSONError: it breaks off, or is no JSON.
    """
    version = next(ijson.items(file, "papergloss"), None)
    if not isinstance(version, int) or version > VERSION:
        raise unreadable("A newer PaperGloss wrote this file.", "Update PaperGloss.")
    file.seek(0)
    for place, item in enumerate(ijson.items(file, "papers.item", use_float=True), start=1):
        yield _row(place, item)


def _row(place: int, item: Any) -> Row:
    label = str(item.get("id", ""))[:LABEL] if isinstance(item, dict) else ""
    try:
        record = Record.model_validate(item)
        for saying in record.sayings:
            ANSWERS[saying.kind].model_validate(saying.answer)
    except ValidationError as error:
        return Row(place, label, problem=faults(error))
    except RecursionError:
        return Row(place, label, problem="It is nested too deeply.")
    if not is_id(record.id):
        return Row(place, label, problem="Its id is not one that PaperGloss gives.")
    problem = _strange(record.metadata)
    problem = problem or next((found for saved in record.cards if (found := _fault(saved.card))), None)
    return Row(place, label, problem=problem) if problem else Row(place, label, record=record)


def _strange(metadata: Metadata) -> str | None:
    """What arXiv would not say: it goes into other programs' files and into links."""
    links = metadata.links
    addresses = (links.abs, links.pdf, links.html, links.doi, metadata.licence, *links.code)
    if any(address and not address.lower().startswith(WEB) for address in addresses):
        return "One of its addresses is not of the web."
    return None if metadata.arxiv_id is None or is_id(metadata.arxiv_id) else "Its arXiv id is none."


def _fault(card: Card) -> str | None:
    if card.metadata is None or card.id != f"{card.key.digest()}-{card.revision}":
        return "One of its cards is not what its key says."
    if any(not figure.url.startswith(PICTURES) for figure in card.figures or []):
        return "A figure's address is not one of PaperGloss."
    return _strange(card.metadata)
