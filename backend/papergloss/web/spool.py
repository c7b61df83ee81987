"""A request's body as a file that can be read twice."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

IN_MEMORY = 1024 * 1024


@contextmanager
def spooled(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """The body; on the disk where it is large, and gone afterwards."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        yield file
