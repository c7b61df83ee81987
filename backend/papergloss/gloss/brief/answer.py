"""Reads the two lines of a brief gloss, in the shapes that models give them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.outline import DraftClaim, read_claim
from papergloss.gloss.dialogue.vocabulary import PART_OF

_LABEL = re.compile(r"^[\s>*_#-]*(?:\d[.)]\s+)?[*_]*([^\W\d_][^:：]{0,24}?)[\s*_]*[:：][\s*_]*")
_FENCE = re.compile(r"^\s*```")
_OF_THE_TITLE = re.compile(r"\s*\[0\]\s*")
_TITLES = frozenset(
    [
        "title",
        "标题",
        "標題",
        "题目",
        "題目",
        "题名",
        "タイトル",
        "題名",
        "論文題目",
        "제목",
        "titel",
        "titre",
        "título",
        "название",
        "заголовок",
        "العنوان",
        "عنوان",
    ]
)
_GLOSSES = frozenset(
    [
        "gloss",
        "sentence",
        "注",
        "句子",
        "一句话",
        "一句話",
        "要旨",
        "要点",
        "要點",
        "一文",
        "한줄",
        "glosse",
        "glosa",
        "глосса",
    ]
)


@dataclass(frozen=True, slots=True)
class BriefAnswer:
    """What a model wrote; None for what it left out."""

    title: str | None
    claim: DraftClaim | None


def read(answer: str, *, titled: bool) -> BriefAnswer:
    """The title and the statement. Lines without their labels count in their order.

    Args:
        answer: the model's answer.
        titled: whether a title was asked for.
    """
    title: str | None = None
    rest: list[str] = []
    for line in answer.splitlines():
        if not line.strip() or _FENCE.match(line) or chatter(line):
            continue
        kind, body = _labelled(line)
        if kind == "title":
            title = body
        elif kind == "gloss":
            rest = [body]
        else:
            rest.append(body)
    if titled and title is None and len(rest) > 1:
        title, *rest = rest
    statement = " ".join(rest)
    named = _OF_THE_TITLE.sub(" ", title).strip(" *_") if title else None
    return BriefAnswer(named or None, read_claim(statement) if statement.strip() else None)


def _labelled(line: str) -> tuple[str | None, str]:
    found = _LABEL.match(line)
    word = found[1].strip().casefold() if found else ""
    if found and word in _TITLES:
        return "title", line[found.end() :].strip()
    if found and (word in _GLOSSES or word in PART_OF):
        return "gloss", line[found.end() :].strip()
    return None, line.strip().lstrip("-*•> ").strip()
