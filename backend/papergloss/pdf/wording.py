"""Words to text: hyphens joined, accents composed; text to what can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence

PUNCTUATION = ".,;:()[]“”\"'?!"
HYPHENS = ("-", "\u2010", "\u00ad")
ACCENTS = dict(
    zip("´`¨ˆ˜¯˘˙ˇ˚˝", "\u0301\u0300\u0308\u0302\u0303\u0304\u0306\u0307\u030c\u030a\u030b", strict=True)
)
"""Spacing accents that TeX's old fonts print before their letter, and what composes."""
WHOLE = 4
"""Letters of the shortest word that counts as one half of a compound."""
HALVES = re.compile(
    "(?:aligned|augmented|aware|based|bound|connected|dependent|driven|enhanced|free|generated|guided|hand|"
    "independent|induced|informed|invariant|known|level|like|oriented|related|scale|side|specific|suited|"
    "supervised|tuned|type)"
)
"""Second halves that papers make compounds with."""
ENDINGS = re.compile("able|ever|fore|less|over|work")
"""Words that, divided off a word, are mostly its end."""
SHORT = 3
"""Letters of the shortest first half of one: not "in-dependent"."""
LOOSE_ACCENT = re.compile(r"([´`¨ˆ˜¯˘˙ˇ˚˝])([^\W\d_])")
CEDILLA = re.compile(r"([cstCST])¸|¸([cstCST])")


def compose(word: str) -> str:
    """`word` with loose accents set on their letters, in NFC."""
    if word.isascii():
        return word
    word = LOOSE_ACCENT.sub(lambda match: ("i" if match[2] == "ı" else match[2]) + ACCENTS[match[1]], word)
    word = CEDILLA.sub(lambda match: (match[1] or match[2]) + "\u0327", word)
    return unicodedata.normalize("NFC", word)


def squash(text: str) -> str:
    """Letters and digits alone, lower case, compatibility forms folded: what two prints of one text share."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, folded))


def flow(lines: Sequence[Sequence[str]], known: Container[str]) -> str:
    """Join the words of `lines`.

    A hyphen at a line's end goes unless the document writes it elsewhere, or both halves as words.
    """
    text = ""
    for line in lines:
        piece = " ".join(line)
        if text.endswith(HYPHENS) and piece[:1].islower() and text[-2:-1].isalpha():
            stem = re.split(r"\s", text[:-1])[-1]
            rest = re.match(r"[\w-]*", piece)
            text = _join(text, stem, rest[0] if rest else "", known) + piece
        else:
            text = f"{text} {piece}" if text else piece
    return text


def _join(text: str, stem: str, rest: str, known: Container[str]) -> str:
    solid, hyphened = (
        (stem + rest).casefold().strip(PUNCTUATION),
        f"{stem}-{rest}".casefold().strip(PUNCTUATION),
    )
    if text.endswith("\u00ad") or (solid in known and hyphened not in known):
        return text[:-1]
    if hyphened in known or "-" in stem or "-" in rest.strip("-") or (len(stem) > 1 and stem.isupper()):
        return text
    first, second = (part.casefold().strip(PUNCTUATION) for part in (stem, rest))
    two = (
        min(len(stem), len(rest)) >= WHOLE
        and first in known
        and second in known
        and not ENDINGS.fullmatch(second)
    )
    made = len(first) >= SHORT and first in known and HALVES.fullmatch(second)
    return text if two or made else text[:-1]


def vocabulary(lines: Iterable[Sequence[str]]) -> set[str]:
    """What `flow` asks: the words of all lines in lower case, without the punctuation around them.

    The second halves of divided words are none.
    """
    known: set[str] = set()
    divided = False
    for line in lines:
        known.update(word.casefold().strip(PUNCTUATION) for word in line[divided:])
        divided = line[-1].endswith(HYPHENS)
    return known
