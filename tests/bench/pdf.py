"""How long reading a PDF takes against PyMuPDF's own text extraction, how much memory, how right."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

import pymupdf

from bench.harness import Absent, Recorder, bench, data_dir, paired_medians
from papergloss.pdf import reader, render
from papergloss.pdf.assemble import read_bytes
from papergloss.pdf.limits import DEFAULT


def papers() -> list[Path]:
    """The shared papers, in name order."""
    found = sorted((data_dir() / "pdfs").glob("*.pdf"))
    if not found:
        raise Absent("no PDFs in PAPERGLOSS_DATA")
    return found


def reference_seconds(data: bytes) -> float:
    """CPU seconds for `get_text("dict")` without images."""
    start = time.process_time()
    with pymupdf.open(stream=data) as pdf:
        for page in pdf:
            page.get_text("dict", flags=pymupdf.TEXTFLAGS_TEXT)
    return time.process_time() - start


def our_seconds(data: bytes) -> tuple[float, float]:
    """CPU seconds to the first Document (text, figure boxes) and to the last (hidden text, trim)."""
    start = time.process_time()
    documents = read_bytes(data, DEFAULT)
    next(documents)
    first = time.process_time() - start
    for _ in documents:
        pass
    return first, time.process_time() - start


@bench("pdf")
def read(record: Recorder) -> None:
    """CPU seconds over every shared paper, in this process, against the bare extraction of the same files."""
    ours, whole, reference = 0.0, 0.0, 0.0
    for path in papers():
        data = path.read_bytes()
        reference += reference_seconds(data)
        first, last = our_seconds(data)
        ours, whole = ours + first, whole + last
    record.figure("pdf.read.ratio", ours / reference, "<=", 4, ours=ours, reference=reference)
    record.figure("pdf.read.hidden.ratio", whole / reference, "<=", 6, ours=whole, reference=reference)


@bench("pdf")
def linear(record: Recorder) -> None:
    """CPU seconds for a file of as many pages as the cap allows, against its tenths read one by one."""
    with pymupdf.open() as long:
        for path in cycle(papers()):
            with pymupdf.open(path) as pdf:
                long.insert_pdf(pdf, to_page=min(pdf.page_count, DEFAULT.pages - long.page_count) - 1)
            if long.page_count == DEFAULT.pages:
                break
        parts = DEFAULT.pages // 10
        whole = sum(our_seconds(bytes(long.tobytes())))
        pieces = 0.0
        for begin in range(0, DEFAULT.pages, parts):
            with pymupdf.open() as short:
                short.insert_pdf(long, from_page=begin, to_page=begin + parts - 1)
                pieces += sum(our_seconds(bytes(short.tobytes())))
    record.figure("pdf.read.linear", whole / pieces, "<=", 1.15, pages=DEFAULT.pages, part=parts)


@bench("pdf")
def isolated(record: Recorder) -> None:
    """Wall seconds for a paper of 15 pages read in a child, against the same in this process; a figure."""
    path = data_dir() / "pdfs" / "1706.03762v7.pdf"
    data = path.read_bytes()
    document = reader.read(data)
    child, here = paired_medians(lambda: reader.read(data), lambda: list(read_bytes(data, DEFAULT)), 5)
    record.figure("pdf.read.isolated.ratio", child / here, "<=", 1.25, child=child, here=here)
    start = time.perf_counter()
    for figure in document.figures:
        render.figure(data, figure)
    each = (time.perf_counter() - start) / len(document.figures)
    record.figure("pdf.render.seconds", each, "<=", 0.15)


@bench("pdf")
def memory(record: Recorder) -> None:
    """Peak resident megabytes of a fresh process that reads the heaviest papers one by one."""
    if not Path("/proc/self/status").exists():
        raise Absent("no /proc to tell a process's peak memory")
    heaviest = sorted(papers(), key=lambda path: path.stat().st_size)[-12:]
    peaks = {path.name: peak_megabytes(path) for path in heaviest}
    record.figure("pdf.read.peak_mb", max(peaks.values()), "<=", 300, peaks=peaks)


def peak_megabytes(path: Path) -> float:
    """Peak memory of `python -m bench.pdf FILE`."""
    command = [sys.executable, "-m", "bench.pdf", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


if __name__ == "__main__":
    list(read_bytes(Path(sys.argv[1]).read_bytes(), DEFAULT))
    status = Path("/proc/self/status").read_text()  # ru_maxrss would tell the parent's peak
    print(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)
