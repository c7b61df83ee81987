"""A library with papers in it, made the way the program makes them: by jobs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.backend import backend
from support.library import Shelves


@pytest.fixture
def shelves(home: Path) -> Iterator[Shelves]:
    """An empty library."""
    with backend(home, Shelves.run) as made:
        yield Shelves(made)
