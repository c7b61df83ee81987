"""The terms of a paper: what it repeats, what it names as keywords, what its field leaves in English."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby

from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.protected import without_protected
from papergloss.pdf.document import Document

MOST = 8
"""Terms asked for beside an abstract: about a second of a model's time."""
LONGEST = 4
"""Words of a term."""
TWICE, OFTEN = 2, 6
"""How often a phrase stands in the abstract, or in the whole paper beside once in the abstract."""

_table = tomllib.loads((files(__package__) / "terms.toml").read_text("utf-8"))
_APART = frozenset(_table["apart"].split())
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*[A-Za-z]|[^\sA-Za-z-]|[A-Za-z]")
_KEYWORDS = re.compile(r"^(?:Key\s?words(?: and phrases)?|Index Terms)\s*[:.—–-]\s*(.+)$", re.IGNORECASE)
_NOT_PLURAL = re.compile(r"(?:ss|us|is)$")


def repeated(title: str, abstract: str, document: Document | None = None) -> list[str]:
    """Terms of two words and more that title and abstract repeat, and the paper's own keywords in them.

    With the whole paper at hand a phrase that stands in the abstract once and in the paper often is one too.
    """
    texts = [without_protected(one_line(text)) for text in (title, abstract)]
    here = Counter(_phrases(texts))
    often = Counter(_phrases(passage.text for passage in document.passages)) if document else Counter[str]()
    wanted = {phrase for phrase, times in here.items() if times >= TWICE or often[phrase] >= OFTEN}
    wanted |= {key for word in _keywords(document) if word and (key := _key(word)) in here}
    whole = [phrase for phrase in wanted if not _part_of_longer(phrase, wanted, here)]
    ranked = sorted(whole, key=lambda phrase: (-here[phrase], -len(phrase)))[:MOST]
    running = " ".join(texts)
    return [as_written for phrase in ranked if (as_written := _as_written(phrase, running))]


def kept_in_english(text: str, language: Language) -> list[str]:
    """The terms in `text` that the field does not translate into `language`."""
    lists = (_table["kept"], _table["kept_in"].get(language.code, ""))
    names = [one_line(name) for names in lists for name in names.split(";")]
    return [name for name in names if name and stands_in(name, text)]


def stands_in(term: str, text: str) -> bool:
    """Whether `text` has the term, in the singular or the plural, with hyphens or without.

    Names with an inner capital stand only as they are written.
    """
    return bool(_pattern(term).search(text))


def _pattern(term: str) -> re.Pattern[str]:
    *head, last = re.split(r"[\s-]+", term.strip())
    named = any(character.isupper() for character in term[1:]) and " " not in term
    words = "[ -]".join([*map(re.escape, head), _either_number(last)])
    return re.compile(rf"(?<![\w-]){words}(?![\w-]*[A-Z0-9])(?!\w)", 0 if named else re.IGNORECASE)


def _either_number(word: str) -> str:
    """A pattern for the singular and the plural of an English word."""
    one = _singular(word)
    if one.endswith("y"):
        return rf"{re.escape(one[:-1])}(?:y|ies)"
    return rf"{re.escape(one)}(?:e?s)?"


def _singular(word: str) -> str:
    if not word.endswith("s") or len(word) < 4 or _NOT_PLURAL.search(word):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _phrases(texts: Iterable[str]) -> Iterator[str]:
    """Every run of two to four words between two words that stand apart."""
    for text in texts:
        for apart, run in groupby(_WORD.findall(text), key=_stands_apart):
            words = [] if apart else [word.casefold() for word in run]
            for start in range(len(words)):
                for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
                    yield _key(" ".join(words[start:end]))


def _stands_apart(word: str) -> bool:
    named = any(character.isupper() for character in word[1:])
    return len(word) == 1 or named or word.casefold() in _APART or word.endswith("ly")


def _key(phrase: str) -> str:
    *head, last = phrase.casefold().split()
    return " ".join([*head, _singular(last)])


def _part_of_longer(phrase: str, wanted: set[str], here: Counter[str]) -> bool:
    return any(
        phrase != other and f" {phrase} " in f" {other} " and here[other] >= here[phrase] for other in wanted
    )


def _as_written(key: str, text: str) -> str | None:
    """The shortest form of a phrase in the text, in small letters where it has one."""
    *head, last = key.split()
    words = r"\s".join([*map(re.escape, head), _either_number(last)])
    found = re.findall(rf"(?<![\w-]){words}(?![\w-])", text, re.IGNORECASE)
    return min(found, key=lambda one: (one != one.lower(), len(one)), default=None)


def _keywords(document: Document | None) -> Iterator[str]:
    for passage in document.passages[:40] if document else ():
        if match := _KEYWORDS.match(one_line(passage.text)):
            yield from (word.strip(" .") for word in re.split(r"[,;·•]", match[1]))
