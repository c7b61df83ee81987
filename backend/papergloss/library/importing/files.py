"""Which program wrote a file, and its rows."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Literal

import ijson

from papergloss.library.importing import bibtex, csl, ids, own, papermemory, ris
from papergloss.library.importing.decoding import MARKS, decode
from papergloss.library.importing.rows import Row, unreadable

Form = Literal["json", "bibtex", "ris", "csl", "papermemory", "ids"]
TEXT_BYTES = 64 * 1024 * 1024
"""Of a file that must be held in memory; JSON need not."""
LOOKED_AT = 64 * 1024
DEEPEST = 100
"""Brackets in brackets; a card has 8."""
JSONS: dict[Form, Callable[[IO[bytes]], Iterator[Row]]] = {
    "json": own.rows,
    "csl": csl.rows,
    "papermemory": papermemory.rows,
}
TEXTS: dict[Form, Callable[[str], Iterator[Row]]] = {"bibtex": bibtex.rows, "ris": ris.rows, "ids": ids.rows}
_MARKED: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("json", re.compile(r'\s*\{\s*"papergloss"\s*:')),
    ("csl", re.compile(r'\s*(?:\[|\{\s*"items"\s*:)')),
    ("papermemory", re.compile(r"\s*\{")),
    ("ris", re.compile(r"^TY  ?- ", re.MULTILINE)),
    ("bibtex", re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)),
)
"""How each form begins; what is none of them is a list of ids."""


def rows(file: IO[bytes], form: Form | None) -> tuple[Form, Iterator[Row]]:
    """The file's form, found out where it is not given, and its rows.

    Raises:
        BadInput: at once or on the way: too large, no text, nested too deeply, or it breaks off.
    """
    head = file.read(LOOKED_AT)
    file.seek(0)
    form = form or _form(head)
    if form in JSONS:
        return form, _json(file, JSONS[form])
    return form, TEXTS[form](decode(_whole(file)))


def _form(head: bytes) -> Form:
    whole = head[: len(head) - len(head) % 4] if len(head) == LOOKED_AT else head
    text = decode(whole, cut=len(head) == LOOKED_AT)
    for form, mark in _MARKED:
        if (mark.match if form in JSONS else mark.search)(text):
            return form
    return "ids"


def _whole(file: IO[bytes]) -> bytes:
    data = file.read(TEXT_BYTES + 1)
    if len(data) > TEXT_BYTES:
        raise unreadable("The file is too large.", "Split it.")
    return data


def _json(file: IO[bytes], read: Callable[[IO[bytes]], Iterator[Row]]) -> Iterator[Row]:
    try:
        with tempfile.TemporaryFile() as plain:
            source = file
            if file.read(4).startswith(tuple(mark for mark, _ in MARKS)):
                file.seek(0)
                plain.write(decode(_whole(file)).encode())
                source = plain
            source.seek(0)
            _check_depth(source)
            source.seek(0)
            yield from read(source)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise unreadable("The file is no JSON, or breaks off.") from error


def _check_depth(file: IO[bytes]) -> None:
    """What is nested deeply is told before it is built: taking such a thing apart again ends the process."""
    depth = 0
    for event, _ in ijson.basic_parse(file):
        depth += {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}.get(event, 0)
        if depth > DEEPEST:
            raise unreadable("The file is nested too deeply.")
