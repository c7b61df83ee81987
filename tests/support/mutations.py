"""Spoilt copies of a PDF: what a bad disk, a cut line or a fuzzer makes of it. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

NUMBER = re.compile(rb"(?<![\w.#])\d+(?![\w.])")
OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)
STREAM = re.compile(rb"(?<=stream\n).*?(?=\nendstream)", re.DOTALL)
HUGE = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e30")


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Some bytes are others."""
    spoilt = bytearray(data)
    for _ in range(dice.choice((1, 4, 20, 100))):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def truncated(data: bytes, dice: random.Random) -> bytes:
    """The end is missing."""
    return data[: dice.randrange(20, len(data))]


def holed(data: bytes, dice: random.Random) -> bytes:
    """A piece in the middle is missing."""
    begin = dice.randrange(20, len(data))
    return data[:begin] + data[begin + dice.randrange(1, 2000) :]


def renumbered(data: bytes, dice: random.Random) -> bytes:
    """Some numbers are huge, negative or zero."""
    share = dice.choice((0.002, 0.02, 0.1))
    return NUMBER.sub(lambda found: dice.choice(HUGE) if dice.random() < share else found[0], data)


def doubled(data: bytes, dice: random.Random) -> bytes:
    """An object is there again, under its own number or another's."""
    objects = OBJECT.findall(data) or [data]
    other = re.sub(rb"^\d+", str(dice.randrange(1, 40)).encode(), dice.choice(objects))
    at = data.rfind(b"xref") if dice.random() < 0.5 else 20
    return data[:at] + b"\n" + other + b"\n" + data[at:]


def swapped(data: bytes, dice: random.Random) -> bytes:
    """Two streams have changed places."""
    places = [found.span() for found in STREAM.finditer(data)]
    if len(places) < 2:
        return flipped(data, dice)
    (a, b), (c, d) = sorted(dice.sample(places, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped, truncated, holed, renumbered, doubled, swapped,
)  # fmt: skip


def mutants(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` spoilt copies, in each of the ways in turn."""
    dice = random.Random(seed)
    for index in range(count):
        yield WAYS[index % len(WAYS)](data, dice)
