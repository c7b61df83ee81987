"""The models that have been fetched: one GGUF and one small JSON file each, in the folder `models`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from papergloss.errors import NoEngine, NotFound, StoreError
from papergloss.llm.embedded.catalogue import ModelFile

PULL_HINT = "Run `papergloss model pull`; `papergloss model list` shows what is there."


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on this machine."""

    name: str
    path: Path
    sha256: str
    size: int


class Shelf:
    """The folder of fetched models."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the model's file is, or would be."""
        return self.folder / f"{name}.gguf"

    def part(self, model: ModelFile) -> Path:
        """Where the model's file grows; named by its digest, so that it never holds another file's bytes."""
        return self.folder / f"{model.name}.{model.sha256[:16]}.part"

    def all(self) -> list[Installed]:
        """Every whole model, by name."""
        found = []
        for note in sorted(self.folder.glob("*.json")):
            path = self.path(note.stem)
            try:
                about = json.loads(note.read_text("utf-8"))
                found.append(Installed(note.stem, path, str(about["sha256"]), path.stat().st_size))
            except (OSError, ValueError, KeyError, TypeError):
                continue
        return found

    def get(self, name: str) -> Installed:
        """One model. Raises NoEngine where it has not been fetched."""
        found = next((model for model in self.all() if model.name == name), None)
        if found is None:
            raise NoEngine(f"The local model {name} has not been fetched.", PULL_HINT)
        return found

    def add(self, model: ModelFile) -> Installed:
        """Takes a whole, checked part in: first the file, then the note that makes it count."""
        self.part(model).replace(self.path(model.name))
        note = self.folder / f"{model.name}.json"
        note.write_text(json.dumps({"sha256": model.sha256, "url": model.url}), "utf-8")
        return self.get(model.name)

    def remove(self, name: str) -> int:
        """Deletes a model and what was left of fetching it; returns the bytes that are free now.

        Raises:
            NotFound: there is nothing of this name.
            StoreError: a file cannot be deleted.
        """
        own = [self.folder / f"{name}.json", self.path(name), *self.folder.glob(f"{name}.*.part")]
        own = [path for path in own if path.parent == self.folder and path.is_file()]
        if not own:
            raise NotFound(f"There is no model {name}.", PULL_HINT)
        freed = sum(path.stat().st_size for path in own)
        try:
            for path in own:
                path.unlink()
        except OSError as error:
            raise StoreError(f"The model's file cannot be deleted: {error.strerror}.") from error
        return freed
