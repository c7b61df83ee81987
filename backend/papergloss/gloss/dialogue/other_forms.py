"""Whole answers in another form than the asked one: JSON, everything on one line, lines without numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from papergloss.gloss.dialogue.answers import chatter
from papergloss.gloss.dialogue.vocabulary import PART_OF, ROLE_OF

_NUMBER_KEYS = ("n", "number", "id", "index", "no")
_TEXT_KEYS = ("text", "translation", "target", "statement", "claim", "content", "译文", "内容", "陈述")
_ROLE_KEYS = ("role", "label", "type", "category", "标签")
_PASSAGE_KEYS = ("passages", "passage", "citations", "numbers", "evidence", "sources")
_MARK = re.compile(r"\[(\d{1,4})\]")
_LABELS = "|".join(sorted(map(re.escape, ROLE_OF), key=len, reverse=True))
_BEFORE_CLAIM = re.compile(rf"(?<!\s)\s+(?=[-*•]\s+(?:{_LABELS})\s*[:：])", re.IGNORECASE)
_BEFORE_PART = re.compile(r"(?:^|(?<!\s)\s+)(SUMMARY|(?:KEY )?TAKEAWAYS)(?:\s*[:：])?\s+(?=[-*•]\s)")


def numbered(answer: str, asked: Sequence[int]) -> dict[int, str]:
    """The translations in `answer` by number; empty where their order is not beyond doubt."""
    data = _json(answer)
    if data is not None:
        return dict(_numbered_json(data, asked))
    marks = list(_MARK.finditer(answer))
    if asked and [int(mark[1]) for mark in marks] == list(asked):
        ends = [mark.start() for mark in marks[1:]] + [len(answer)]
        return {int(m[1]): answer[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)}
    lines = [line.strip() for line in answer.splitlines() if line.strip(" `\t\r") and not chatter(line)]
    return dict(zip(asked, lines, strict=True)) if len(lines) == len(asked) > 1 else {}


def outline(answer: str) -> str | None:
    """`answer` as the asked outline, or None."""
    data = _json(answer)
    if isinstance(data, dict):
        return "\n".join(_outline_json(data)) or None
    if data is None and len(_BEFORE_CLAIM.findall(answer)) > answer.strip().count("\n") + 1:
        return _BEFORE_CLAIM.sub("\n", _BEFORE_PART.sub(r"\n\1\n", answer))
    return None


def _json(answer: str) -> Any:
    start = min((at for mark in "{[" if (at := answer.find(mark)) >= 0), default=-1)
    if start < 0:
        return None
    try:
        data = json.JSONDecoder().raw_decode(answer[start:])[0]
    except (ValueError, RecursionError):
        return None
    passage_number = isinstance(data, list) and all(isinstance(item, int) for item in data)
    return None if passage_number else data


def _numbered_json(data: Any, asked: Sequence[int]) -> Iterator[tuple[int, str]]:
    if (
        isinstance(data, dict)
        and len(data) == 1
        and isinstance(inner := next(iter(data.values())), list | dict)
    ):
        data = inner
    if isinstance(data, dict):
        data = [{"n": key, "text": value} for key, value in data.items()]
    if not isinstance(data, list):
        return
    if len(data) == len(asked) and all(isinstance(item, str) for item in data):
        yield from zip(asked, data, strict=True)
        return
    for item in data:
        number, text = _value(item, _NUMBER_KEYS), _value(item, _TEXT_KEYS)
        if isinstance(text, str) and (digits := re.fullmatch(r"\[?(\d{1,4})\]?", str(number))):
            yield int(digits[1]), text.strip()


def _outline_json(data: dict[Any, Any]) -> Iterator[str]:
    for key, claims in data.items():
        part = PART_OF.get(str(key).strip().casefold())
        if part and isinstance(claims, list):
            yield part.upper()
            for claim in claims:
                text = claim if isinstance(claim, str) else _value(claim, _TEXT_KEYS)
                if isinstance(text, str):
                    role, passages = _value(claim, _ROLE_KEYS), _value(claim, _PASSAGE_KEYS)
                    cited = re.findall(r"\d+", json.dumps(passages)) if passages is not None else []
                    yield " ".join(
                        ["-", *([f"{role}:"] if role else []), *text.split(), *(f"[{n}]" for n in cited)]
                    )


def _value(item: Any, keys: Sequence[str]) -> Any:
    return next((item[key] for key in keys if key in item), None) if isinstance(item, dict) else None
