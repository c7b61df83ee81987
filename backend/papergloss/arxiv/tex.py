"""The LaTeX of one formula as LaTeXML writes it, made fit to be read."""

from __future__ import annotations

import re

from papergloss.arxiv.text import join

LONGEST = 2000
"""Characters; more is a drawing or a table, not a formula."""

_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n\s*|$)")
"""LaTeXML breaks long lines after a `%`; what follows it on its line is a comment."""
_UNSEEN = re.compile(
    r"\\[hv]?phantom(?![A-Za-z])|\\(?:text)?color\s*(?:\[[a-zA-Z]*\])?\s*\{\s*"
    r"(?:white|#?f{3}(?:f{3})?|1(?:\.0*)?(?:,1(?:\.0*)?){2}|255,255,255|0(?:,0){3})\s*\}",
    re.IGNORECASE,
)
_LENGTH = r"-?[\d.]+\s*(?:pt|em|ex|mu|cm|mm|in|px|sp)"
_LAYOUT = re.compile(
    rf"\\[hm]?skip\s*{_LENGTH}(?:\s*(?:plus|minus)\s*{_LENGTH})*|\\[hv]space\*?\s*\{{[^{{}}]*\}}|\\kern\s*{_LENGTH}"
    rf"|\\(?:raise|lower)\s*{_LENGTH}|\\rule\s*(?:\[[^]]*\])?\{{[^{{}}]*\}}\{{[^{{}}]*\}}"
    r"|\\color\s*(?:\[[a-zA-Z]*\])?\s*\{[^{}]*\}|\\definecolor\s*(?:\[[a-zA-Z]*\])?(?:\{[^{}]*\}){3}"
    r"|\\(?:label|tag)\*?\s*\{[^{}]*\}|\\(?:displaystyle|textstyle|scriptstyle|nolimits|limits|nonumber|notag)(?![A-Za-z])"
)


def tidy(tex: str) -> str | None:
    """`tex` on one line without comments, lengths and colours; None where it cannot stand between `$`.

    That is: nothing is left, it is longer than a formula, its braces do not close, it changes to text with
    formulas of its own, or parts of it are printed white or not at all.
    """
    text = _COMMENT.sub("", tex)
    if _UNSEEN.search(re.sub(r"\s*,\s*", ",", text)):
        return None
    text = join(_LAYOUT.sub(" ", text))
    unsound = not text or len(text) > LONGEST or re.search(r"(?<!\\)\$", text) or not _closed(text)
    return None if unsound else text


def _closed(text: str) -> bool:
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text.replace("\\\\", "")):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not text.endswith("\\")
