"""Lines grouped into paragraphs, in stream order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import overlap_x
from papergloss.pdf.line import MATH_SHARE, Line, union
from papergloss.pdf.numbering import NUMBERED
from papergloss.pdf.profile import Profile

Role = Literal["body", "heading", "caption", "footnote", "reference", "front", "other"]
LABEL = re.compile(
    r"^(?P<prefix>(?:Supplementary|Supplemental|Extended Data|Appendix)\s+)?"
    r"(?P<kind>Figures?|FIGURES?|Fig\.?|FIG\.?|Figs\.|Tables?|TABLES?|Tab\.|Tableau|Algorithms?|ALGORITHM|Algorithme|Listing|LISTING|"
    r"Scheme|Chart|Plate|PLATE|Abbildung|Abb\.|Tabelle|Figura|Tabla|Tabela|Box)"
    r"\s*(?P<number>[A-Z]{0,2}[.-]?\d+(?:[.-]\d+)*[a-z]?|[IVXL]+|[A-Z])(?P<part>\s?\([a-z]\))?"
    r"(?P<delimiter>\s*[:.|]|\s+[–—-](?=\s|$)|[–—](?=\s)|\)|(?=\s)|$)"
)
"""A caption's label; `number` keeps its printed form (3, A.1, S2, IV)."""
BARE_LABEL = re.compile(rf"{LABEL.pattern}$")
"""A label on a line of its own: the caption's title follows below."""
APPENDIX_LABEL = re.compile(r"^appendix\s+\(?[A-Z\d]\)?\s?[:.]", re.IGNORECASE)
"""An appendix' heading, however it is set."""
ENTRY = re.compile(r"^\[\s?(?:\d{1,3}|[A-Za-z][\w+.-]{1,12})\s?\]")
"""A numbered reference's mark."""
RAISED_ENTRY = re.compile(r"^(\d{1,3})(?=[^\W\d_])")
"""A raised number before a reference (AIP style), a note or an address."""
LOOSE = 1.32
"""Times the leading: a gap wider than this between baselines starts a paragraph."""
SIZE_STEP = 0.1
"""Share by which sizes must differ to be two: footnotes are .8-.9 of the body, captions .9."""
FRACTION = 150
"""Points: a shorter rule next to a formula may be its fraction bar."""
ENDS = (".", "!", "?", ":", ";", "。", "”", '"')


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that belong together on one page. `role` is settled step by step."""

    lines: list[Line]
    rect: Rect
    role: Role = "other"

    @property
    def page(self) -> int:
        """Page number, from 1."""
        return self.lines[0].page

    @property
    def text(self) -> str:
        """Its lines, joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def ink(self) -> Rect:
        """Its box without the white of tall fonts."""
        return union(line.ink for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its longest line."""
        return max(self.lines, key=lambda line: len(line.text)).size


def paragraphs(lines: list[Line], rules: list[Rect], usual: Profile) -> list[Paragraph]:
    """Group the lines of one page. `rules` are its horizontal rules."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _breaks(groups[-1], line, rules, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(group, union(line.rect for line in group)) for group in groups]


def _breaks(group: list[Line], line: Line, rules: list[Rect], usual: Profile) -> bool:
    last = group[-1]
    if line.rotated != last.rotated:
        return True
    if line.rotated:
        return line.block != last.block
    anchor = max(group[-3:], key=lambda item: (len(item.text) > 6, item.baseline))
    if _is_script(line, anchor):
        return False
    return (
        _jumps(anchor, last, line, usual)
        or _begins(group, anchor, last, line, usual)
        or _ruled(last, line, rules)
    )


def _is_script(line: Line, anchor: Line) -> bool:
    """A sub- or superscript, fraction part or accent that stands within the anchor's line."""
    overlap = min(line.rect[3], anchor.rect[3]) - max(line.rect[1], anchor.rect[1])
    beside = anchor.rect[0] - 2 < line.rect[0] < anchor.rect[2] + 2 * anchor.size
    return beside and overlap > 0.2 * line.height and (len(line.text) <= 6 or line.math > MATH_SHARE)


def _jumps(anchor: Line, last: Line, line: Line, usual: Profile) -> bool:
    """The next line stands elsewhere: above, beside, far below, or in another size."""
    maths = line.math > MATH_SHARE or last.math > MATH_SHARE
    leading = min(usual.leading, 1.45 * anchor.size) if anchor.size < 0.95 * usual.body else usual.leading
    leading = max(leading, 1.1 * max(anchor.size, line.size))
    if line.rect[3] < last.rect[1] or line.baseline < anchor.baseline - (2.5 if maths else 0.5) * anchor.size:
        return True
    below = min(line.baseline - anchor.baseline, line.rect[1] - anchor.rect[3] + 1.2 * anchor.size)
    if below > LOOSE * leading * (1.25 if maths else 1):
        return True
    if line.bold and last.bold and line.block == last.block and abs(line.baseline - last.baseline) < 1:
        return line.rect[0] > last.rect[2] + 5 * line.size
    if line.rect[0] > anchor.rect[2] + 2 * line.size or line.rect[2] < anchor.rect[0] - 2 * line.size:
        return not maths or line.rect[0] > anchor.rect[2] + 8 * line.size
    size_step = abs(line.size - anchor.size) > SIZE_STEP * max(line.size, anchor.size)
    return size_step and len(line.text) > 6 and line.math < MATH_SHARE


def _begins(group: list[Line], anchor: Line, last: Line, line: Line, usual: Profile) -> bool:
    """The next line looks like a first line: a label, an entry, an indent, another weight."""
    if is_entry(line) and (is_entry(group[0]) or last.text.rstrip().endswith(ENDS)):
        return line.rect[0] <= group[0].rect[0] + 2
    label = LABEL.match(line.text)
    appendix = len(group) == 1 and APPENDIX_LABEL.match(last.text)
    if (label and (label["delimiter"].strip() or line.lead_bold)) or (
        appendix and last.width < 0.9 * _measure(last, usual)
    ):
        return True
    prose = line.math < MATH_SHARE and last.math < MATH_SHARE
    weight = line.bold != last.bold and len(line.text) > 3 and all(item.bold == last.bold for item in group)
    if (prose and weight and not _bold_lead(group, line, usual)) or _titled(group, line, usual):
        return True
    if line.bold == last.bold and (line.bold or line.size > 1.05 * usual.body):
        return False
    if (
        len(group) == 1
        and last.width < 0.75 * _measure(last, usual)
        and capitals(last.text)
        and not capitals(line.text)
        and not BARE_LABEL.match(last.text)
    ):
        return True
    short = last.rect[2] < anchor.rect[0] + 0.93 * _measure(anchor, usual)
    indent = line.rect[0] - min(item.rect[0] for item in group)
    indented = 0.7 * line.size < indent < 4 * line.size and line.rect[0] - last.rect[0] > 0.7 * line.size
    return (
        prose
        and indented
        and (short or last.text.rstrip().endswith(ENDS))
        and len(group) > 0
        and _flush(group)
    )


def _bold_lead(group: list[Line], line: Line, usual: Profile) -> bool:
    """A caption whose title is bold goes on in regular letters, close below a full line."""
    last = group[-1]
    full = last.width > 0.95 * _measure(last, usual)
    close = line.block == last.block and line.baseline - last.baseline < 1.25 * line.size
    return full and close and bool(LABEL.match(group[0].text))


def is_entry(line: Line) -> bool:
    """Whether it begins like an entry of a list of references, with its number in brackets or raised."""
    return bool(RAISED_ENTRY.match(line.text) if line.lead_super else ENTRY.match(line.text))


def _titled(group: list[Line], line: Line, usual: Profile) -> bool:
    """The group is a numbered title, in bold or italics, shorter than a line; `line` is neither."""
    if not (group[0].bold and not line.bold) and not (group[0].italic and not line.italic):
        return False
    alike = all(item.bold == group[0].bold and item.italic == group[0].italic for item in group)
    short = group[-1].width < 0.9 * _measure(group[-1], usual)
    return alike and short and bool(NUMBERED.match(" ".join(item.text for item in group)))


def capitals(text: str) -> bool:
    """Whether the letters are capitals, a few aside."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def _flush(group: list[Line]) -> bool:
    """The group is not a hanging one (list item, reference): its later lines are not indented."""
    return len(group) == 1 or group[-1].rect[0] <= group[0].rect[0] + 2


def _measure(line: Line, usual: Profile) -> float:
    x0, x1 = usual.column_of(line.rect)
    return x1 - x0


def _ruled(last: Line, line: Line, rules: list[Rect]) -> bool:
    """A rule lies between the two lines and under a good part of them."""
    low, high = last.baseline - 0.1 * last.size, line.rect[1] + 0.3 * line.height
    formula = line.math > MATH_SHARE or last.math > MATH_SHARE
    shortest = FRACTION if formula else 30
    between = (rule for rule in rules if low <= rule[1] <= high and rule[2] - rule[0] > shortest)
    return any(overlap_x(rule, item.rect) > 0.5 * item.width for rule in between for item in (last, line))
