"""Readers of the model's answers, fed piece by piece.

`OutlineParser` reads the summary's outline, `NumberedParser` the translation's numbered lines. Both
take what weak models make of the form (other bullets, bold headings, full-width brackets, translated
labels); what may stand on a card is decided elsewhere. Each `feed` returns what can be shown already:
`(place, text)` pairs, text to append at that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from papergloss.gloss.dialogue import other_forms
from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.outline import (
    BULLET,
    DraftClaim,
    Outline,
    heading,
    read_claim,
    read_unfinished,
    unframed,
)
from papergloss.gloss.dialogue.streaming import LineFeed, Showing, Shown
from papergloss.gloss.dialogue.vocabulary import Part

__all__ = ["DraftClaim", "NumberedParser", "Outline", "OutlineParser", "read_claim"]

_NUMBERED = re.compile(
    r"^[\s>*_-]*(?:[\[【［(（]\s*(\d{1,4})\s*[\]】］)）][:：.、]?|(\d{1,4})(?:[.:：](?!\d)|[)、．）])"
    r"|(?:句子?|文|(?i:sentence))\s*(\d{1,4})\s*[:：.、])[*_]*\s*"
)
_TITLE = re.compile(
    r"^[\s*_]*(?:标题|標題|题目|題目|タイトル|제목|Title|Titel|Titre|Título|Название|العنوان)\s*[:：]\s*[*_]*"
)
_FENCE = re.compile(r"^\s*```")


class OutlineParser:
    """Places are `summary/0`, `takeaways/3`."""

    def __init__(self) -> None:
        self._feed = LineFeed()
        self._showing = Showing()
        self._outline = Outline()
        self._part: Part | None = None
        self._last_number = 0
        self._gap = True
        self._loose: list[DraftClaim] = []
        """Lines without bullet, label and passages: chatter, where other lines have them."""

    def feed(self, text: str) -> list[Shown]:
        """Takes the next piece of the answer; returns what it adds on screen."""
        shown: list[Shown] = []
        for line in self._feed.lines(text):
            shown.extend(self._take(line))
        shown.extend(self._preview(self._feed.rest))
        return shown

    def close(self) -> Outline:
        """The outline of the whole answer; the line left unfinished counts as finished."""
        for _ in self._take(self._feed.rest):
            pass
        if not self._cited() and (other := other_forms.outline(self._feed.heard)):
            parser = OutlineParser()
            parser.feed(other)
            return parser.close()
        if self._framed(self._outline.summary) or self._framed(self._outline.takeaways):
            self._outline.summary = self._framed(self._outline.summary)
            self._outline.takeaways = self._framed(self._outline.takeaways)
        return self._outline

    def _cited(self) -> bool:
        claims = [*self._outline.summary, *self._outline.takeaways]
        return len(claims) > 1 and any(claim.passages for claim in claims)

    def _framed(self, claims: list[DraftClaim]) -> list[DraftClaim]:
        return [claim for claim in claims if not any(claim is loose for loose in self._loose)]

    def _claims(self) -> list[DraftClaim]:
        return getattr(self._outline, self._part or "summary")  # type: ignore[no-any-return]

    def _take(self, line: str) -> Iterator[Shown]:
        if not line.strip() or _FENCE.match(line):
            self._gap = True
            return
        part, line = heading(unframed(line))
        if part:
            self._part, self._gap, self._last_number = part, True, 0
        if not line.strip():
            return
        bullet = BULLET.match(line)
        self._turn_withoutheading(bullet)
        claims = self._claims()
        new = read_claim(line[bullet.end() :] if bullet else line)
        if bullet or new.role or self._gap or not claims:
            claims.append(new)
            if not (bullet or new.role or new.passages):
                self._loose.append(new)
        else:
            claims[-1].go_on(new)
            if new.passages:
                self._loose = [claim for claim in self._loose if claim is not claims[-1]]
        self._gap = False
        framed = self._framed(claims)
        shown = self._part or bullet or new.role
        if shown and framed and framed[-1] is claims[-1]:
            yield from self._showing.step(f"{self._part or 'summary'}/{len(framed) - 1}", claims[-1].text)

    def _turn_withoutheading(self, bullet: re.Match[str] | None) -> None:
        number = int(bullet[1]) if bullet and bullet[1] else 0
        restarts = number == 1 and self._last_number > 1
        if self._part is None and len(self._framed(self._outline.summary)) > 1 and (restarts or self._gap):
            self._part = "takeaways"
        self._last_number = number or self._last_number

    def _preview(self, line: str) -> Iterator[Shown]:
        bullet = BULLET.match(line)
        if self._part is None or not bullet or heading(line)[0]:
            return
        if not (claim := read_unfinished(line[bullet.end() :])):
            return
        yield from self._showing.step(f"{self._part}/{len(self._framed(self._claims()))}", claim.text)


class NumberedParser:
    """Places are the sentences' numbers: `0` is the title. `asked` are the numbers that are to come."""

    def __init__(self, asked: Sequence[int] = ()) -> None:
        self._asked = asked
        self._feed = LineFeed()
        self._showing = Showing()
        self._targets: dict[int, str] = {}
        self._twice: set[int] = set()
        self._current: int | None = None
        self._gap = False

    def feed(self, text: str) -> list[Shown]:
        """Takes the next piece of the answer; returns what it adds on screen."""
        shown: list[Shown] = []
        for line in self._feed.lines(text):
            shown.extend(self._take(line))
        rest = self._feed.rest
        match = _NUMBERED.match(rest)
        if match and match.end() < len(rest) and _number(match) not in self._targets:
            shown.extend(self._show(_number(match), rest[match.end() :].rstrip()))
        return shown

    def close(self) -> tuple[dict[int, str], set[int]]:
        """Translations by sentence number, and the numbers that came more than once."""
        for _ in self._take(self._feed.rest):
            pass
        if len(self._targets) < min(2, len(self._asked)):
            other = other_forms.numbered(self._feed.heard, self._asked)
            self._targets = other if len(other) > len(self._targets) else self._targets
        if 0 in self._targets:
            self._targets[0] = _TITLE.sub("", self._targets[0])
        return self._targets, self._twice

    def _take(self, line: str) -> Iterator[Shown]:
        if not line.strip() or _FENCE.match(line):
            self._gap = True
            return
        match = _NUMBERED.match(line)
        if match:
            self._current = _number(match)
            if self._current in self._targets:
                self._twice.add(self._current)
                return
            self._targets[self._current] = line[match.end() :].strip()
        elif 0 not in self._targets and (title := _TITLE.match(line)):
            self._current = 0
            self._targets[0] = line[title.end() :].strip()
        elif self._current is not None and (chatter(line) or (self._gap and self._targets[self._current])):
            return
        elif self._current is not None:
            self._targets[self._current] = f"{self._targets[self._current]} {line.strip()}".strip()
        self._gap = False
        if self._current is not None:
            yield from self._show(self._current, self._targets[self._current])

    def _show(self, n: int, text: str) -> Iterator[Shown]:
        if n == 0:
            text = _TITLE.sub("", text)
        if n in self._asked[:-1]:
            following = self._asked[self._asked.index(n) + 1]
            text = text.split(f"[{following}")[0].rstrip(" [")
        yield from self._showing.step(str(n), text)


def _number(match: re.Match[str]) -> int:
    return int(match[1] or match[2] or match[3])
