"""Local PDFs, kept under their hash: the file a card rests on cannot move or change."""

from __future__ import annotations

import hashlib
import re
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from papergloss.errors import BadInput, NotAPdf, NotFound, PdfTooLarge
from papergloss.pdf.limits import DEFAULT as LIMITS

PREFIX = "sha256:"
MARK = b"%PDF-"
_DIGEST = re.compile(r"[0-9a-f]{64}")
HEAD_BYTES = 1024
"""How far into a file readers look for the mark; so does PDF's own specification (Annex H)."""


class Originals:
    """The folder of local PDFs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> tuple[str, Path]:
        """Copies a PDF in; returns the paper's key and the copy, which keeps the file's name.

        Raises:
            BadInput: there is no such file, or it cannot be read.
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
            raise BadInput(
                f"{source.name} cannot be read: {error.strerror}.", "Give the path of a PDF file."
            ) from error
        return PREFIX + digest, kept

    def receive(self, chunks: Iterable[bytes], name: str) -> str:
        """Keeps a PDF that arrives in pieces, written to the disk as they come; returns the paper's key.

        Raises:
            NotAPdf: it does not begin as one.
            PdfTooLarge: over the cap for files.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        partial = self._folder / f".{uuid.uuid4().hex}"
        try:
            digest = _write(chunks, partial)
            kept = self._folder / digest / _file_name(name)
            if not any(self._folder.glob(f"{digest}/[!.]*")):
                kept.parent.mkdir(exist_ok=True)
                partial.replace(kept)
        finally:
            partial.unlink(missing_ok=True)
        return PREFIX + digest

    def find(self, paper: str) -> Path:
        """The copy for a key. Raises NotFound."""
        folder = self._of(paper)
        kept = sorted(folder.glob("[!.]*")) if folder is not None else []
        if not kept:
            raise NotFound("PaperGloss has no copy of this file.", "Give the PDF file again.")
        return kept[0]

    def remove(self, paper: str) -> None:
        """Deletes the copy for a key, where there is one."""
        folder = self._of(paper)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _of(self, paper: str) -> Path | None:
        """The folder for a key; none for what is no hash: an imported key may be any path."""
        digest = paper.removeprefix(PREFIX)
        return self._folder / digest if _DIGEST.fullmatch(digest) else None


def _write(chunks: Iterable[bytes], target: Path) -> str:
    """Writes what comes and returns its SHA-256, as long as it can be a PDF that we would read."""
    digest, head, size = hashlib.sha256(), b"", 0
    with target.open("wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > LIMITS.file_bytes:
                raise PdfTooLarge(f"The PDF has more than {LIMITS.file_bytes // 2**20} MB.")
            head = head or chunk[:HEAD_BYTES]
            if MARK not in head:
                break
            digest.update(chunk)
            file.write(chunk)
    if MARK not in head:
        raise NotAPdf("The file does not begin as a PDF does.", "Choose a PDF file.")
    return digest.hexdigest()


def _file_name(name: str) -> str:
    """A name that every file system takes, from one that came over the wire."""
    stem = re.sub(r"[^\w .()+-]", "_", name.rpartition("/")[2]).strip(" .").removesuffix(".pdf")
    return f"{stem[:80] or 'paper'}.pdf"
