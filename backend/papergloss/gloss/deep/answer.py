"""Reads a section as a model writes it: sentences with their passages, formulas and figures between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.marks import take_citations, without_unfinished
from papergloss.gloss.dialogue.outline import BULLET, DraftClaim
from papergloss.gloss.dialogue.streaming import LineFeed, Showing
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import FigureKind

MOST_WAITING = 2
"""Sentences without passages that one with passages can speak for."""

_FENCE = re.compile(r"^\s*```.*$", re.MULTILINE)
_BRACKETS = re.compile(r"\\\[(.+?)\\\]", re.DOTALL)
_DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_MARKER = re.compile(
    r"[\[【]{2}\s*(figure|fig\.?|table|tab\.?|algorithm|alg\.?|图|圖|表|算法|演算法|図|그림|표)\s*"
    r"([A-Z]?[\w.-]*\d[\w.-]*|[IVX]+)\s*[\]】]{2}",
    re.IGNORECASE,
)
_KINDS: dict[str, FigureKind] = {
    "t": "table", "表": "table", "표": "table", "a": "algorithm", "算": "algorithm", "演": "algorithm",
}  # fmt: skip
_HEADING = re.compile(r"^\s*(?:#{1,6}\s.*|\*\*[^*]{1,80}\*\*\s*[:：]?\s*)$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CITED_AFTER = re.compile(r"([.。!！?？…])[ \t]*((?:[\[【][\d\s,，、–-]+[\]】]\s*)+)")
_CITED_END = re.compile(r"(?<=[\]】][.。!！?？])\s*")
_ENTRY = re.compile(r"^[\[【(（]?\s*(?:\[\s*)?(\d{1,5})(?:\s*\])?\s*[\]】)）][\s:：.—–-]*")
_ENDS = re.compile(r"[.。!！?？…:：;；][\"'”’)\]»」』）]*\s*$")


@dataclass
class DraftParagraph:
    """Sentences that stand together."""

    claims: list[DraftClaim] = field(default_factory=list)


@dataclass
class DraftFormula:
    """A formula alone on its line."""

    tex: str
    passages: list[int]


@dataclass
class DraftFigure:
    """The place of a figure, table or algorithm."""

    kind: FigureKind
    number: str


@dataclass
class DraftEntry:
    """An entry of the list of references, by its passage, and what is said about it."""

    passage: int
    claims: list[DraftClaim]


Draft = DraftParagraph | DraftFormula | DraftFigure


def read_section(answer: str) -> list[Draft]:
    """The section's parts in their order. Headings, bullets and chatter around it go."""
    found: list[Draft] = []
    for line in _lines(answer):
        cited, passages = take_citations(line)
        if display := _DISPLAY.fullmatch(cited.strip().rstrip(".,。，")):
            found.append(DraftFormula(" ".join(display[1].split()), passages))
            continue
        end = 0
        for marker in _MARKER.finditer(line):
            _add(found, line[end : marker.start()])
            found.append(DraftFigure(_KINDS.get(marker[1][0].lower(), "figure"), marker[2].rstrip(".")))
            end = marker.end()
        _add(found, line[end:])
    return [part for part in found if not isinstance(part, DraftParagraph) or part.claims]


def read_entries(answer: str) -> list[DraftEntry]:
    """The lines about references: an entry's number, then sentences."""
    found: list[DraftEntry] = []
    for line in _lines(answer):
        bullet = BULLET.match(line)
        body = line[bullet.end() :] if bullet else line
        entry = _ENTRY.match(body.strip())
        if entry and (claims := sentences(body.strip()[entry.end() :])):
            found.append(DraftEntry(int(entry[1]), claims))
    return found


def sentences(paragraph: str) -> list[DraftClaim]:
    """Each sentence with its passages; one that cites none goes with the next, which tells its passages."""
    claims: list[DraftClaim] = []
    waiting: list[str] = []
    for sentence in _split(_CITED_AFTER.sub(r" \2\1", paragraph)):
        text, passages = take_citations(_BOLD.sub(r"\1", sentence))
        if not any(character.isalnum() for character in text):
            if claims:
                claims[-1].passages.extend(passages)
            continue
        waiting.append(text)
        if passages or len(waiting) > MOST_WAITING:
            claims.append(DraftClaim(" ".join(waiting), None, passages))
            waiting = []
    return [*claims, DraftClaim(" ".join(waiting), None, [])] if waiting else claims


def _split(paragraph: str) -> Iterator[str]:
    """Sentences; whatever comes after one that is cited and closed begins another."""
    for piece in _CITED_END.split(paragraph):
        yield from split_sentences(piece)


class Preview:
    """What can be shown of a section that is still being written."""

    def __init__(self) -> None:
        self._feed = LineFeed()
        self._showing = Showing()
        self._done = ""

    def feed(self, text: str) -> str:
        """Takes the next piece of the answer; returns what it adds on screen."""
        for line in self._feed.lines(text):
            clean = "" if _HEADING.match(line) or _FENCE.match(line) else _clean(line)
            self._done = f"{self._done}{clean}\n" if clean else f"{self._done.rstrip()}\n\n"
        rest = self._feed.rest.rstrip("[【-*•# ")
        shown = f"{self._done}{without_unfinished(_clean(rest))}".strip()
        return "".join(more for _, more in self._showing.step("", shown))


def _clean(line: str) -> str:
    return take_citations(_BOLD.sub(r"\1", _MARKER.sub("", line)))[0]


def _lines(answer: str) -> Iterator[str]:
    """Its paragraphs, one line each, and formulas on lines of their own."""
    text = _FENCE.sub("", _BRACKETS.sub(lambda found: f"$${found[1]}$$", answer))
    text = _DISPLAY.sub(lambda found: f"$${' '.join(found[1].split())}$$", text)
    open_ = ""
    for raw in text.splitlines():
        line = raw.strip()
        if _HEADING.match(line) or (not take_citations(line)[1] and chatter(line)):
            line = ""
        if open_ and (not line or _begins(line)):
            yield open_
            open_ = ""
        open_ = f"{open_} {line}".strip()
        if line and (_ended(line) or _begins(line)):
            yield open_
            open_ = ""
    if open_:
        yield open_


def _begins(line: str) -> bool:
    return bool(_DISPLAY.match(line) or _MARKER.match(line) or BULLET.match(line))


def _ended(line: str) -> bool:
    text, passages = take_citations(line)
    return bool(passages and line.rstrip(" .。").endswith(("]", "】"))) or bool(_ENDS.search(text))


def _add(found: list[Draft], text: str) -> None:
    bullet = BULLET.match(text)
    if claims := sentences(text[bullet.end() :] if bullet else text):
        found.append(DraftParagraph(claims))
