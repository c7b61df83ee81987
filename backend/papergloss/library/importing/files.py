"""Which program wrote a file, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Literal, get_args

import ijson

from papergloss.library.importing import bibtex, own
from papergloss.library.importing.decoding import decode
from papergloss.library.importing.rows import Row, Unreadable

Form = Literal["json", "bibtex"]
FORMS: tuple[Form, ...] = get_args(Form)
TEXT_BYTES = 64 * 1024 * 1024
"""Of a file that must be held in memory; our own JSON need not."""
LOOKED_AT = 64 * 1024
TEXTS: dict[Form, Callable[[str], Iterator[Row]]] = {"bibtex": bibtex.rows}


def rows(file: IO[bytes], form: Form | None) -> tuple[Form, Iterator[Row]]:
    """The file's form, found out where it is not given, and its rows.

    Raises:
        Unreadable: at once or on the way: it is none of the known forms, too large, or breaks off.
    """
    head = file.read(LOOKED_AT)
    file.seek(0)
    form = form or _form(head)
    if form == "json":
        return form, _json(own.rows(file))
    data = file.read(TEXT_BYTES + 1)
    if len(data) > TEXT_BYTES:
        raise Unreadable("The file is too large.", "Split it.")
    return form, TEXTS[form](decode(data))


def _form(head: bytes) -> Form:
    text = decode(head)
    if text.lstrip()[:1] in ("{", "["):
        return "json"
    return "bibtex"


def _json(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except ijson.JSONError as error:
        raise Unreadable("The file is no JSON, or breaks off.") from error
