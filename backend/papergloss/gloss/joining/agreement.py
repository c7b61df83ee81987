"""Whether a formula is what the page shows: the guard that lets nothing in which a reader cannot see."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LEAST_SHARED = 0.75
"""Of the letters; accents and the glyphs of symbol fonts vary."""
MOST_BARE = 12
"""Characters on the page that a formula without Latin letters and digits may stand for."""
MOST_STRAY = 3
"""Latin letters among them: some symbol fonts name their glyphs so."""

_PRINTED = re.compile(
    r"arc(?:cos|sin|tan)|(?:cos|sin|tan)h?|arg|cot|csc|sec|deg|det|dim|exp|gcd|hom|inf|ker|lg|ln|log|lim(?:inf|sup)?"
    r"|max|min|[bp]?mod|sup|Pr"
)
"""Commands that print their own name."""
_COMMAND = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}(?:\[[^]]*\])?(?:\{[lcr|@{}]*\})?|\\([A-Za-z]+)|\\.")
_WORD = re.compile(r"[a-z]{3,}")


def agrees(tex: str, printed: str) -> bool:
    """Whether `tex` (with the words around it) may stand where the page prints `printed`.

    Every digit must be the same, every word of the formula must be printed, and most letters.
    """
    shown, written = _folded(printed), _folded(_COMMAND.sub(_print, tex))
    letters = "".join(filter(_latin, shown))
    if Counter(filter(str.isdigit, written)) != Counter(filter(str.isdigit, shown)):
        return False
    if any(word not in letters for word in _WORD.findall(written)):
        return False
    here, there = Counter(filter(_latin, written)), Counter(letters)
    if not here and not any(map(str.isdigit, written)):
        return 0 < len(shown.replace(" ", "")) <= MOST_BARE and there.total() <= MOST_STRAY
    return 2 * (here & there).total() >= LEAST_SHARED * (here.total() + there.total())


def _print(command: re.Match[str]) -> str:
    return command[1] if command[1] and _PRINTED.fullmatch(command[1]) else " "


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold()


def _latin(character: str) -> bool:
    return "a" <= character <= "z"
