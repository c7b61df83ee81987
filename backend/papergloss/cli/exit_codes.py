"""What the shell is told."""

from __future__ import annotations

from enum import Enum


class ExitCode(Enum):
    """Exit codes of every command; documented in docs/commands.md."""

    DONE = (0, "done")
    FAILED = (1, "failed; the last lines of standard error say why and what to do")
    USAGE = (2, "the command was not given as it must be")
    PARTIAL = (
        3,
        "made, but not whole; the `problems` of the card, or of the papers, say what failed",
    )
    CANCELLED = (130, "cancelled with Ctrl-C")

    def __init__(self, code: int, meaning: str) -> None:
        self.code = code
        self.meaning = meaning
