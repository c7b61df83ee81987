"""Reads the model's outline of a deep read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from papergloss.gloss.dialogue.outline import BULLET, DraftClaim, read_claim
from papergloss.gloss.dialogue.streaming import LineFeed
from papergloss.gloss.explainer import SECTIONS, DeepSection, SectionName
from papergloss.gloss.languages import Language
from papergloss.gloss.summary.acceptance import usable

MOST_POINTS = 5
LONGEST_HEADING = 120
"""Characters; more is no heading."""
WANTED = 5
"""Sections with points, below which the outline is asked for again."""

_words: dict[str, list[str]] = tomllib.loads((files(__package__) / "vocabulary.toml").read_text("utf-8"))
_NAMES = {word: name for name, words in _words.items() for word in words}
_LABEL = re.compile(
    r"^[\s#>*_]*(?:\d{1,2}[.、)]\s*)?[*_]*([^\W\d_][^:：*]{0,30}?)[\s*_]*(?:[:：][\s*_]*|$)(.*)$"
)
_DECORATION = re.compile(r"^[\s*_#“\"«「]+|[\s*_”\"»」]+$")
_ANGLES = re.compile(r"^<.*>$")


class OutlineReader:
    """`sections` grow as lines come; each has a heading where one was given, and its points."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._feed = LineFeed()
        self._now: SectionName | None = None
        self._headings: dict[SectionName, str] = {}
        self._points: dict[SectionName, list[str]] = {}
        self.lede: DraftClaim | None = None

    @property
    def heard(self) -> str:
        """All that came."""
        return self._feed.heard

    def feed(self, text: str) -> bool:
        """Takes the next piece of the answer; whether it ended a line that can be shown."""
        return bool([line for line in self._feed.lines(text) if self._take(line)])

    def close(self) -> None:
        """The line left unfinished counts as finished."""
        self._take(self._feed.rest)

    @property
    def planned(self) -> int:
        """Sections that have points."""
        return sum(bool(points) for points in self._points.values())

    def sections(self) -> list[DeepSection]:
        """All sections in their order; what the outline left out is empty."""
        return list(self._sections())

    def _sections(self) -> Iterator[DeepSection]:
        for name in SECTIONS:
            points = self._points.get(name, [])[:MOST_POINTS]
            yield DeepSection(name=name, heading=self._headings.get(name, ""), points=points)

    def _take(self, line: str) -> bool:
        label = _LABEL.match(line)
        name = _NAMES.get(label[1].strip().casefold()) if label else None
        if label and name:
            return self._open(name, label[2])
        bullet = BULLET.match(line)
        if bullet and self._now is not None:
            point = read_claim(line[bullet.end() :]).text.strip()
            if usable(point, self._language) and not _ANGLES.match(point):
                self._points.setdefault(self._now, []).append(point)
                return True
        return False

    def _open(self, name: str, rest: str) -> bool:
        if name == "lede":
            draft = read_claim(rest)
            if usable(draft.text, self._language):
                self.lede = draft
            return self.lede is not None
        section = next(known for known in SECTIONS if known == name)
        self._now = section
        heading = _DECORATION.sub("", read_claim(rest).text)
        if len(heading) <= LONGEST_HEADING and usable(heading, self._language):
            self._headings[section] = heading
            return True
        return False
