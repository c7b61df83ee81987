"""Layers (optional content): what they hide on screen is not text, and is reported.

MuPDF knows layers and groups of them, but not the expressions (`VE`) that other viewers obey: those
are worked out here before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import pymupdf

from papergloss.pdf.document import HiddenText
from papergloss.pdf.unshown import surplus, told, words_of

TOKEN = re.compile(r"\[|\]|/\w+|\d+(?= \d+ R)")
DEEPEST = 32
"""Nested brackets of an expression; no editor writes more than four."""
MOST = 20_000
"""Objects of a file with layers that are looked through for groups of layers."""


def obey_expressions(pdf: pymupdf.Document) -> None:
    """Put each expression's value in place of it, so that MuPDF hides what it hides."""
    layers = _layers(pdf)
    for xref in _groups(pdf) if layers else ():
        kind, expression = pdf.xref_get_key(xref, "VE")
        if kind == "array":
            some, on = next(iter(layers.items()))
            pdf.xref_set_key(xref, "VE", "null")
            pdf.xref_set_key(xref, "OCGs", f"[{some} 0 R]")
            pdf.xref_set_key(xref, "P", "/AllOn" if _value(expression, layers) == on else "/AllOff")


def switched_off(pdf: pymupdf.Document, pages: Sequence[int]) -> list[HiddenText]:
    """Text in layers that are off. `pages` are numbers from 1; spoils the file's layers."""
    layers = _layers(pdf)
    groups = _groups(pdf) if layers else []
    if not groups and all(layers.values()):
        return []
    before = [words_of(pdf[number - 1]) for number in pages]
    for xref in groups:
        pdf.xref_set_key(xref, "P", "/AnyOn")
    for xref in layers:
        pdf.xref_set_key(xref, "Usage", "null")
    pdf.set_layer(-1, basestate="ON", on=list(layers), off=[])
    found = []
    with pymupdf.open(stream=pdf.tobytes()) as shown:
        for number, seen in zip(pages, before, strict=True):
            if text := surplus(seen, words_of(shown[number - 1])):
                found.append(told(number, "layer_off", text))
    return found


def _layers(pdf: pymupdf.Document) -> dict[int, bool]:
    """Every layer and whether it is on as the file is opened."""
    names = pdf.get_ocgs()
    usual = pdf.get_layer(-1) if names else {}
    on = usual.get("basestate") != "OFF"
    return {xref: xref not in usual.get("off", ()) if on else xref in usual.get("on", ()) for xref in names}


def _groups(pdf: pymupdf.Document) -> list[int]:
    """The groups of layers (`OCMD`) that the file defines."""
    return [xref for xref in range(1, min(pdf.xref_length(), MOST)) if _is_group(pdf, xref)]


def _is_group(pdf: pymupdf.Document, xref: int) -> bool:
    """Whether the object is one; a missing or broken object is nothing."""
    try:
        return bool(pdf.xref_get_key(xref, "Type") == ("name", "/OCMD"))
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return False


def _value(expression: str, on: Mapping[int, bool]) -> bool:
    """Whether `[/And …]`, `[/Or …]`, `[/Not …]` of layers is true; a broken expression shows."""
    try:
        return _term(iter(TOKEN.findall(expression)), on, 0)
    except (StopIteration, ValueError):
        return True


def _term(tokens: Iterator[str], on: Mapping[int, bool], depth: int) -> bool:
    part = next(tokens)
    if part != "[":
        return on.get(int(part), True)
    if depth > DEEPEST:
        raise ValueError
    operator, values = next(tokens), []
    for part in tokens:
        if part == "]":
            break
        values.append(_term(chain((part,), tokens), on, depth + 1))
    if operator == "/Not":
        return not any(values)
    return all(values) if operator == "/And" else any(values)
