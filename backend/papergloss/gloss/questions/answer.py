"""Reads an answer while it comes: statements with their passages, and what the paper does not say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.outline import BULLET, DraftClaim, read_claim, read_unfinished, unframed
from papergloss.gloss.dialogue.streaming import LineFeed, Showing, Shown

_begins = tomllib.loads((files(__package__) / "missing.toml").read_text("utf-8"))["begins"]
_MISSING = re.compile(
    rf"^[\s\-*•#>_]*[\[【(（]?\s*(?:{'|'.join(_begins)})\s*[\]】)）]?[\s*_]*(?:[:：.。—–-][\s*_]*|$)",
    re.IGNORECASE,
)
_UNDECIDED = 24
"""Characters of a line that may still turn out to say what is missing, by its first letter."""
_FIRST_LETTERS = frozenset("n本论論文不논pвнل")
_FENCE = re.compile(r"^\s*```")
_HEADING = re.compile(r"^\s*(?:#+\s|\**(?:answer|回答|答案)\**\s*[:：]?\s*$)", re.IGNORECASE)


class AnswerParser:
    """Places are `claims/0/text` and `missing`; where that stands first, nothing of it is answered."""

    def __init__(self) -> None:
        self._feed = LineFeed()
        self._showing = Showing()
        self._gap = True
        self.claims: list[DraftClaim] = []
        self.missing: str | None = None
        """None where the answer does not say that anything is missing."""
        self.missing_first = False

    def feed(self, text: str) -> list[Shown]:
        """Takes the next piece of the answer; returns what it adds on screen."""
        shown: list[Shown] = []
        for line in self._feed.lines(text):
            shown.extend(self._take(line))
        shown.extend(self._preview(self._feed.rest))
        return shown

    def close(self) -> None:
        """The line left unfinished counts as finished."""
        for _ in self._take(self._feed.rest):
            pass

    def _take(self, line: str) -> Iterator[Shown]:
        line = unframed(line)
        if not line.strip() or _FENCE.match(line) or _HEADING.match(line):
            self._gap = True
            return
        if said := _MISSING.match(line):
            yield from self._miss(line[said.end() :])
            return
        bullet = BULLET.match(line)
        new = read_claim(line[bullet.end() :] if bullet else line)
        new.role = None
        if not bullet and not new.passages and (chatter(line) or line.rstrip(" *").endswith((":", "："))):
            return
        if bullet or self._gap or not self.claims:
            self.claims.append(new)
        else:
            self.claims[-1].go_on(new)
        self._gap = False
        yield from self._showing.step(f"claims/{len(self.claims) - 1}/text", self.claims[-1].text)

    def _miss(self, words: str) -> Iterator[Shown]:
        if self.missing is None:
            self.missing_first = not self.claims
        text = read_claim(words).text
        self.missing = f"{self.missing or ''} {text}".strip()
        self._gap = True
        yield from self._showing.step("missing", self.missing)

    def _preview(self, line: str) -> Iterator[Shown]:
        if said := _MISSING.match(line):
            if self.missing is None:
                yield from self._showing.step("missing", read_claim(line[said.end() :]).text)
            return
        bullet = BULLET.match(line)
        if not bullet or _may_be_missing(body := line[bullet.end() :]):
            return
        if claim := read_unfinished(body):
            yield from self._showing.step(f"claims/{len(self.claims)}/text", claim.text)


def _may_be_missing(body: str) -> bool:
    bare = body.lstrip(" *[【(（_")
    return len(bare) < _UNDECIDED and bare[:1].casefold() in _FIRST_LETTERS
