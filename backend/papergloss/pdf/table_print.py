"""What a table prints: its words in lines and pieces, and the straight lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papergloss.pdf.document import Document, Figure, Rect
from papergloss.pdf.geometry import grow, join, share_inside

SAME_LINE = 0.4
"""Of a word's height: words whose middles are nearer stand in one row."""
WORD_GAP = 0.55
"""Of a word's height: white below this is between words, above it between cells."""
INDEX = 0.3
"""Of a word's height: how far a lower index reaches into its line, at least."""
ALONE = 0.5
"""The same of an index with no power over it."""
WIDE = 0.9
"""Of a table's width: a rule as wide parts all of it."""
NOTED = 0.6
"""The same of several rules alike; notes under them may be wider."""
NOTE = 40
"""Characters without a cell's white: a line as long under a table's last rule is a note."""


@dataclass(slots=True)
class Piece:
    """Words of one row with nothing but word spaces between them."""

    rect: Rect
    text: str
    words: list[tuple[Rect, str]]

    @property
    def middle(self) -> float:
        """Of its width."""
        return (self.rect[0] + self.rect[2]) / 2


Line = list[Piece]


@dataclass(slots=True)
class Ruling:
    """A table's width; heights of the rules that part all of it; shorter rules; bars between columns."""

    width: float

    wide: list[float]
    short: list[Rect]
    bars: list[Rect]

    def cuts(self, column: tuple[float, float]) -> list[float]:
        """Heights of the rules that pass through the middle of a column."""
        middle = (column[0] + column[1]) / 2
        return [*self.wide, *(rule[1] for rule in self.short if rule[0] <= middle <= rule[2])]

    def parts(self, above: float, below: float, share: float = 1.0) -> bool:
        """Whether a rule stands between two heights that is as wide as this share of the table."""
        wide = [rule[1] for rule in self.short if rule[2] - rule[0] >= share * self.width]
        return any(above < y < below for y in (*self.wide, *wide))


@dataclass(slots=True)
class Print:
    """A table as it is printed."""

    lines: list[Line]
    ruling: Ruling


def printed(document: Document, table: Figure) -> Print:
    """The lines of a table from the top down, without the notes under its last rule."""
    words = words_of(document, table)
    ruling = _ruling(words, table.rules)
    lines = _with_indices([_pieces(line, ruling.bars) for line in _lines(words)])
    return Print(_without_notes(lines, ruling.wide), ruling)


def cut(lines: Sequence[Line], x: float, left: float, right: float) -> list[Line]:
    """The lines with every piece between `left` and `right` cut in two at `x`."""
    return [[part for piece in line for part in _halves(piece, x, left, right)] for line in lines]


def _halves(piece: Piece, x: float, left: float, right: float) -> list[Piece]:
    if not left <= piece.rect[0] < x < piece.rect[2] <= right:
        return [piece]
    sides = [[w for w in piece.words if w[0][0] < x], [w for w in piece.words if w[0][0] >= x]]
    return [piece_of(side) for side in sides if side]


def piece_of(words: list[tuple[Rect, str]]) -> Piece:
    """Words side by side as one."""
    rect = words[0][0]
    for other, _ in words[1:]:
        rect = join(rect, other)
    return Piece(rect, " ".join(text for _, text in words), words)


def height_of(line: Line) -> float:
    """The middle of a line, in points from the page's top."""
    return (line[0].rect[1] + line[0].rect[3]) / 2


def words_of(document: Document, table: Figure) -> list[tuple[Rect, str]]:
    """The words in a table's region, without its caption's, and where each stands."""
    words = document.words
    region = grow(table.rect, 1.0)
    return [
        (rect, text)
        for text, page, rect, passage in zip(words.text, words.page, words.rect, words.passage, strict=True)
        if page == table.page and passage != table.passage and share_inside(rect, region) > 0.5
    ]


def _ruling(words: Sequence[tuple[Rect, str]], rules: Sequence[Rect]) -> Ruling:
    flat = [rule for rule in rules if rule[2] - rule[0] > rule[3] - rule[1]]
    bars = [rule for rule in rules if rule[2] - rule[0] <= rule[3] - rule[1]]
    if not words:
        return Ruling(0.0, [], [], [])
    width = max(rect[2] for rect, _ in words) - min(rect[0] for rect, _ in words)
    widest = max((rule[2] - rule[0] for rule in flat), default=0.0)
    wide = [rule for rule in flat if rule[2] - rule[0] >= WIDE * min(width, widest)]
    if widest < (NOTED if len(wide) > 1 else WIDE) * width:
        wide = []
    short = [rule for rule in flat if rule not in wide]
    return Ruling(min(width, widest), [(rule[1] + rule[3]) / 2 for rule in wide], short, bars)


def _lines(words: Sequence[tuple[Rect, str]]) -> list[list[tuple[Rect, str]]]:
    lines: list[list[tuple[Rect, str]]] = []
    for word in sorted(words, key=lambda word: (_middle(word[0]), word[0][0])):
        rect = word[0]
        if lines and _middle(rect) - _middle(lines[-1][0][0]) < SAME_LINE * (rect[3] - rect[1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _pieces(line: Sequence[tuple[Rect, str]], bars: Sequence[Rect]) -> Line:
    found: Line = []
    for rect, text in sorted(line):
        last = found[-1] if found else None
        near = last and rect[0] - last.rect[2] < WORD_GAP * (rect[3] - rect[1])
        if last and near and not _barred(last.rect, rect, bars):
            found[-1] = piece_of([*last.words, (rect, text)])
        else:
            found.append(piece_of([(rect, text)]))
    return found


def _with_indices(lines: list[Line]) -> list[Line]:
    """Lines that hang from the one above, such as the lower of two errors, put behind what they belong to."""
    found: list[Line] = []
    for line in lines:
        owners = [_owner(piece, found[-1]) if found else None for piece in line]
        if all(owners):
            for piece, owner in zip(line, owners, strict=True):
                if owner:
                    owner.text = f"{owner.text}_{piece.text}"
                    owner.rect = (*owner.rect[:2], max(owner.rect[2], piece.rect[2]), owner.rect[3])
        else:
            found.append(line)
    return found


def _owner(piece: Piece, above: Line) -> Piece | None:
    """The piece of the line above whose lower index this is: it reaches into it."""
    size = piece.rect[3] - piece.rect[1]
    for owner in above:
        inside = (
            owner.rect[0] < piece.rect[0]
            and piece.rect[0] < owner.rect[2]
            and piece.rect[2] < owner.rect[2] + size
        )
        if inside and owner.rect[3] - piece.rect[1] > (INDEX if "^" in owner.text else ALONE) * size:
            return owner
    return None


def _barred(left: Rect, right: Rect, bars: Sequence[Rect]) -> bool:
    """Whether a bar stands between two words of a line."""
    y, start, end = _middle(right), (left[0] + left[2]) / 2, (right[0] + right[2]) / 2
    return any(bar[1] <= y <= bar[3] and start < (bar[0] + bar[2]) / 2 < end for bar in bars)


def _without_notes(lines: list[Line], wide: Sequence[float]) -> list[Line]:
    """Lines under the last rule go where one of them is as long as no cell; under the head's they stay."""
    end = max(wide, default=float("inf"))
    kept = [line for line in lines if height_of(line) < end]
    notes = any(len(piece.text) >= NOTE for line in lines[len(kept) :] for piece in line)
    over = sum(y < height_of(kept[-1]) for y in wide) if kept else 0
    return kept if notes and over else lines


def _middle(rect: Rect) -> float:
    return (rect[1] + rect[3]) / 2
