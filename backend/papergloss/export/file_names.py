"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata

BYTES = 120
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""What Windows keeps for devices, whatever follows the first dot."""


def file_name(text: str, suffix: str, taken: set[str]) -> str:
    """A name made of `text`, not in `taken` in any case of letters; it is put there."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    plain = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C")
    plain = _FORBIDDEN.sub("-", plain).encode()[:BYTES].decode(errors="ignore").strip(" .-")
    if not plain or _DEVICES.fullmatch(plain):
        plain = f"paper {plain}".strip()
    name, count = plain, 1
    while name.casefold() in taken:
        count += 1
        name = f"{plain} {count}"
    taken.add(name.casefold())
    return f"{name}.{suffix}"
