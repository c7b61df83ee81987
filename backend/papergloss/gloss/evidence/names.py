"""Names in a claim: datasets, models, methods, acronyms; and whether the paper has them."""

from __future__ import annotations

import re

from papergloss.gloss.evidence.plain import plain, without_references

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-+./_'’][A-Za-z0-9]+)*\+{0,2}")
_PIECE = re.compile(r"[a-z0-9]+")
_ISOTOPE = re.compile(r"(?<![A-Za-z0-9.])\^?(\d{1,3})(?=[A-Z][a-z]?(?![A-Za-z0-9]))")
_LONGEST = 5
"""Pieces of the longest name that is looked up as one: `GPT 3 5 turbo instruct`."""
_SUFFIX = re.compile(
    r"-(?:based|like|style|free|level|wise|trained|tuned|specific|driven|aware|basiert\w*|Modell\w*|модел\w*)$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'，。；）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ORDINARY_END = re.compile(r"(?<=[A-Z0-9])(?:-[A-ZÄÖÜ][a-zäöüß]+)+$")
"""The ordinary word of a German compound: `GLUE-Wert`."""
_GENERAL_WORDS = """
ai api app apps cpu cpus css csv dna eu gpu gpus html http https iot json llm llms lm ml nlp ok pc
pdf rna sota sql tv uk un url us usa usd web xml arxiv github python internet online
tb gb mb kb hz khz mhz ghz thz kg km cm mm nm ms kev mev gev tev kw mw db eq eqs fig table figure section
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
"""What a translator may write though the paper does not, and units."""


def names(text: str, latin_script: bool) -> list[str]:
    """The names in a claim, in order.

    In a language that is not written in Latin letters every word with a Latin capital is one; in others only
    what no common word looks like (`ImageNet`, `BERT`, `CIFAR-10`).
    """
    found: dict[str, None] = {}
    prose = re.sub(r"https?://\S+|`[^`]*`|\$[^$]*\$", " ", text.replace("\\$", " "))
    for match in _TOKEN.finditer(without_references(prose)):
        token = _SUFFIX.sub("", match.group().rstrip("'’").removesuffix("'s").removesuffix("’s"))
        if latin_script:
            token = _ORDINARY_END.sub("", token)
        if _is_name(token, latin_script) and token.casefold() not in _GENERAL:
            found[token] = None
    return list(found)


def addresses(text: str) -> list[str]:
    """The web and mail addresses in a claim."""
    return [found.rstrip(".,;:)。，；：）") for found in _ADDRESS.findall(text)]


class NameIndex:
    """Every run of up to five pieces of a paper's words, joined, in small letters."""

    def __init__(self, texts: list[str]) -> None:
        self._runs: set[str] = set()
        self._initials: set[str] = set()
        for text in texts:
            line = _ISOTOPE.sub(r"\1 ", plain(text).replace("-\n", ""))
            pieces = _PIECE.findall(line.casefold())
            for start in range(len(pieces)):
                run = initials = ""
                for piece in pieces[start : start + _LONGEST]:
                    run += piece
                    initials += piece[0]
                    self._runs.add(run)
                    self._initials.add(initials)

    def has(self, name: str) -> bool:
        """Whether the paper has the name, however it writes hyphens, blanks, capitals and plurals."""
        joined = "".join(_PIECE.findall(name.casefold()))
        if self._stands(joined):
            return True
        if name.isupper() and len(name) > 2 and joined in self._initials:
            return True
        parts = re.split(r"[-/+_]", name)
        lettered = [part for part in parts if not part.isdigit()]
        return (
            len(parts) > 1 and len(lettered) == len(parts) and all(self.has(part) for part in parts if part)
        )

    def has_address(self, address: str) -> bool:
        """Whether every part of the address stands in the paper as it stands there."""
        pieces = _PIECE.findall(re.sub(r"^https?://(?:www\.)?", "", address).casefold())
        last = max(1, len(pieces) - _LONGEST + 1)
        return all("".join(pieces[start : start + _LONGEST]) in self._runs for start in range(last))

    def _stands(self, joined: str) -> bool:
        return joined in self._runs or joined.removesuffix("s") in self._runs or f"{joined}s" in self._runs


def _is_name(token: str, latin_script: bool) -> bool:
    if len(token) < 2:
        return False
    capitals = sum(character.isupper() for character in token)
    inner = any(character.isupper() for character in token[1:])
    digits = any(character.isdigit() for character in token)
    if latin_script:
        return (inner and not _hyphened_words(token)) or (digits and capitals > 0)
    return capitals > 0


def _hyphened_words(token: str) -> bool:
    """`Zero-Shot`, `Kosten-Nutzen`: ordinary words with a capital each."""
    return all(re.fullmatch(r"[A-Z]?[a-z]+", part) for part in re.split(r"[-/'’.]", token))
