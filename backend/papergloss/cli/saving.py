"""`papergloss gloss --out`: a card as a file."""

from __future__ import annotations

from pathlib import Path

from papergloss.cli.terminal import err
from papergloss.errors import BadInput
from papergloss.export.deep_page import deep_page
from papergloss.export.markdown import card_to_markdown
from papergloss.gloss.card import Card, Kind
from papergloss.jobs.assembly import Backend

FORMS = (".md", ".json", ".html")


def require_form(out: Path, kind: Kind) -> None:
    """Whether a card of this kind can be written to such a file, asked before it is made. Raises BadInput."""
    if out.suffix.lower() not in FORMS:
        raise BadInput("--out needs a name that ends in .md, .json or .html.")
    if out.suffix.lower() == ".html" and kind != "deep":
        raise BadInput("Only a deep read can be saved as a page.", "Use --kind deep, or end the name in .md.")
    if not out.parent.is_dir():
        raise BadInput("There is no such folder to write to.")


def save(backend: Backend, card: Card, out: Path) -> None:
    """Writes the card; a page has its figures in it. Raises BadInput where the file cannot be written."""
    form = out.suffix.lower()
    text = card.model_dump_json(indent=2) if form == ".json" else card_to_markdown(card)
    if form == ".html":
        text = deep_page(card, backend.pictures.of_card(card))
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{out.name} cannot be written: {error.strerror}.") from error
    err.print(f"Written: {out}", soft_wrap=True)
