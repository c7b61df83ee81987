"""Imports a file until it is killed: `python -m support.importing_writer HOME FILE`; prints rows."""

from __future__ import annotations

import sys
from pathlib import Path

from papergloss.config import Config
from papergloss.jobs.assembly import assemble
from support.library import Shelves


def main(home: Path, file: Path) -> None:
    """A line is printed once rows are stored."""
    made = assemble(Config(home=home), Shelves.run)
    print("ready", flush=True)
    with file.open("rb") as source:
        made.library.importing.run(source, done=lambda rows: print(rows, flush=True))
    made.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
