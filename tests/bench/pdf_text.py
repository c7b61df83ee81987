"""Sentences and words to hold the reader's text against, taken without the reader."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pymupdf

from papergloss.pdf.document import Document, Rect

SENTENCE = re.compile(r"(?<=[.?!] )[A-Z][^.?!]{55,240}[.](?= [A-Z])")
"""From a full stop to the next: no abbreviations, decimals or citations with dots inside."""
FLAGS = pymupdf.TEXT_DEHYPHENATE | pymupdf.TEXT_MEDIABOX_CLIP
LATEX = re.compile(r"\$\$.*?\$\$|\$[^$\n]*\$|\\\w+(\{[^{}]*\})*", re.DOTALL)
"""Formulas and commands."""
REFERENCES = re.compile(r"^(#+ )?references$.*?(?=^#|^appendix|\Z)", re.DOTALL | re.MULTILINE | re.IGNORECASE)


def sentences(path: Path, outside: Sequence[tuple[int, Rect]]) -> Iterator[tuple[int, str]]:
    """Page and text of prose sentences that lie within one of PyMuPDF's blocks and occur once in the PDF.

    Blocks that touch a box of `outside` (page, points) are left out: what a figure shows is no sentence
    of the paper.
    """
    found: list[tuple[int, str]] = []
    with pymupdf.open(path) as pdf:
        everything = "".join(words(" ".join(page.get_text("text", flags=FLAGS) for page in pdf)))
        for page in pdf:
            boxes = [pymupdf.Rect(box) for number, box in outside if number == page.number + 1]
            for block in page.get_text("blocks", flags=FLAGS):
                prose = re.sub(r"(?<=[a-z])- (?=[a-z])", "", " ".join(block[4].split()))
                if not any(box.intersects(block[:4]) for box in boxes):
                    found += [(page.number + 1, m[0]) for m in SENTENCE.finditer(prose) if is_prose(m[0])]
    return (at for at in found if everything.count("".join(words(at[1]))) <= 1)


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


def words(text: str, shape: str = r"[a-z0-9]+") -> list[str]:
    """Lower-case words of `shape`, accents composed and ligatures taken apart."""
    return re.findall(shape, unicodedata.normalize("NFKC", text).lower())


def prose_words(text: str) -> list[str]:
    """Words of two letters or more: formulas' letters, numbers and citations in brackets left out."""
    return words(re.sub(r"\[[^\]]*\]", " ", text), r"[a-z]{2,}")


def from_abstract(text: str) -> str:
    """`text` without its title page; the whole where no abstract is named."""
    start = re.search(r"abstract", text, re.IGNORECASE)
    return text[start.start() :] if start else text


def true_words(text: str) -> list[str]:
    """The words of a truth made from LaTeX, from its abstract on.

    Formulas, table rows, names of picture files and the references are left out.
    """
    body = REFERENCES.sub("", from_abstract(text))
    rows = [line for line in body.splitlines() if not line.startswith(("|", "Image: "))]
    return prose_words(LATEX.sub(" ", re.sub(r"(?<=[a-z])-\n", "", "\n".join(rows))))


def read_words(document: Document) -> list[str]:
    """The words of what goes to a model as running text: headings, body, captions, from the abstract on."""
    pieces: list[str] = []
    section = None
    for passage in document.passages:
        if passage.kind not in {"body", "caption"}:
            continue
        if passage.section is not None and passage.section != section:
            section = passage.section
            pieces.append(document.sections[section].title)
        pieces.append(passage.text)
    return prose_words(from_abstract("\n".join(pieces)))


def five_grams(tokens: list[str]) -> Counter[tuple[str, ...]]:
    """How often each run of five words occurs."""
    return Counter(zip(*(tokens[start:] for start in range(5)), strict=False))


def recall_precision(read: list[str], true: list[str]) -> tuple[float, float]:
    """Shares of the truth's 5-grams that were read, and of the read ones that are in the truth."""
    ours, theirs = five_grams(read), five_grams(true)
    common = sum((ours & theirs).values())
    return common / max(1, sum(theirs.values())), common / max(1, sum(ours.values()))
