"""The JSON file of an evaluation: written after every paper, taken up by the next run."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from papergloss.errors import BadInput, StoreError
from papergloss.evaluation.report import SCHEMA, Evaluation


def take_up(path: Path, fresh: Evaluation) -> Evaluation:
    """What `path` holds of the same evaluation, else `fresh`: another model or prompt begins anew.

    Raises:
        BadInput: the file is there and is not an evaluation; it is not overwritten.
    """
    if not path.exists():
        return fresh
    try:
        kept = Evaluation.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        hint = "Name another file with --json, or move this one away."
        raise BadInput(f"{path.name} is not an evaluation of this version.", hint) from None
    same = kept.schema_version == SCHEMA and all(
        getattr(kept, name) == getattr(fresh, name) for name in ("of", "provider", "lang", "prompt_version")
    )
    return kept if same else fresh


def keep(path: Path, evaluation: Evaluation) -> None:
    """Writes the file whole or not at all. Raises StoreError."""
    now = evaluation.model_copy(update={"made_at": datetime.now(UTC)})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False) as file:
            file.write(now.model_dump_json(indent=2) + "\n")
        Path(file.name).replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
