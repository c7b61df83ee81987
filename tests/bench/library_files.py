"""Export of 10,000 entries against writing the same bytes plainly, and what importing them takes."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.harness import Recorder, bench
from papergloss.export.formats import FORMATS, pieces
from support.backend import backend
from support.library import Shelves
from support.many_papers import Writer
from support.records import record

PAPERS = 10_000
TIMES_PLAIN = 2_000
"""Plain writing costs a microsecond or two an entry, reading, setting and escaping one about a millisecond.
Measured: 300 to 600 times for lists, 1,300 to 1,500 for archives of a file a paper."""


@bench("library")
def export(record_: Recorder) -> None:
    """Papers a second of CPU, and how many times as much as writing the same bytes in the same pieces."""
    with tempfile.TemporaryDirectory() as folder, backend(Path(folder) / "home", Shelves.run) as made:
        start = time.process_time()
        made.library.importing.run(io.BytesIO(_bibtex()))
        seconds = time.process_time() - start
        record_.figure("library.import.papers_per_s", PAPERS / seconds, ">=", 40)
        for name, form in FORMATS.items():
            start = time.process_time()
            written = _write(
                Path(folder) / "out", pieces(form, made.library.exporting.records(whole=form.whole))
            )
            ours = time.process_time() - start
            data = (Path(folder) / "out").read_bytes()
            size = max(1, len(data) // written)
            start = time.process_time()
            _write(Path(folder) / "plain", (data[at : at + size] for at in range(0, len(data), size)))
            plain = time.process_time() - start
            speed = PAPERS / ours
            record_.figure(
                f"library.export.{name}.papers_per_s", speed, ">=", 500, bytes=len(data), plain_s=plain
            )
            record_.figure(f"library.export.{name}.times_plain", ours / plain, "<=", TIMES_PLAIN)


def _bibtex() -> bytes:
    writer, day = Writer(5), datetime(2025, 1, 1, tzinfo=UTC)
    papers = (
        record(
            f"{2001 + n // 100_000:04}.{n % 100_000:05}", title=writer.words(9), key=f"k{n}", submitted=day,
            authors=[writer.words(2).title() for _ in range(4)], abstract=writer.words(150), tags=["bench"],
        )
        for n in range(1, PAPERS + 1)
    )  # fmt: skip
    return b"".join(pieces(FORMATS["bibtex"], papers))


def _write(path: Path, parts: Iterable[bytes]) -> int:
    count = 0
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
            count += 1
    return count
