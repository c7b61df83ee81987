"""Local PDFs, kept under their hash: the file a card rests on cannot move or change."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from pathlib import Path

from papergloss.errors import BadIdentifier, NotFound

PREFIX = "sha256:"


class Originals:
    """The folder of local PDFs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> tuple[str, Path]:
        """Copies a PDF in; returns the paper's key and the copy, which keeps the file's name.

        Raises:
            BadIdentifier: there is no such file, or it cannot be read.
        """
        try:
            with source.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            kept = self._folder / digest / source.name
            if not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                partial = kept.with_name(f".{uuid.uuid4().hex}")
                shutil.copyfile(source, partial)
                partial.replace(kept)
        except OSError as error:
            raise BadIdentifier(f"{source.name} cannot be read: {error.strerror}.") from error
        return PREFIX + digest, kept

    def find(self, paper: str) -> Path:
        """The copy for a key. Raises NotFound."""
        digest = paper.removeprefix(PREFIX)
        kept = sorted((self._folder / digest).glob("[!.]*")) if _is_digest(digest) else []
        if not kept:
            raise NotFound("PaperGloss has no copy of this file.", "Give the PDF file again.")
        return kept[0]


def _is_digest(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
