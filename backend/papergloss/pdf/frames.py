"""How parent and child talk: frames of a length, a one-letter kind and a payload."""

from __future__ import annotations

import struct
from enum import StrEnum
from typing import BinaryIO

HEAD = struct.Struct(">cI")
LARGEST = 256 * 1024 * 1024
"""Bytes; a child that claims more is broken."""


class Kind(StrEnum):
    """What a frame holds."""

    TASK = "T"
    FILE = "B"
    PROGRESS = "G"
    DOCUMENT = "D"
    UPDATE = "U"
    PICTURE = "P"
    ERROR = "E"
    DONE = "."


def send(stream: BinaryIO, kind: Kind, payload: bytes = b"") -> None:
    """Write one frame and flush it."""
    stream.write(HEAD.pack(kind.value.encode(), len(payload)))
    stream.write(payload)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Kind, bytes]:
    """Read one frame. Raises EOFError when the other side has gone, ValueError on nonsense."""
    letter, length = HEAD.unpack(_exactly(stream, HEAD.size))
    if length > LARGEST:
        raise ValueError("frame too large")
    return Kind(letter.decode("ascii", "replace")), _exactly(stream, length)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
