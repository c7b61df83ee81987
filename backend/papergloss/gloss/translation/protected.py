"""What a translation must carry over unchanged: formulas, code, addresses, citations, `GPT-4`."""

from __future__ import annotations

import re
from collections import Counter

_FORMULA = r"\$\$.+?\$\$|(?<!\\)\$[^$\n]+?(?<!\\)\$|\\\(.+?\\\)|\\\[.+?\\\]"
_CODE = r"`[^`\n]+`"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"'，。；、）)\]】]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_AUTHORS = r"[A-Z][\w'’-]+(?:,| et al\.?,?| (?:and|&) [A-Z][\w'’-]+,?)"
_CITATION = rf"\[\d{{1,3}}(?:\s*[,–-]\s*\d{{1,3}})*\]|\((?:{_AUTHORS}\s*)+\d{{4}}[a-z]?\)"
_COMMAND = r"\\(?:cite|ref|eqref|url|label)[a-z]*\*?\{[^{}]*\}|\\[A-Za-z]+"
_NUMBERED_NAME = r"(?<![\w-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*-?\d+(?:\.\d+)?(?![\w-])"
_NAME_AND_NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]+)-?(\d+(?:\.\d+)?)")
_PROTECTED = re.compile("|".join((_FORMULA, _CODE, _ADDRESS, _CITATION, _COMMAND, _NUMBERED_NAME)))


def protected(text: str) -> list[str]:
    """The parts of `text` that no translation may touch, in order, as they stand."""
    return [match.group().rstrip(".,;:") for match in _PROTECTED.finditer(text)]


def without_protected(text: str) -> str:
    """The prose of `text`: each protected part gives way to a blank."""
    return _PROTECTED.sub(" ", text)


def lost(source: str, target: str) -> list[str]:
    """Protected parts of `source` that `target` does not carry as often; white space does not count."""
    squeezed = "".join(target.split())
    counts = Counter("".join(part.split()) for part in protected(source))
    return [part for part, count in counts.items() if squeezed.count(part) < count]


def renumbered(source: str, target: str) -> list[str]:
    """Names of `source` that stand in `target` with a number that `source` does not have: `F1` as `F7`."""
    numbers = set(re.findall(r"\d+(?:\.\d+)?", source))
    names = {name.casefold() for name, _ in _NAME_AND_NUMBER.findall(source)}
    return [
        name + number
        for name, number in _NAME_AND_NUMBER.findall(target)
        if name.casefold() in names and number not in numbers
    ]
