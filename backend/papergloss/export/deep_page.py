"""A deep read as one page that needs nothing else: no scripts, no network, pictures within it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from papergloss.errors import BadInput
from papergloss.export.claims import notes
from papergloss.export.deep_parts import Part, parts
from papergloss.export.formulas import formula, rich
from papergloss.export.markdown import made_by
from papergloss.export.words import Words, words_of
from papergloss.gloss.card import Card, Claim, Figure, Metadata
from papergloss.gloss.corrections import corrected

Picture = Callable[[Figure], bytes | None]
"""A figure's WebP; None where it cannot be had."""

_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")
_RIGHT_TO_LEFT = ("ar",)
_FINE = Markup('<sup id="c{0}"><a href="#e{0}" title="{1}">{0}</a></sup>')
_DOUBTED = Markup('<sup id="c{0}" class="bad"><a href="#e{0}" title="{1}">{0} ⚠</a></sup>')
_templates = Environment(
    loader=PackageLoader("papergloss.export"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def deep_page(card: Card, picture: Picture) -> str:
    """The page, in the card's language. Nothing in the paper's or the model's text can act in it.

    Raises:
        BadInput: the card is no deep read.
    """
    card = corrected(card)
    if card.deep is None or card.metadata is None:
        raise BadInput("Only a deep read can be saved as a page.", "Save a card as Markdown.")
    words = words_of(card.key.lang)
    numbers = _Numbers(words)
    return _templates.get_template("deep.html").render(
        lang=card.key.lang,
        dir="rtl" if card.key.lang in _RIGHT_TO_LEFT else "ltr",
        meta=card.metadata,
        deep=card.deep,
        words=words,
        links=_links(card.metadata),
        sections=list(parts(card, card.deep, words)),
        cite=numbers.cite,
        cited=numbers.cited,
        notes=notes,
        caption=lambda part: _caption(part, words),
        picture=lambda figure: _data(picture(figure)),
        is_web=_WEB.fullmatch,
        rich=rich,
        formula=formula,
        made=made_by(card, words),
        style=Markup((files("papergloss.export") / "templates" / "deep.css").read_text("utf-8")),  # noqa: S704
    )


class _Numbers:
    """Gives each claim a number that leads to its evidence."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._claims: list[Claim] = []

    def cite(self, claim: Claim) -> Markup:
        self._claims.append(claim)
        number = len(self._claims)
        told = notes(claim, self._words)
        if claim.check.status in ("supported", "unchecked"):
            return _FINE.format(number, told)
        return _DOUBTED.format(number, told)

    def cited(self) -> list[tuple[int, Claim]]:
        return list(enumerate(self._claims, start=1))


def _caption(part: Part, words: Words) -> Markup:
    figure = part.figure
    name = words[figure.kind].format(number=figure.number) if figure else ""
    told = rich(figure.caption_target or figure.caption) if figure else ""
    note = Markup(" <em>{}</em>").format(part.note) if part.note else ""
    return Markup("<figcaption><b>{}</b> {}{}</figcaption>").format(name, told, note)


def _links(metadata: Metadata) -> list[tuple[str, str]]:
    named = [("arXiv", metadata.links.abs), ("PDF", metadata.links.pdf), ("HTML", metadata.links.html)]
    return [(name, address) for name, address in named if address and _WEB.fullmatch(address)]


def _data(webp: bytes | None) -> str | None:
    return None if webp is None else f"data:image/webp;base64,{base64.b64encode(webp).decode()}"
