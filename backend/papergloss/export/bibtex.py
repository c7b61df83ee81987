"""A paper as a BibTeX entry, from its metadata alone."""

from __future__ import annotations

import re
import unicodedata

from pybtex.database import BibliographyData, Entry, Person

from papergloss.gloss.card import Metadata

GROUP = re.compile(r"\b(collaboration|consortium|team|group)\b", re.IGNORECASE)
LITTLE = frozenset({"and", "are", "for", "from", "the", "toward", "towards", "via", "with"})
"""Words that tell nothing at the end of a key."""


def metadata_to_bibtex(metadata: Metadata) -> str:
    """One entry: names and title escaped for LaTeX, formulas kept, capitals protected."""
    fields = [("title", f"{{{_balanced(metadata.title)}}}")]
    year = _year(metadata)
    if year:
        fields.append(("year", year))
    if metadata.arxiv_id:
        fields += [("eprint", metadata.arxiv_id), ("archiveprefix", "arXiv")]
        if metadata.categories:
            fields.append(("primaryclass", metadata.categories[0]))
    if metadata.doi:
        fields.append(("doi", metadata.doi))
    if metadata.journal_ref:
        fields.append(("note", _balanced(metadata.journal_ref)))
    authors = [_person(name) for name in metadata.authors]
    entry = Entry("misc", fields=fields, persons={"author": authors} if authors else {})
    return str(BibliographyData({_key(metadata, year): entry}).to_string("bibtex"))


def _person(name: str) -> Person:
    name = _balanced(name).replace(",", " ")
    return Person(f"{{{name}}}" if GROUP.search(name) else name)


def _key(metadata: Metadata, year: str) -> str:
    family = metadata.authors[0].split()[-1] if metadata.authors and metadata.authors[0].split() else ""
    words = (_plain(word) for word in metadata.title.split())
    word = next((word for word in words if len(word) > 2 and word not in LITTLE), "")
    return _plain(family) + year + word or "paper"


def _year(metadata: Metadata) -> str:
    date = metadata.submitted or metadata.updated
    return str(date.year) if date else ""


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", bare.lower())


def _balanced(text: str) -> str:
    depth = 0
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            break
    return text if depth == 0 else text.replace("{", "").replace("}", "")
