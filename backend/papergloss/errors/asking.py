"""What was asked, and how that ended."""

from __future__ import annotations

from typing import Any

from papergloss.errors.base import PaperGlossError


class BadInput(PaperGlossError):
    """What was asked cannot be answered as asked."""

    type = "bad-input"
    title = "The request is not valid"
    status = 422
    default_hint = "Check what was given; docs/commands.md and docs/configuration.md say what is possible."


class BadIdentifier(BadInput):
    """Not an arXiv id, URL or PDF file."""

    type = "bad-identifier"
    title = "Not an arXiv paper"
    status = 400
    default_hint = "Give an id such as 2503.20680 or hep-th/9901001, an arXiv address, or a PDF file."


class ConsentNeeded(BadInput):
    """The reader has not yet seen which provider gets the text."""

    type = "consent-needed"
    title = "Confirm the provider first"
    status = 409
    default_hint = "Open the panel and confirm which provider gets the paper's text."


class Conflict(BadInput):
    """It was changed elsewhere meanwhile; nothing was overwritten.

    Args:
        current: what is stored, as JSON would have it.
        yours: what was asked, likewise.
    """

    type = "conflict"
    title = "Changed elsewhere meanwhile"
    status = 409
    default_hint = "Look at both versions and save the one that is right."

    def __init__(self, current: dict[str, Any], yours: dict[str, Any]) -> None:
        self.current = current
        self.yours = yours
        super().__init__()


class NotFound(PaperGlossError):
    """No such job, card, figure or passage."""

    type = "not-found"
    title = "Not found"
    status = 404
    default_hint = "It may have been deleted; open the paper again."


class Cancelled(PaperGlossError):
    """The reader cancelled the job."""

    type = "cancelled"
    title = "Cancelled"
    status = 409
    default_hint = "Press the button again to start over."
