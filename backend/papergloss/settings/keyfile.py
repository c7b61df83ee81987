"""The provider's key as the options page gave it: in a file of its own that only its owner can read.

It is not in the database, which people copy, export and share.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, SecretStr, ValidationError

from papergloss.errors import StoreError

FILE = "provider-key.json"


class StoredKey(BaseModel):
    """A key and the origin (scheme, host and port) that it was given for."""

    origin: str
    key: SecretStr


class KeyFile:
    """Keeps one key."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE

    def read(self) -> StoredKey | None:
        """The key, None where there is none.

        Raises:
            StoreError: the file cannot be read.
        """
        try:
            return StoredKey.model_validate_json(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError, ValidationError) as error:
            hint = f"Delete {self._path} and set the key again."
            raise StoreError(f"The key cannot be read: {type(error).__name__}.", hint) from None

    def write(self, origin: str, key: SecretStr) -> None:
        """Replaces the key; whoever reads meanwhile sees the old one or the new one.

        Raises:
            StoreError: the file cannot be written.
        """
        text = json.dumps({"origin": origin, "key": key.get_secret_value()})
        try:
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{FILE}.")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise StoreError(f"The key cannot be kept: {error.strerror}.") from None

    def remove(self) -> None:
        """Forgets the key.

        Raises:
            StoreError: the file cannot be removed.
        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"The key cannot be removed: {error.strerror}.") from None
