"""Saves cards until it is killed: `python -m support.saving_writer HOME FIRST`; prints each saved paper."""

from __future__ import annotations

import sys
from pathlib import Path

from papergloss.config import Config
from papergloss.jobs.assembly import assemble
from papergloss.library.changes import Change
from support.library import Shelves, card


def main(home: Path, first: int) -> None:
    """A card, a tag and a note each; a line is printed once they are stored."""
    shelves = Shelves(assemble(Config(home=home), Shelves.run))
    print("ready", flush=True)
    for n in range(first, first + 10_000):
        paper = f"{n // 100_000 + 2001:04}.{n % 100_000:05}"
        shelves.save(card(paper, f"Title {n}"))
        shelves.library.papers.change(paper, Change(add_tags=["t"]))
        shelves.library.notes.add(paper, f"Note {n}", note_id=f"{n:032}")
        print(paper, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
