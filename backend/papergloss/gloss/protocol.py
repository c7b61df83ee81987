"""Readers of the model's answers, fed piece by piece.

`OutlineParser` reads the summary's outline, `NumberedParser` the translation's numbered lines. Both
take what weak models make of the form (other bullets, bold headings, full-width brackets, translated
labels); what may stand on a card is decided elsewhere. Each `feed` returns what can be shown already:
`(place, text)` pairs, text to append at that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.marks import take_citations, without_unfinished
from papergloss.gloss.dialogue.vocabulary import PART_OF, ROLE_OF, Part, Role

Shown = tuple[str, str]

_BULLET = re.compile(
    r"^\s*(?:[-*•·–—▪●]\s+|-(?=[^\W\d_])|[•·●](?=\S)|\(?(\d{1,2})(?:[)、．）]|[.:：](?!\d))\s*)"
)
_LABEL = re.compile(
    r"^[\s*_]*[(\[（【]?\s*([^\W\d_][^:：()\[\]（）【】*]{0,24}?)\s*[)\]）】]?[\s*_]*[:：][\s*_]*"
)
_LABEL_IN_BRACKETS = re.compile(r"^[\s*_]*[(\[（【]\s*(\w{2,24})\s*[)\]）】][\s*_]*")
_NUMBERED = re.compile(
    r"^[\s>*_-]*(?:[\[【［(（]\s*(\d{1,4})\s*[\]】］)）][:：.、]?|(\d{1,4})(?:[.:：](?!\d)|[)、．）]))[*_]*\s*"
)
_DECORATION = re.compile(r"^[\s#*_>=-]+|[\s*_=:：-]+$")
_FENCE = re.compile(r"^\s*```")
_UNDECIDED = 12
"""Characters of a line that may still turn out to be a heading or a label."""


@dataclass
class DraftClaim:
    """One statement as the model wrote it, not yet checked."""

    text: str = ""
    role: Role | None = None
    passages: list[int] = field(default_factory=list)


@dataclass
class Outline:
    """The model's outline, not yet checked."""

    summary: list[DraftClaim] = field(default_factory=list)
    takeaways: list[DraftClaim] = field(default_factory=list)


class _LineFeed:
    """Cuts the stream into whole lines and the line still being written."""

    def __init__(self) -> None:
        self._rest = ""

    def lines(self, text: str) -> list[str]:
        *whole, self._rest = (self._rest + text).replace("\r\n", "\n").split("\n")
        return whole

    @property
    def rest(self) -> str:
        return self._rest


class _Showing:
    """Remembers what stands at each place, so that only what is new is told."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}

    def step(self, place: str, text: str) -> Iterator[Shown]:
        before = self._shown.get(place, "")
        if len(text) > len(before) and text.startswith(before):
            self._shown[place] = text
            yield place, text[len(before) :]


class OutlineParser:
    """Places are `summary/0`, `takeaways/3`."""

    def __init__(self) -> None:
        self._feed = _LineFeed()
        self._showing = _Showing()
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
        if self._framed(self._outline.summary) or self._framed(self._outline.takeaways):
            self._outline.summary = self._framed(self._outline.summary)
            self._outline.takeaways = self._framed(self._outline.takeaways)
        return self._outline

    def _framed(self, claims: list[DraftClaim]) -> list[DraftClaim]:
        return [claim for claim in claims if not any(claim is loose for loose in self._loose)]

    def _claims(self) -> list[DraftClaim]:
        return getattr(self._outline, self._part or "summary")  # type: ignore[no-any-return]

    def _take(self, line: str) -> Iterator[Shown]:
        if not line.strip() or _FENCE.match(line):
            self._gap = True
            return
        part, line = _heading(line)
        if part:
            self._part, self._gap, self._last_number = part, True, 0
        if not line.strip():
            return
        bullet = _BULLET.match(line)
        self._turn_without_heading(bullet)
        claims = self._claims()
        new = read_claim(line[bullet.end() :] if bullet else line)
        if bullet or new.role or self._gap or not claims:
            claims.append(new)
            if not (bullet or new.role or new.passages):
                self._loose.append(new)
        else:
            _continue(claims[-1], new)
            if new.passages:
                self._loose = [claim for claim in self._loose if claim is not claims[-1]]
        self._gap = False
        framed = self._framed(claims)
        if framed and framed[-1] is claims[-1]:
            yield from self._showing.step(f"{self._part or 'summary'}/{len(framed) - 1}", claims[-1].text)

    def _turn_without_heading(self, bullet: re.Match[str] | None) -> None:
        number = int(bullet[1]) if bullet and bullet[1] else 0
        restarts = number == 1 and self._last_number > 1
        if self._part is None and len(self._framed(self._outline.summary)) > 1 and (restarts or self._gap):
            self._part = "takeaways"
        self._last_number = number or self._last_number

    def _preview(self, line: str) -> Iterator[Shown]:
        bullet = _BULLET.match(line)
        if self._part is None or not bullet or _heading(line)[0]:
            return
        body = line[bullet.end() :]
        if not _LABEL.match(body) and len(body) < _UNDECIDED:
            return
        claim = read_claim(without_unfinished(body))
        yield from self._showing.step(
            f"{self._part}/{len(self._framed(self._claims()))}", _without_open_bold(claim.text)
        )


class NumberedParser:
    """Places are the sentences' numbers: `0` is the title."""

    def __init__(self) -> None:
        self._feed = _LineFeed()
        self._showing = _Showing()
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
            shown.extend(self._showing.step(str(_number(match)), rest[match.end() :].rstrip()))
        return shown

    def close(self) -> tuple[dict[int, str], set[int]]:
        """Translations by sentence number, and the numbers that came more than once."""
        for _ in self._take(self._feed.rest):
            pass
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
        elif self._current is not None and (chatter(line) or (self._gap and self._targets[self._current])):
            return
        elif self._current is not None:
            self._targets[self._current] = f"{self._targets[self._current]} {line.strip()}".strip()
        self._gap = False
        if self._current is not None:
            yield from self._showing.step(str(self._current), self._targets[self._current])


def _continue(claim: DraftClaim, more: DraftClaim) -> None:
    claim.text = f"{claim.text} {more.text}".strip()
    claim.passages.extend(n for n in more.passages if n not in claim.passages)


def _number(match: re.Match[str]) -> int:
    return int(match[1] or match[2])


def _heading(line: str) -> tuple[Part | None, str]:
    """The part that a heading opens and what follows the heading on its line; else the line itself."""
    bare = _DECORATION.sub("", _BULLET.sub("", line, count=1))
    if part := PART_OF.get(bare.casefold()):
        return part, ""
    label = _LABEL.match(line.lstrip("# "))
    if label and (part := PART_OF.get(label[1].strip().casefold())):
        return part, line.lstrip("# ")[label.end() :]
    return None, line


def read_claim(body: str) -> DraftClaim:
    """A statement with its label before it and its passage numbers in it."""
    role: Role | None = None
    for pattern in (_LABEL, _LABEL_IN_BRACKETS):
        label = pattern.match(body)
        if label and (role := ROLE_OF.get(label[1].strip().casefold())):
            body = body[label.end() :]
            break
    text, passages = take_citations(body)
    return DraftClaim(re.sub(r"\*\*(.+?)\*\*", r"\1", text), role, passages)


def _without_open_bold(text: str) -> str:
    head, mark, _ = text.partition("**")
    return (head if mark else text.rstrip("*")).rstrip()
