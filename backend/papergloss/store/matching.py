"""From words and filters to the conditions of SQL and of FTS5's MATCH."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from papergloss.store.index_text import CJK_RUN, fold, query_words
from papergloss.store.query import Filter, Query, Words

SHORTEST_STEM = 4
"""From this length on a word also finds longer ones (`model`, `models`); the last word, which may not
be typed to its end yet, always does."""

_IN_TAGS = (
    "paper.n IN (SELECT paper_n FROM paper_tags WHERE tag_id IN (SELECT id FROM tags WHERE folded = ?))"
)
_IN_COLLECTION = (
    "paper.n IN (SELECT paper_n FROM collection_papers WHERE collection_id IN "
    "(SELECT id FROM collections WHERE folded = ?))"
)
_IN_LANGUAGE = (
    "EXISTS (SELECT 1 FROM cards WHERE cards.paper_n = paper.n AND cards.trashed_at IS NULL "
    "AND (cards.lang = ? OR substr(cards.lang, 1, length(?) + 1) = ? || '-'))"
)
_SAID = "EXISTS (SELECT 1 FROM sayings WHERE paper_n = paper.n AND trashed_at IS NULL AND kind = ?)"
_HAS = {
    "note": "paper.note_count > 0",
    "tag": "EXISTS (SELECT 1 FROM paper_tags WHERE paper_n = paper.n)",
    "card": "paper.card_id IS NOT NULL",
}
_DATE = "coalesce(paper.submitted, paper.saved_at)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on `papers AS paper`."""

    sql: str
    parameters: tuple[object, ...] = ()


def match(query: Query) -> str:
    """FTS5's expression for the words that must be there; empty where there are none."""
    wanted = [words for words in query.words if not words.negated]
    return " AND ".join(
        part for words in wanted for part in _expressions(words, last=words is query.words[-1])
    )


def conditions(query: Query, *, trashed: bool) -> list[Condition]:
    """What else must hold of a paper: filters, and words that must not be there."""
    made = [Condition(f"paper.trashed_at IS {'NOT ' if trashed else ''}NULL")]
    made += [_negated(one) if one.negated else _condition(one) for one in query.filters]
    for words in query.words:
        parts = _expressions(words, last=False) if words.negated else []
        if parts:
            sql = "paper.n NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
            made.append(Condition(sql, (" AND ".join(parts),)))
    return made


def _expressions(words: Words, *, last: bool) -> list[str]:
    found = query_words(words.text)
    if not found:
        return []
    column = f"{words.column} : " if words.column else ""
    if words.column == "authors":
        # Names are written in either order.
        return [f'{column}"{word}" *' for word in found]
    end = found[-1]
    longer = not words.quoted and (last or len(end) >= SHORTEST_STEM or words.text.endswith("*"))
    is_one_character = len(end) == 1 and CJK_RUN.fullmatch(end)
    return [f'{column}"{" ".join(found)}"{" *" if longer or is_one_character else ""}']


def _negated(one: Filter) -> Condition:
    condition = _condition(one)
    return Condition(f"NOT ifnull({condition.sql}, 0)", condition.parameters)


def _condition(one: Filter) -> Condition:
    value = one.value
    if isinstance(value, datetime):
        moment = value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.000000")
        return Condition(f"{_DATE} {'<' if one.field == 'before' else '>='} ?", (moment,))
    if isinstance(value, tuple):
        first, last = value
        return Condition("paper.year BETWEEN ? AND ?", (first or 0, last or 9999))
    return _text_condition(one.field, value)


def _text_condition(field: str, value: str) -> Condition:
    if field == "tag":
        return Condition(_IN_TAGS, (fold(value),))
    if field == "in":
        return Condition(_IN_COLLECTION, (fold(value),))
    if field == "lang":
        return Condition(_IN_LANGUAGE, (value, value, value))
    if field == "cat":
        return _category(value)
    return _is(value) if field == "is" else _has(value)


def _is(value: str) -> Condition:
    if value == "starred":
        return Condition("paper.starred")
    return Condition("paper.state = ?", ("to_read" if value == "unread" else value,))


def _has(value: str) -> Condition:
    return Condition(_HAS[value]) if value in _HAS else Condition(_SAID, (value,))


def _category(value: str) -> Condition:
    """`cs.CL`, `cs.cl`, or the whole of `cs`."""
    archive, _, subject = value.rstrip(".*").partition(".")
    archive = archive.lower()
    names = (f"{archive}.{subject}", f"{archive}.{subject.upper()}") if subject else (archive, archive)
    above = archive if not subject else "\uffff"
    sql = "(category IN (?, ?) OR (category > ? AND category < ?))"
    return Condition(
        f"paper.n IN (SELECT paper_n FROM paper_categories WHERE {sql})",  # noqa: S608
        (*names, f"{above}.", f"{above}/"),
    )
