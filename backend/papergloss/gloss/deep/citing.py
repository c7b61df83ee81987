"""What a reference says of the paper that it names: its title and first author, in the usual styles."""

from __future__ import annotations

import re

from papergloss.arxiv.cited import LEAST_LETTERS, Cited, bare

LONGEST_TITLE = 250
MOST_TITLES = 3

_LABEL = re.compile(r"^\s*(?:\[[^\]]{1,12}\]|\(\d{1,3}\)|\d{1,3}\.)\s*")
_QUOTED = re.compile(r"[“\"„«]\s*([^”\"»“]+?)[,.]?\s*[”\"»“]")
_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\b[A-Z]\.-[A-Z]\.)(?<=[.?!])\s+(?=[“\"\w])|(?<=[A-Z]\.:)\s+|(?<=\):)\s+"
)
"""The end of a sentence that is no initial, or the colon after the authors (Springer's style)."""
_INITIAL = re.compile(r"\b[A-Z]\.\s+(?=[A-Z][a-z])")
_YEAR = re.compile(r"\(?(?:19|20)\d\d[a-z]?\)?[.:]?")
_NEXT_AUTHOR = re.compile(r"[,;:&]|\band\b|\bet al\b")


def cited(text: str) -> Cited | None:
    """None where no title can be told from the rest."""
    text = _LABEL.sub("", text)
    if quoted := _QUOTED.search(text):
        return _cited(text[: quoted.start()], [quoted[1]])
    authors, *rest = [part for part in _END.split(text) if not _YEAR.fullmatch(part)]
    # A title may have a question in it, and go on after that.
    titles = [" ".join(rest[:n]) for n in (1, 2) if n == 1 or rest[0].endswith(("?", "!"))] if rest else []
    # After a last initial the title may begin: “Hinton, G. Deep learning for all.”
    if initials := list(_INITIAL.finditer(authors)):
        titles.append(authors[initials[-1].end() :])
    return _cited(authors, titles)


def _cited(authors: str, titles: list[str]) -> Cited | None:
    author = _NEXT_AUTHOR.split(authors, maxsplit=1)[0].strip()
    fitting = [title.strip(" .,") for title in titles if _can_be_title(title)]
    return Cited(tuple(dict.fromkeys(fitting))[:MOST_TITLES], author) if author and fitting else None


def _can_be_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and len(bare(text)) >= LEAST_LETTERS and " " in text.strip()
