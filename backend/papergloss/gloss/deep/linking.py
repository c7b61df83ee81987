"""References without an id, looked up at arXiv by title and first author."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Sequence
from dataclasses import replace

from papergloss.arxiv.cited import Cited
from papergloss.errors import ArxivError
from papergloss.gloss.context import Context
from papergloss.gloss.deep.citing import cited
from papergloss.gloss.deep.references import Entry, abstract_page

MOST_LOOKED_UP = 8
"""In one request; a reading list names about five."""
NOBODY = "-"
"""Kept for an entry that arXiv does not have."""
_log = logging.getLogger(__name__)


def linked(context: Context, entries: Sequence[Entry], passages: Collection[int]) -> list[Entry]:
    """The entries; those of `passages` that print no id have the one that arXiv's search found for certain.

    arXiv is asked once for all of them, and not at all about the references of a file of the reader's own.
    Where it does not answer they stay as they are printed.

    Raises:
        Cancelled: the reader cancelled.
    """
    if context.job.target.arxiv_id is None:
        return list(entries)
    wanted: dict[Cited, None] = {}
    named = {entry.passage: cited(entry.text) for entry in entries if entry.passage in passages}
    for entry in entries:
        if (one := named.get(entry.passage)) and entry.arxiv_id is None:
            wanted[one] = None
    found = _found(context, list(wanted)[:MOST_LOOKED_UP])
    return [_with(entry, found.get(named.get(entry.passage))) for entry in entries]


def _found(context: Context, wanted: list[Cited]) -> dict[Cited | None, str]:
    """Ids by what is cited, from what earlier runs have found or from arXiv."""
    notes, paper = context.tools.notes, context.paper
    kept = {one: id_ for one in wanted if (id_ := notes.get(paper, _digest(one))) is not None}
    if missing := [one for one in wanted if one not in kept]:
        try:
            told = context.tools.arxiv.cited(missing, cancelled=context.job.cancelled)
        except ArxivError as error:
            _log.warning("The references of %s are not looked up: %s", paper, error.detail)
        else:
            for one in missing:
                kept[one] = told[one].id if one in told else NOBODY
                notes.put(paper, _digest(one), kept[one])
    return {one: id_ for one, id_ in kept.items() if id_ != NOBODY}


def _with(entry: Entry, arxiv_id: str | None) -> Entry:
    if entry.arxiv_id or not arxiv_id:
        return entry
    return replace(entry, arxiv_id=arxiv_id, address=abstract_page(arxiv_id), by_title=True)


def _digest(one: Cited) -> str:
    told = "\0".join(("cited", one.author, *one.titles))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
