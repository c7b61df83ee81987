"""Text as the full-text index holds it: folded, and Chinese, Japanese and Korean cut into pairs.

FTS5's own tokenizers take a run of Chinese for one word, or (trigram) find nothing shorter than three
characters. Here `训练模型` becomes `训练 练模 模型 型`: two characters are a word, more are a phrase, one is
the beginning of a pair, and the last one stands alone so that it can be found too.
"""

from __future__ import annotations

import re
import unicodedata

_CJK = "々-〇぀-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿가-힣\U00020000-\U0003fffd"
CJK_RUN = re.compile(f"[{_CJK}]+")
_IS_CJK = re.compile(f"[{_CJK}]")
WORD = re.compile(r"[^\W_]+")


class _Folds(dict[int, str]):
    """What each character is folded to; filled on the way."""

    def __missing__(self, code: int) -> str:
        character = unicodedata.normalize("NFKC", chr(code))
        if not _IS_CJK.match(character):
            parts = unicodedata.normalize("NFD", character)
            character = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        self[code] = character
        return character


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Without case, diacritics and width: `Müller` and `ＭＵＬＬＥＲ` are `muller`."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDS)


def tokens(text: str) -> str:
    """The words of a text, with blanks between them, as the index holds them."""
    return CJK_RUN.sub(_pairs, _composed(text))


def query_words(text: str) -> list[str]:
    """The words of a phrase that is looked for: as `tokens`, but the end of a last run is left open."""
    words = WORD.findall(tokens(text))
    last_run = CJK_RUN.findall(_composed(text))
    ends_open = bool(words) and bool(last_run) and words[-1] == last_run[-1][-1] and len(last_run[-1]) > 1
    return words[:-1] if ends_open else words


def _composed(text: str) -> str:
    return text.lower() if text.isascii() else fold(unicodedata.normalize("NFC", text))


def _pairs(run: re.Match[str]) -> str:
    characters = run[0]
    pairs = [characters[i : i + 2] for i in range(len(characters) - 1)]
    return f" {' '.join([*pairs, characters[-1]])} "
