"""What is usual in this document: body size, leading, text area, columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from papergloss.pdf.document import Rect
from papergloss.pdf.line import MATH_SHARE, Line

BODY_TOLERANCE = 0.06
"""Share of the body size; PDFs that were scaled hold 9.9, 10.0 and 10.1 for one size."""
WIDE = 12
"""Words: a line with this many words or 60 characters is running text, not a cell or a label."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Sizes in points. `columns` are the x-extents of the text columns on most pages."""

    body: float
    leading: float
    left: float
    right: float
    columns: tuple[tuple[float, float], ...]

    def is_body_size(self, size: float) -> bool:
        """Whether `size` is the running text's."""
        return abs(size - self.body) <= BODY_TOLERANCE * self.body

    def column_of(self, rect: Rect) -> tuple[float, float]:
        """The x-extent in which `rect` stands: a column, or the whole text width when it spans them."""
        if len(self.columns) == 2:
            gutter = (self.columns[0][1] + self.columns[1][0]) / 2
            if rect[0] < gutter - 2 and rect[2] > gutter + 2:
                return (self.left, self.right)
            return self.columns[0] if (rect[0] + rect[2]) / 2 < gutter else self.columns[1]
        return (self.left, self.right)


def profile(pages: Iterable[list[Line]]) -> Profile:
    """Measure a document. An empty one gets a plain A4 profile."""
    lines = [line for page in pages for line in page if not line.rotated]
    body = _mode(lines)
    running = [
        line for line in lines if abs(line.size - body) <= BODY_TOLERANCE * body and line.math < MATH_SHARE
    ]
    full = [line for line in running if len(line.text) >= 25] or running
    if not full:
        return Profile(10.0, 12.0, 50.0, 545.0, ((50.0, 545.0),))
    left, right = (
        _quantile([line.rect[0] for line in full], 0.02),
        _quantile([line.rect[2] for line in full], 0.98),
    )
    return Profile(body, _leading(running, body), left, right, _columns(full, left, right))


def _mode(lines: list[Line]) -> float:
    """The size in which most characters are set, sizes within half a point taken together."""
    chars: Counter[float] = Counter()
    exact: dict[float, Counter[float]] = defaultdict(Counter)
    for line in lines:
        bucket = round(line.size * 2) / 2
        chars[bucket] += len(line.text)
        exact[bucket][line.size] += len(line.text)
    if not chars:
        return 10.0
    return exact[chars.most_common(1)[0][0]].most_common(1)[0][0]


def _leading(lines: list[Line], body: float) -> float:
    steps: Counter[float] = Counter()
    for before, line in pairwise(lines):
        step = line.baseline - before.baseline
        if line.page == before.page and 0.8 * body < step < 3 * body:
            steps[round(step * 2) / 2] += 1
    return steps.most_common(1)[0][0] if steps else 1.2 * body


def _columns(lines: list[Line], left: float, right: float) -> tuple[tuple[float, float], ...]:
    """Two columns when most running lines keep to one side of the middle, else one."""
    middle = (left + right) / 2
    first = [line for line in lines if line.rect[2] < middle + 4]
    second = [line for line in lines if line.rect[0] > middle - 4]
    if len(first) + len(second) < 0.6 * len(lines) or min(len(first), len(second)) < 0.15 * len(lines):
        return ((left, right),)
    return (
        (
            _quantile([line.rect[0] for line in first], 0.05),
            _quantile([line.rect[2] for line in first], 0.95),
        ),
        (
            _quantile([line.rect[0] for line in second], 0.05),
            _quantile([line.rect[2] for line in second], 0.95),
        ),
    )


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
