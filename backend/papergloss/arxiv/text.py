"""Small text repairs that both of arXiv's formats need."""

from __future__ import annotations


def join(text: str | None) -> str:
    """The text with every run of white space as one space, none at the ends; None gives ""."""
    return " ".join((text or "").split())


def join_or_none(text: str | None) -> str | None:
    """Like `join`; None where nothing is left."""
    return join(text) or None
