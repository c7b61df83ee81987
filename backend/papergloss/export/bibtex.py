"""A paper as a BibTeX entry, from its metadata alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pybtex.database import Person

from papergloss.export.cite_keys import proposed, year
from papergloss.export.latex import balanced, encode, tidy
from papergloss.export.record import Record
from papergloss.gloss.card import Metadata

ONE_NAME = re.compile(r"\b(collaboration|consortium|team|group|and)\b", re.IGNORECASE)
"""A name with one of these words is a group's, and has no family name."""


def bibtex(records: Iterable[Record]) -> Iterator[str]:
    """An entry for each paper."""
    for record in records:
        tags = [tag.name for tag in record.tags]
        yield metadata_to_bibtex(record.metadata, record.key, tags, abstract=True) + "\n"


def metadata_to_bibtex(
    metadata: Metadata, key: str = "", tags: Sequence[str] = (), *, abstract: bool = False
) -> str:
    """One entry: names and title escaped for LaTeX, formulas kept, capitals protected."""
    fields = {
        "title": f"{{{encode(metadata.title)}}}",
        "author": " and ".join(filter(None, map(_name, metadata.authors))),
        "year": year(metadata),
    }
    if metadata.arxiv_id:
        fields |= {"eprint": metadata.arxiv_id, "archiveprefix": "arXiv"}
        fields["primaryclass"] = _verbatim(metadata.categories[0]) if metadata.categories else ""
        fields["url"] = f"https://arxiv.org/abs/{metadata.arxiv_id}"
    fields["doi"] = _verbatim(metadata.doi or "")
    published = not metadata.arxiv_id and metadata.journal_ref
    fields["journal" if published else "note"] = encode(metadata.journal_ref or "")
    fields["abstract"] = encode(metadata.abstract) if abstract else ""
    fields["keywords"] = encode(", ".join(tag.replace(",", " ") for tag in tags))
    lines = "".join(f",\n    {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{'article' if published else 'misc'}{{{key or proposed(metadata)}{lines}\n}}\n"


def _name(name: str) -> str:
    name = balanced(tidy(name).replace(",", " "))
    if ONE_NAME.search(name):
        return f"{{{encode(name)}}}"
    person = Person(name)
    family = " ".join(map(encode, (*person.prelast_names, *person.last_names)))
    given = " ".join(map(encode, (*person.first_names, *person.middle_names)))
    return f"{family}, {given}" if given else family


def _verbatim(text: str) -> str:
    return re.sub(r"[{}\s\\]", "", text)
