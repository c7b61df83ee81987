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
    width = max(inner[2] - inner[0], 0.1)
    height = max(inner[3] - inner[1], 0.1)
    wide = min(inner[0] + width, outer[2]) - max(inner[0], outer[0])
    high = min(inner[1] + height, outer[3]) - max(inner[1], outer[1])
    return max(0.0, wide) * max(0.0, high) / (width * height)


def grow(rect: Rect, by: float) -> Rect:
    """`rect` with `by` points more on every side."""
    return (rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by)


def join(a: Rect, b: Rect) -> Rect:
    """The smallest rectangle around both."""
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
