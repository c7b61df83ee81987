"""Splits running text into sentences: sentencex, with its known errors on papers mended.

sentencex cuts after `Eq.`, `approx.`, `resp.` and inside formulas, and does not cut after a web address
or after a capital that ends a sentence. Nothing but white space is ever lost between sentences.
"""

from __future__ import annotations

import re

from sentencex import segment

from papergloss.gloss.dialogue.blocks import one_line

_NEVER_LAST = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|cf|vs|viz|ca|approx|incl|w\.r\.t|s\.t|a\.k\.a|Eqs?|Eqns?|Figs?|Tabs?|Secs?|Sect|"
    r"Chap|Appx|Thms?|Lem|Props?|Defs?|Cor|Refs?|Algs?|Nos?|Vols?|pp|St|Dr|Prof|Mr|Mrs|Ms)\.$",
    re.IGNORECASE,
)
_SOMETIMES_LAST = re.compile(r"(?:^|[\s(\[])(?:et al|etc|resp|i\.i\.d|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$")
_GOES_ON = re.compile(r"[a-z0-9,;:)\]&]|\([12]\d{3}|\[\d")
_STARTER = r"(?:We|The|This|These|Our|In|It|Its|To|However|Moreover|Here|For|Finally|As|By|Using|Code)\s"
_MISSED = re.compile(
    rf"(?<!\S)((?:https?://|www\.)\S+|\S+\.(?:com|org|net|io|edu|gov|ai)(?:/\S*)?|[(\w-]*[A-Z0-9]|i\.i\.d"
    rf"|\$\S+|[a-z-]{{4,}})\.\s(?={_STARTER})"
)
_ENDS = re.compile(r"[.!?:;…。！？：；][\"'”’)\]»」』）]*$")
_LISTED = re.compile(r"\(?\d{1,2}\)")
_DOLLARS = re.compile(r"(?<!\\)\$\$?")
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def split_sentences(text: str) -> list[str]:
    """The sentences of `text` (any white space counts as one blank); none for blank text."""
    whole = one_line(text)
    if not whole:
        return []
    language = "zh" if len(_CJK.findall(whole)) * 5 > len(whole) else "en"
    pieces = [piece.strip() for piece in segment(language, whole) if piece.strip()]
    joined: list[str] = []
    for piece in pieces:
        if joined and _belongs_together(joined[-1], piece):
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return [part for piece in joined for part in _cut_missed(piece)]


def _belongs_together(before: str, after: str) -> bool:
    if _inside_formula(before) or _NEVER_LAST.search(before):
        return True
    if before.count("(") > before.count(")") and 0 <= after.find(")") < 120:
        return True
    if _LISTED.match(after) and not _ENDS.search(before):
        return True
    if _SOMETIMES_LAST.search(before):
        return bool(_GOES_ON.match(after))
    return after[:1].islower() and not before.endswith(("!", "?"))


def _inside_formula(text: str) -> bool:
    """Whether `text` ends between dollar signs; `$a$$b$` are two formulas beside each other."""
    opened = ""
    for match in _DOLLARS.finditer(text):
        dollars = match.group()
        if opened == "$" and dollars == "$$":
            continue
        opened = "" if opened else dollars
    return bool(opened)


def _cut_missed(sentence: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in _MISSED.finditer(sentence):
        head = sentence[start : match.end()]
        inside = _inside_formula(sentence[: match.end()]) or head.count("(") > head.count(")")
        if not inside and len(head) > 12:
            parts.append(head.strip())
            start = match.end()
    return [*parts, sentence[start:]]
