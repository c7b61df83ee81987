"""The language of the search box: words, "phrases", prefix*, -not, and filters such as `author:vaswani`.

query   = part*
part    = ["-"] (field ":" value | value)
value   = '"' anything '"' | letters without blanks
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from papergloss.errors import BadInput

YEARS = re.compile(r"(\d{4})?(-|\.\.)?(\d{4})?")
DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
IS = ("unread", "skimmed", "read", "dropped", "starred")
HAS = ("note", "tag", "card", "selection", "question")
COLUMNS = {"author": "authors", "title": "title", "abstract": "abstract", "note": "notes"}
"""Fields that are texts of the full-text index."""
FIELDS = (*COLUMNS, "tag", "cat", "year", "has", "is", "before", "after", "lang", "in")
PART = re.compile(
    rf"(?P<empty>-?(?:{'|'.join(FIELDS)}):(?=\s|$))"
    r'|(?P<no>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))'
)
HINT = "docs/search.md says what can be written here; put quotes around words that are meant as they are."


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must stand one after the other in one of the texts, or in `column` only."""

    text: str
    quoted: bool = False
    column: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the paper. `values`: text, or a range of years, or one moment."""

    field: str
    value: str | tuple[int | None, int | None] | datetime
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: everything must hold."""

    words: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()


def parse(text: str) -> Query:
    """Reads the search box. A filter without value yet counts as not there.

    Raises:
        BadInput: a filter's value is not one that it knows.
    """
    words: list[Words] = []
    filters: list[Filter] = []
    for match in PART.finditer(text.replace("\0", " ")):
        if match["empty"]:
            continue
        field, value = match["field"], (match["quoted"] if match["quoted"] is not None else match["plain"])
        negated, quoted = bool(match["no"]), match["quoted"] is not None
        if field is not None and field not in FIELDS:
            words.append(Words(f"{field}:{value}", quoted=quoted, negated=negated))
        elif not value.strip():
            continue
        elif field in COLUMNS or field is None:
            words.append(Words(value, quoted, COLUMNS.get(field or ""), negated))
        else:
            filters.append(Filter(field, _value(field, value), negated))
    return Query(tuple(words), tuple(filters))


def _value(field: str, value: str) -> str | tuple[int | None, int | None] | datetime:
    match field:
        case "year":
            return _years(value)
        case "before" | "after":
            return _moment(field, value)
        case "is" | "has":
            return _one_of(field, value.lower(), IS if field == "is" else HAS)
    return value


def _one_of(field: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadInput(f"{field}: is followed by one of: {', '.join(known)}.", HINT)
    return value


def _years(value: str) -> tuple[int | None, int | None]:
    found = YEARS.fullmatch(value)
    if found is None or not (found[1] or found[3]):
        raise BadInput("year: is followed by a year (2024) or a range (2020-2024, 2020-, -2019).", HINT)
    first, last = (int(found[i]) if found[i] else None for i in (1, 3))
    return (first, last) if found[2] else (first, first)


def _moment(field: str, value: str) -> datetime:
    found = DATE.fullmatch(value)
    try:
        if found is None:
            raise ValueError
        return datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC)
    except ValueError:
        raise BadInput(f"{field}: is followed by a date: 2024, 2024-06 or 2024-06-30.", HINT) from None
