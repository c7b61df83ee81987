"""The lines of an outline: headings, bullets, labels and statements, in the shapes that models give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papergloss.gloss.dialogue.marks import take_citations, without_unfinished
from papergloss.gloss.dialogue.vocabulary import PART_OF, ROLE_OF, Part, Role

BULLET = re.compile(
    r"^\s*(?:[-*•·–—▪●→►▸◆■‣]\s+|[→①-⑳❶-❿]\s*|-(?=[^\W\d_])|[•·●](?=\S)|\(?(\d{1,2})(?:[)、．）]|[.:：](?!\d))\s*)"
)
_LABEL = re.compile(
    r"^[\s*_]*[(\[（【]?\s*([^\W\d_][^:：()\[\]（）【】*]{0,24}?)\s*[)\]）】]?[\s*_]*[:：][\s*_]*"
)
_LABEL_IN_BRACKETS = re.compile(r"^[\s*_]*[(\[（【]\s*(\w{2,24})\s*[)\]）】][\s*_]*")
_CHAPTER = re.compile(r"^[\s#*]*[一二三四五六七八九十]{1,2}[、．.]\s*")
_IN_BRACKETS = re.compile(r"\s*[(（].*[)）]$")
_ITEM_TAG = re.compile(r"^\s*<li>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?(?:h[1-6]|[uo]l|li|p|strong|b)>", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"\s*<sup>\s*\[?(\d[\d,，、 -]*)\]?\s*</sup>", re.IGNORECASE)
_ROUND_AT_END = re.compile(r"\s*[(（](\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)[)）](?=\s*[.。]?\s*$)")
_OPEN_AT_END = re.compile(r"\s*(?:<.*|[(（][\d\s,，、]*[)）]?[.。]?\s*)$")
_DECORATION = re.compile(r"^[\s#*_>=-]+|(?<![\s*_=:：-])[\s*_=:：-]+$")
_UNDECIDED = 12
"""Characters of a line that may still turn out to be a heading or a label."""


@dataclass
class DraftClaim:
    """One statement as the model wrote it, not yet checked."""

    text: str = ""
    role: Role | None = None
    passages: list[int] = field(default_factory=list)

    def go_on(self, more: DraftClaim) -> None:
        """Takes the next line of the same statement."""
        self.text = f"{self.text} {more.text}".strip()
        self.passages.extend(n for n in more.passages if n not in self.passages)


@dataclass
class Outline:
    """The model's outline, not yet checked."""

    summary: list[DraftClaim] = field(default_factory=list)
    takeaways: list[DraftClaim] = field(default_factory=list)


def unframed(line: str) -> str:
    """A row of a table, or of an HTML list, as a line of the outline."""
    line = _TAG.sub("", _ITEM_TAG.sub("- ", line))
    if not (line.strip().startswith("|") and line.strip().endswith("|")):
        return line
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) < 2 or all(set(cell) <= set("-: ") for cell in cells):
        return ""
    known = ROLE_OF.get(cells[0].strip("* ").casefold())
    if not known:
        return " ".join(["-", *cells]) if re.search(r"\d", cells[-1]) else ""
    cited = [f"[{cell}]" if re.fullmatch(r"\d[\d, ，]*", cell) else cell for cell in cells[1:]]
    return f"- {known}: {' '.join(cited)}"


def heading(line: str) -> tuple[Part | None, str]:
    """The part that a heading opens and what follows the heading on its line; else the line itself."""
    bare = _DECORATION.sub("", BULLET.sub("", _CHAPTER.sub("", line), count=1))
    for words in (bare, _IN_BRACKETS.sub("", bare)):
        if part := PART_OF.get(words.strip().casefold()):
            return part, ""
    label = _LABEL.match(line.lstrip("# "))
    if label and (part := PART_OF.get(label[1].strip().casefold())):
        return part, line.lstrip("# ")[label.end() :]
    return None, line


def read_claim(body: str) -> DraftClaim:
    """A statement with its label before it and its passage numbers in it."""
    role: Role | None = None
    for pattern in (_LABEL, _LABEL_IN_BRACKETS):
        label = pattern.match(body)
        if label and (role := ROLE_OF.get(label[1].strip().casefold())):
            body = body[label.end() :]
            break
    body = _SUPERSCRIPT.sub(r" [\1]", body)
    text, passages = take_citations(body)
    if not passages:
        text, passages = take_citations(_ROUND_AT_END.sub(r" [\1]", body))
    return DraftClaim(re.sub(r"\*\*(.+?)\*\*", r"\1", text), role, passages)


def read_unfinished(body: str) -> DraftClaim | None:
    """What can be shown of a statement still being written; None while it may be a heading or a label."""
    if not _LABEL.match(body) and len(body) < _UNDECIDED:
        return None
    claim = read_claim(without_unfinished(_OPEN_AT_END.sub("", body)))
    head, mark, _ = claim.text.partition("**")
    claim.text = (head if mark else claim.text.rstrip("*")).rstrip()
    return claim
