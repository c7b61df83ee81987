"""Sentences and words to hold the reader's text against, taken without the reader."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pymupdf

from papergloss.pdf.document import Document

SENTENCE = re.compile(r"(?<=[.?!] )[A-Z][^.?!]{55,240}[.](?= [A-Z])")
"""From a full stop to the next: no abbreviations, decimals or citations with dots inside."""
FLAGS = pymupdf.TEXT_DEHYPHENATE | pymupdf.TEXT_MEDIABOX_CLIP
MATH = re.compile(r"\$\$.*?\$\$|\$[^$\n]*\$|\\\w+(\{[^{}]*\})*", re.DOTALL)


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Page and text of the sentences that lie within one of PyMuPDF's text blocks and are prose."""
    with pymupdf.open(path) as pdf:
        for page in pdf:
            for block in page.get_text("blocks", flags=FLAGS):
                for match in SENTENCE.finditer(" ".join(block[4].split())):
                    if is_prose(match[0]):
                        yield page.number + 1, match[0]


def is_prose(sentence: str) -> bool:
    """Ten words or more, nearly all of them letters."""
    words = sentence.split()
    letters = sum(word.strip(",;:()[]“”‘’'\"-.").isalpha() for word in words)
    return len(words) >= 10 and letters >= 0.85 * len(words) and sentence.isprintable()


def mangled(sentence: str, dice: random.Random) -> str:
    """`sentence` as a model might quote it: one inner word dropped, other quotes and dashes."""
    words = sentence.split()
    del words[dice.randrange(2, len(words) - 2)]
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
    return " ".join(words).translate(straight)


def words(text: str) -> list[str]:
    """Lower-case words of letters and digits, accents composed and ligatures taken apart."""
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", text).lower())


def latex_words(text: str) -> list[str]:
    """The words of a truth made from LaTeX: without its formulas, commands, links and table rows."""
    rows = [line for line in text.splitlines() if not line.startswith("|")]
    return words(MATH.sub(" ", "\n".join(rows)))


def read_words(document: Document) -> list[str]:
    """The words of what goes to a model as running text: body and captions."""
    return words("\n".join(p.text for p in document.passages if p.kind in {"body", "caption"}))


def five_grams(tokens: list[str]) -> Counter[tuple[str, ...]]:
    """How often each run of five words occurs."""
    return Counter(zip(*(tokens[start:] for start in range(5)), strict=False))


def recall_precision(read: list[str], true: list[str]) -> tuple[float, float]:
    """Shares of the truth's 5-grams that were read, and of the read ones that are in the truth."""
    ours, theirs = five_grams(read), five_grams(true)
    common = sum((ours & theirs).values())
    return common / max(1, sum(theirs.values())), common / max(1, sum(ours.values()))
