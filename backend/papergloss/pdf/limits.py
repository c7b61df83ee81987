"""What one PDF may cost. Every cap is a number measured on real and on hostile files."""

from __future__ import annotations

import contextlib
import math
import signal
import sys
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps for reading or drawing one PDF.

    The defaults come from hostile files (compression bombs, endless forms) tried one by one: none
    of 2,049 public files needs as much, and every bomb ends on one of these.
    """

    file_bytes: int = 50 * 1024 * 1024
    pages: int = 500
    figures: int = 200
    picture_pixels: int = 4_000_000
    memory_bytes: int = 1536 * 1024 * 1024
    cpu_seconds: int = 30
    wall_seconds: float = 40
    cpu_each: float = 0.14
    wall_each: float = 0.28
    """More seconds for each page, once their number is known: 500 pages take 22 of CPU on a slow core."""
    page_seconds: float = 10
    """CPU for the text of one page; the slowest of the real papers takes 0.6."""
    file_write_bytes: int = 1024 * 1024
    """The child writes no files; what little a library may want fits in this."""

    def of(self, pages: int) -> Limits:
        """The same for a file of so many pages, with all the time that they may take."""
        count = min(pages, self.pages)
        return replace(
            self,
            cpu_seconds=self.cpu_seconds + math.ceil(count * self.cpu_each),
            wall_seconds=self.wall_seconds + count * self.wall_each,
            cpu_each=0,
            wall_each=0,
        )


DEFAULT = Limits()


def apply(limits: Limits) -> None:
    """Bind the calling process to `limits`, for good. Where the system has no such limit, skip it.

    The wall clock is an alarm with its default action: the kernel ends the process even while
    a C library loops.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Unix only

    caps = (
        ("RLIMIT_AS", limits.memory_bytes, limits.memory_bytes),
        ("RLIMIT_CPU", limits.cpu_seconds, limits.of(limits.pages).cpu_seconds),
        ("RLIMIT_FSIZE", limits.file_write_bytes, limits.file_write_bytes),
        ("RLIMIT_CORE", 0, 0),
    )
    for name, value, most in caps:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
            resource.setrlimit(getattr(resource, name), (value, most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)


def apply_to_pages(limits: Limits, pages: int) -> None:
    """Give the calling process, bound to `limits`, the time that so many pages may take."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Unix only

    whole = limits.of(pages)
    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (whole.cpu_seconds, most))
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    signal.setitimer(signal.ITIMER_REAL, left + whole.wall_seconds - limits.wall_seconds)


def apply_to_page(seconds: float) -> None:
    """Give the calling process `seconds` of CPU until the next such call; 0 takes the limit off."""
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
