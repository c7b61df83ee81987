"""The models that can be fetched by name (models.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from papergloss.errors import BadInput

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One GGUF file, fixed by its digest. `size` in bytes, 0 where only the server knows it."""

    name: str
    url: str
    sha256: str
    size: int = 0
    label: str = ""
    licence: str = ""


def _load() -> dict[str, ModelFile]:
    table = tomllib.loads((files("papergloss.llm.embedded") / "models.toml").read_text("utf-8"))
    return {
        name: ModelFile(name, entry["url"], entry["sha256"], entry["bytes"], entry["label"], entry["licence"])
        for name, entry in table.items()
    }


CATALOGUE = _load()
DEFAULT = next(iter(CATALOGUE))


def wanted(name: str, url: str | None = None, sha256: str | None = None) -> ModelFile:
    """The file that a user means.

    `url` alone is a mirror of a known model; with `sha256` it may be any GGUF under a new name.

    Raises:
        BadInput: an unknown name without address and digest, or one of the three is not one.
    """
    if not _NAME.fullmatch(name):
        raise BadInput("A model's name has small letters, digits, dots and dashes only.")
    known = CATALOGUE.get(name)
    if sha256 is None and known:
        return ModelFile(name, url or known.url, known.sha256, known.size, known.label, known.licence)
    if url is None or sha256 is None or not _DIGEST.fullmatch(sha256.lower()):
        raise BadInput(
            f"No model is known as {name}.",
            f"Known: {', '.join(CATALOGUE)}. Another GGUF file needs --url and its --sha256 (64 digits).",
        )
    return ModelFile(name, url, sha256.lower())
