"""Which papers an evaluation is about."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

from papergloss.errors import BadInput


def named_papers(names: str | None) -> list[str]:
    """Ids, addresses or PDF files: from a file with one a line, separated by commas, or the small set.

    In a file, empty lines and what follows a `#` are passed over.

    Raises:
        BadInput: nothing is named, or the file cannot be read.
    """
    if names is None:
        text = (files("papergloss.evaluation") / "papers.toml").read_text("utf-8")
        return list(tomllib.loads(text)["papers"])
    path = Path(names).expanduser()
    if path.is_file() and path.suffix.lower() != ".pdf":
        try:
            lines = [line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines()]
        except (OSError, UnicodeDecodeError):
            raise BadInput(f"{path.name} cannot be read as a list of papers.") from None
    else:
        lines = [name.strip() for name in names.split(",")]
    found = list(dict.fromkeys(filter(None, lines)))
    if not found:
        raise BadInput("No paper is named.", "Name ids separated by commas, or a file with one a line.")
    return found
