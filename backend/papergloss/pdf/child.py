"""The process that opens a PDF: one task, one file, then it ends.

`python -m papergloss.pdf.child` speaks frames over standard input and output; under the zygote the
same `serve` speaks them over a socket.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import BinaryIO

from papergloss.errors import PaperGlossError, PdfUnreadable, ReaderDied
from papergloss.pdf import wire
from papergloss.pdf.assemble import read_bytes
from papergloss.pdf.draw import draw_figure, draw_passage
from papergloss.pdf.frames import Kind, receive, send
from papergloss.pdf.limits import Limits, apply, apply_to_page, apply_to_pages


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Do the one task that comes in. Errors go back as a frame; a hit limit ends the process."""
    _, header = receive(incoming)
    _, data = receive(incoming)
    task = wire.TASK.validate_json(header)
    apply(task.limits)
    try:
        _work(task, data, outgoing)
    except PaperGlossError as error:
        _fail(outgoing, error)
    except MemoryError:
        _fail(outgoing, ReaderDied("The PDF needs more memory than it may have."))
    except Exception as error:  # a broken file may break any step; the parent must hear of it
        _fail(outgoing, PdfUnreadable(f"The PDF broke the reader ({type(error).__name__})."))


def _work(task: wire.Task, data: bytes, outgoing: BinaryIO) -> None:
    if task.name == "read":
        words = None
        teller = _teller(outgoing, task.limits)
        for document in read_bytes(data, task.limits, teller, task.skip):
            if document.words is words:
                update = wire.Update(document.figures, document.hidden)
                send(outgoing, Kind.UPDATE, wire.UPDATE.dump_json(update))
            else:
                send(outgoing, Kind.DOCUMENT, wire.DOCUMENT.dump_json(document))
            words = document.words
    else:
        draw = draw_figure if task.name == "figure" else draw_passage
        send(outgoing, Kind.PICTURE, draw(data, task.page, task.rects, task.dpi, task.limits))
    send(outgoing, Kind.DONE)


def _teller(outgoing: BinaryIO, limits: Limits) -> Callable[[int, int], None]:
    """Sends how many pages are read, and gives all of them and the next one their time."""

    def tell(done: int, total: int) -> None:
        if not done:
            apply_to_pages(limits, total)
        apply_to_page(limits.page_seconds if done < total else 0)
        send(outgoing, Kind.PROGRESS, wire.PROGRESS.dump_json(wire.Progress(done, total)))

    return tell


def _fail(outgoing: BinaryIO, error: PaperGlossError) -> None:
    send(outgoing, Kind.ERROR, wire.FAILURE.dump_json(wire.Failure(error.type, error.detail, error.hint)))


def main() -> None:
    """Serve over the standard streams; what a library prints may not get between the frames."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as outgoing:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, outgoing)


if __name__ == "__main__":
    main()
