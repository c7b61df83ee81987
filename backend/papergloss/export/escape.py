"""Paper text and model output as Markdown that shows them and does nothing else."""

from __future__ import annotations

import re

from papergloss.export.latex import tidy
from papergloss.export.tex import acts

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)](?:\s|$)))")
_AUTOLINK = re.compile(
    r"(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w)|(?<=\bmailto):|(?<=\bxmpp):", re.IGNORECASE
)
_FORMULA = re.compile(r"(?<![\\$])\$(?!\s)([^$\n]{1,400}?)(?<![\s\\])\$(?![\d$])")
_UNSAFE_IN_FORMULA = re.compile(r"[<>`!&]|\]\s*[(\[]|://|www\.|@|\bon\w+=", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+")


def escape(text: str) -> str:
    """`text` on one line, every character that Markdown could act on escaped; plain formulas stay.

    Addresses in it stay text: what is a link is decided here, not by a paper or a model.
    """
    line = tidy(text)
    parts: list[str] = []
    end = 0
    for formula in _FORMULA.finditer(line):
        if _only_draws(formula[1]):
            parts += (_escape_plain(line[end : formula.start()]), formula.group())
            end = formula.end()
    parts.append(_escape_plain(line[end:]))
    return _AT_START.sub(_escape_start, "".join(parts))


def display(tex: str) -> str:
    """A formula that stands apart; as text where it holds more than a formula."""
    line = tidy(tex)
    return f"$$\n{line}\n$$" if "$" not in line and _only_draws(line) else escape(line)


def link(address: str) -> str | None:
    """The address as a Markdown link to itself, or None where it is no web address."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else None


def _only_draws(formula: str) -> bool:
    return not _UNSAFE_IN_FORMULA.search(formula) and not acts(formula)


def _escape_plain(text: str) -> str:
    return _AUTOLINK.sub(lambda found: "\\" + found.group(), _MARKUP.sub(r"\\\1", text))


def _escape_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}\\{mark}" if not mark.isdecimal() else f"{found[1]}{mark}\\"
