"""Small questions about rectangles (x0, y0, x1, y1; points, y downwards)."""

from __future__ import annotations

from papergloss.pdf.document import Rect


def area(rect: Rect) -> float:
    """Square points; 0 for an empty rectangle."""
    return max(0.0, rect[2] - rect[0]) * max(0.0, rect[3] - rect[1])


def overlap_x(a: Rect, b: Rect) -> float:
    """Shared width; negative is the gap between the two."""
    return min(a[2], b[2]) - max(a[0], b[0])


def overlap_y(a: Rect, b: Rect) -> float:
    """Shared height; negative is the gap between the two."""
    return min(a[3], b[3]) - max(a[1], b[1])


def share_inside(inner: Rect, outer: Rect) -> float:
    """Which share of `inner` lies in `outer`; a rule (no height) counts by its width."""
    x0, y0, x1, y1 = inner
    left, top, right, bottom = outer
    if x0 >= right or x1 <= left or y0 > bottom or y1 < top:
        return 0.0
    if left <= x0 and x1 <= right and top <= y0 and y1 <= bottom:
        return 1.0
    width, height = max(x1 - x0, 0.1), max(y1 - y0, 0.1)
    wide = min(x0 + width, right) - max(x0, left)
    high = min(y0 + height, bottom) - max(y0, top)
    return max(0.0, wide) * max(0.0, high) / (width * height)


def touches(a: Rect, b: Rect) -> bool:
    """Whether the two share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def grow(rect: Rect, by: float) -> Rect:
    """`rect` with `by` points more on every side."""
    return (rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by)


def join(a: Rect, b: Rect) -> Rect:
    """The smallest rectangle around both."""
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def rounded(rect: Rect) -> Rect:
    """`rect` to a tenth of a point."""
    return (round(rect[0], 1), round(rect[1], 1), round(rect[2], 1), round(rect[3], 1))
