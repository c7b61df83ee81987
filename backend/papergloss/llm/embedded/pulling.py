"""Fetches a model's file: goes on where it stopped, and is whole and checked, or not there."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from ssl import SSLError
from urllib.error import HTTPError, URLError

from filelock import FileLock, Timeout

from papergloss.errors import BadInput, ModelNotFetched, StoreError
from papergloss.llm.embedded.catalogue import ModelFile
from papergloss.llm.embedded.download import Answer, open_at
from papergloss.llm.embedded.shelf import Installed, Shelf

TRIES = 4
"""Connections in a row that bring no byte before the pull gives up."""
PAUSE_SECONDS = 1.0
BLOCK = 1 << 18
SPARE_BYTES = 64 << 20
"""What stays free on the disk beside the model."""

Progress = Callable[[int, int], None]
"""(bytes that are here, bytes of the whole file or 0)."""


def pull(
    shelf: Shelf, model: ModelFile, show: Progress, pause: Callable[[float], None] = time.sleep
) -> Installed:
    """The model, whole and checked; at once where it is here already.

    Raises:
        ModelNotFetched: the server does not give the file, or gives another one.
        StoreError: no room, or the folder cannot be written. What has come is kept for the next try.
        BadInput: another process is fetching it.
    """
    try:
        shelf.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(shelf.folder / f"{model.name}.lock", timeout=0):
            here = next((one for one in shelf.all() if one.name == model.name), None)
            if here is not None and here.sha256 == model.sha256:
                return here
            _fetch(shelf.part(model), model, show, pause)
            return shelf.add(model)
    except Timeout:
        raise BadInput(f"{model.name} is being fetched already.", "Wait for it to end.") from None
    except OSError as error:
        raise _cannot_write(error) from error


def _fetch(part: Path, model: ModelFile, show: Progress, pause: Callable[[float], None]) -> None:
    growing = _Growing(part)
    fruitless = 0
    while not growing.whole(model):
        before = growing.here
        try:
            with open_at(model.url, before) as answer:
                growing.receive(answer, model, show)
        except HTTPError as error:
            if error.code < 500 and error.code != 429:
                raise _refused(error) from None
        except (URLError, HTTPException, TimeoutError, ConnectionError, SSLError):
            pass  # What came is kept; the next connection goes on from there.
        if growing.whole(model):
            break
        fruitless = 0 if growing.here > before else fruitless + 1
        if fruitless == TRIES:
            raise ModelNotFetched(f"The connection broke off after {growing.here >> 20} MB.")
        pause(PAUSE_SECONDS)
    if growing.digest.hexdigest() != model.sha256:
        part.unlink(missing_ok=True)
        raise ModelNotFetched("What came is not the file that was asked for: its digest is another one.")


class _Growing:
    """The part of the file that is here, with the digest of its bytes."""

    def __init__(self, part: Path) -> None:
        self._part = part
        self._size = 0
        self.digest = hashlib.sha256()
        self.here = 0
        if part.exists():
            with part.open("rb") as file:
                while block := file.read(BLOCK):
                    self.digest.update(block)
                self.here = file.tell()

    def whole(self, model: ModelFile) -> bool:
        """Whether as many bytes are here as the file has."""
        size = model.size or self._size
        return 0 < size <= self.here

    def receive(self, answer: Answer, model: ModelFile, show: Progress) -> None:
        """Appends what comes until the end, or until the connection breaks off."""
        if answer.start not in (0, self.here) or answer.size != (model.size or answer.size):
            raise ModelNotFetched("The server gives another file, or another part of it, than asked for.")
        if answer.start == 0:
            self.digest, self.here = hashlib.sha256(), 0
        self._size = answer.size
        _require_room(self._part, answer.size - self.here)
        with self._part.open("ab" if self.here else "wb") as file:
            while block := answer.read(BLOCK):
                file.write(block)
                self.digest.update(block)
                self.here += len(block)
                show(self.here, answer.size)


def _require_room(part: Path, more: int) -> None:
    if shutil.disk_usage(part.parent).free < more + SPARE_BYTES:
        need = (more + SPARE_BYTES) >> 20
        raise StoreError(f"The model needs {need} MB more on the disk.", "Free some space and run it again.")


def _refused(error: HTTPError) -> ModelNotFetched:
    hint = "Check --url." if error.code == 404 else ""
    return ModelNotFetched(f"The server answers {error.code}.", hint)


def _cannot_write(error: OSError) -> StoreError:
    return StoreError(
        f"The model cannot be kept: {error.strerror or type(error).__name__}.",
        "Free some space and run it again: it goes on where it stopped.",
    )
