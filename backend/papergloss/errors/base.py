"""The root of the tree."""

from __future__ import annotations

from typing import ClassVar


class PaperGlossError(Exception):
    """Base of the tree.

    Args:
        detail: one plain sentence that says what happened.
        hint: one plain sentence that says what to do next; empty takes the class's `default_hint`.
    """

    type: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong in PaperGloss"
    status: ClassVar[int] = 500
    default_hint: ClassVar[str] = "Try again; if it happens again, run `papergloss doctor`."

    def __init__(self, detail: str = "", hint: str = "") -> None:
        self.detail = detail or self.title
        self.hint = hint or self.default_hint
        super().__init__(self.detail)
