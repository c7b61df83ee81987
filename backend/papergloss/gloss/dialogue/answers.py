"""What a model writes instead of an answer: refusals, chatter, unfilled placeholders, loops."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

LONGEST_WORDS = 200
"""Characters of the model's own words in a problem's detail."""

_patterns = tomllib.loads((files(__package__) / "answers.toml").read_text("utf-8"))
_REFUSAL, _PLACEHOLDER, _CHATTER, _OF_THE_TASK, _PLEADING, _MARKUP, _ORDERS = (
    re.compile("|".join(_patterns[name]), re.IGNORECASE)
    for name in (
        "refusals",
        "placeholders",
        "chatter",
        "of_the_task",
        "pleading",
        "markup",
        "orders",
    )
)
_TASK_IN_SOURCE = re.compile(
    r"\b(?:translat|lingual|language|BLEU|MT\b|request|you|original|source|administrat|inconvenien)",
    re.IGNORECASE,
)
_LOOP = re.compile(r"(.{2,60}?)\1{5,}|(.{12,200}?)(?:\s*\2){2,}", re.DOTALL)


def refusal(text: str) -> str | None:
    """The model's words where `text` declines to answer, shortened; else None."""
    return own_words(text) if _REFUSAL.search(text) else None


def chatter(text: str) -> bool:
    """Whether `text` holds a preface or a closing to the reader, such as “Here is the summary”."""
    return bool(_CHATTER.search(text))


def speaks_of_the_task(source: str, target: str) -> bool:
    """Whether a translation talks about translating, or to its reader, where its source does not."""
    return bool(_OF_THE_TASK.search(target)) and not _TASK_IN_SOURCE.search(source)


def placeholder(text: str) -> str | None:
    """An unfilled placeholder in `text`, or None."""
    found = _PLACEHOLDER.search(text)
    return found.group() if found else None


def pleads(text: str) -> bool:
    """Whether `text` speaks for the paper, as a planted instruction would have it."""
    return bool(_PLEADING.search(text))


def markup(text: str) -> bool:
    """Whether `text` holds a link, a picture, HTML, or signs that no reader sees: no statement needs them."""
    return bool(_MARKUP.search(text))


def orders(sentence: str) -> bool:
    """Whether a paper's sentence tells a model what to do; one that quotes such an order does not."""
    return bool(_ORDERS.search(sentence)) and not re.search(r"[\"“”«»„]", sentence)


def loops(text: str) -> bool:
    """Whether `text` says the same again and again."""
    found = _LOOP.search(text)
    return found is not None and any(character.isalpha() for character in found.group())


def own_words(text: str) -> str:
    """The beginning of the model's answer on one line, for a problem's detail."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
