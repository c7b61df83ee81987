"""Answers PaperGloss's own prompts well-formed, so that a card can be made without a model.

The translation keeps what must be kept (formulas, addresses, citations, numbers, names) and puts a word
of the asked language for every other: it looks like a translation and means nothing. The claims are such
translations of the paper's own sentences, so their numbers and names stand in the passages they cite.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Any

from support import deep_script

_LINE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_KEPT_OR_WORD = re.compile(
    r"(?P<kept>\$[^$]*\$|\\[a-zA-Z]+(?:\{[^{}]*\})*|https?://\S+|`[^`]*`|\([^()]*\b(?:19|20)\d\d[a-z]?\)"
    r"|\S*[\d/@_\\]\S*)|(?P<word>(?<![^\s(])(?:(?:^|(?<=[.!?] ))[A-Z])?[a-z][a-z'’-]*(?![\w/@_\\]))"
)
_TOKEN = re.compile(r"\s*\S{1,4}|\s+")

_WORDS = {
    "Traditional Chinese": (
        "這裡 對於 關於 至於 從而 並且 那麼 這樣 於是 隨後 過來 們 依據 屬於 來到 歸於 稱為 這邊"
    ),
    "Chinese": "这里 对于 关于 至于 从而 并且 那么 这样 于是 随后 过来 们 依据 属于 来到 归于 称为 这边",
    "Japanese": "ここ では それ を とき し ところ が つまり する もし の により それら を という",
    "Korean": "여기에서 그리고 그것을 따라서 이때 그러면 또는 이것은 거기서 그대로",
    "German": "wir sind hier und dort mit diesen auch die eine dem sich über ihnen als bei",
    "French": "nous sommes ici et dans les autres avec cette une qui pour elle aux leurs",
    "Spanish": "estamos aquí y entre los otros con esta una que para ella las suyas desde",
    "Portuguese": "estamos aqui e entre os outros com esta uma que para ela nas suas desde",
    "Russian": "мы здесь и там между ними тогда эта они для того так же его вот",
    "Arabic": "هنا وهناك بين هؤلاء ثم هذه هي إلى ذلك منه إليها حين كما",
    "English": "we are here and there with these and also the one of them as by then",
}
"""Words that say nothing: no check can hold what they mean against the source."""
_NOT = {
    "Traditional Chinese": "並不", "Chinese": "并不", "Japanese": "でない", "Korean": "않고",
    "German": "nicht", "French": "pas", "Spanish": "no", "Portuguese": "não", "Russian": "не",
    "Arabic": "لا", "English": "not",
}  # fmt: skip
_DENIES = {"not", "no", "never", "without", "cannot", "neither", "nobody", "nothing", "nowhere"}
_SPACELESS = {"Traditional Chinese", "Chinese", "Japanese"}


def answer(body: dict[str, Any]) -> str:
    """The answer to a chat request of PaperGloss; to anything else, one sentence."""
    users = [str(m["content"]) for m in body.get("messages", []) if m["role"] == "user"]
    if not users:
        return "Hello."
    language = _language(users)
    lines = {int(number): text for number, text in _LINE.findall(users[0])}
    if not lines:
        return pretend("I am a scripted model and say one sentence.", language)
    whole = _about_the_whole(users, lines, language)
    if whole is not None:
        return whole
    wanted = [int(number) for number in re.findall(r"\[(\d+)\]", users[-1])] if len(users) > 1 else []
    chosen = [number for number in dict.fromkeys(wanted) if number in lines] or list(lines)
    return "\n".join(f"[{number}] {pretend(lines[number], language)}" for number in chosen)


def _about_the_whole(users: list[str], lines: dict[int, str], language: str) -> str | None:
    """The answer to whatever is no translation."""
    kinds: list[tuple[bool, Callable[[], str]]] = [
        ("<<<PART" in users[0], lambda: notes(users[0])),
        ("<<<ABSTRACT" in users[0], lambda: brief(users[0], language)),
        ("<<<QUESTION" in users[-1], lambda: said(users[-1], lines, language)),
        (
            deep_script.is_deep(users[0]),
            lambda: deep_script.answer(users[0], lambda text: pretend(text, language)),
        ),
        (any("TAKEAWAYS" in text for text in users), lambda: _outline(lines, language)),
    ]
    return next((make() for asked, make in kinds if asked), None)


def notes(content: str) -> str:
    """Notes on a part of a paper: the first sentences of as many passages as lines are asked for."""
    passages = _LINE.findall(content)
    asked = re.search(r"at most (\d+) notes, in English, (\d+) words", content)
    lines, words = (int(asked[1]), int(asked[2])) if asked else (10, 200)
    step = max(1, -(-len(passages) // lines))
    each = max(5, words // max(1, len(passages[::step])))
    return "\n".join(
        f"- {' '.join(_sentence(text).split()[:each])} [{number}]" for number, text in passages[::step]
    )


def brief(content: str, language: str = "Chinese") -> str:
    """The title, and the abstract's sentence that has numbers (or else its last) as the gloss."""
    lines = {int(n): text for n, text in _LINE.findall(content)}
    title = lines.pop(0)
    chosen = next((n for n, text in lines.items() if re.search(r"\d", text)), max(lines))
    gloss = f"gloss: {pretend(lines[chosen], language)} [{chosen}]"
    return gloss if language == "English" else f"title: {pretend(title, language)}\n{gloss}"


def said(content: str, passages: dict[int, str], language: str) -> str:
    """An answer to a question: the passages that share a word with it; of the weather no paper speaks."""
    question = content.split("<<<QUESTION", 1)[1].split("\n")[1]
    if re.search(r"weather|天气|天氣|天気", question):
        return f"NOT IN THE PAPER: {pretend('it never says that', language)}"
    words = {word.casefold() for word in re.findall(r"[a-zA-Z]{4,}", question)}
    prose = {n: _sentence(text) for n, text in passages.items() if _is_prose(text)} or passages
    near = sorted(prose.items(), key=lambda item: -len(words.intersection(prose[item[0]].casefold().split())))
    return "\n".join(f"- {pretend(text, language)} [{n}]" for n, text in near[:2])


def pieces(text: str) -> list[str]:
    """The text in token-like pieces."""
    return _TOKEN.findall(text)


def pretend(source: str, language: str = "Chinese") -> str:
    """`source` with every plain word put into `language`; names, numbers and the like stay."""
    words = _WORDS[language].split()

    def put(match: re.Match[str]) -> str:
        """A word is always put in the same way: the terms of a paper keep to their translation."""
        if match["kept"]:
            return match["kept"]
        if match["word"].casefold() in _DENIES or match["word"].endswith(("n't", "n’t")):
            return _NOT[language]
        return words[zlib.crc32(match["word"].casefold().removesuffix("s").encode()) % len(words)]

    text = _KEPT_OR_WORD.sub(put, source)
    return _without_gaps(text) if language in _SPACELESS else text


def _without_gaps(text: str) -> str:
    """No spaces between words of the language, and its own stops after them, but not after `vol. 2`."""
    own = r"[^\x00-\u02ff\u2000-\u2fff]"
    text = re.sub(rf"(?<={own}) (?={own})", "", text)
    return re.sub(rf"(?<={own})([.,])(?=\s+(?!\d)|$)", lambda stop: "。" if stop[1] == "." else "，", text)


def _language(users: list[str]) -> str:
    task = " ".join(text[-3000:] for text in users)
    before = "into|[Ww]rite in|outline again, in|the selection in|a reader of"
    found = re.search(rf"(?:{before}) (?:Simplified )?({'|'.join(_WORDS)})", task)
    return found[1] if found else "Chinese"


def _outline(passages: dict[int, str], language: str) -> str:
    prose = [(n, _sentence(text)) for n, text in passages.items() if _is_prose(text)]
    prose = prose or list(passages.items())
    with_numbers = [item for item in prose if re.search(r"\d", item[1])] or prose
    summary = [("problem", prose[0]), ("method", _pick(prose, 0.3)), ("result", _pick(with_numbers, 0.5)),
               ("limit", prose[-1])]  # fmt: skip
    takeaways = [("result", _pick(with_numbers, share)) for share in (0.2, 0.4, 0.6, 0.8)]
    takeaways += [("method", _pick(prose, 0.45)), ("resource", _pick(prose, 0.7))]
    return "\n".join(["SUMMARY", *_claims(summary, language), "TAKEAWAYS", *_claims(takeaways, language)])


def _is_prose(text: str) -> bool:
    """Running text about the matter: no captions, thanks, references or formulas."""
    words = re.findall(r"\b[a-z]{2,}\b", text)
    return (
        len(text) > 80
        and len(" ".join(words)) > 0.6 * len(text)
        and not re.match(r"(?i)(fig|tab)", text)
        and not re.search(r"(?i)acknowledg|\bgrants?\b|\bthanks?\b", text)
    )


def _claims(chosen: list[tuple[str, tuple[int, str]]], language: str) -> list[str]:
    """A small paper has few sentences: one that comes again begins with another word of no meaning."""
    fillers, told, claims = iter(_WORDS[language].split()), set[str](), []
    for role, (number, text) in chosen:
        said = pretend(text, language)
        while said in told:
            said = f"{next(fillers)} {pretend(text, language)}"
        told.add(said)
        claims.append(f"- {role}: {said} [{number}]")
    return claims


def _pick(items: list[tuple[int, str]], share: float) -> tuple[int, str]:
    return items[int(share * (len(items) - 1))]


def _sentence(text: str) -> str:
    end = re.search(r"(?<=[a-z\d)%])[.](?= [A-Z])", text)
    return text[: end.end()] if end and end.end() > 40 else text[:300].rsplit(" ", 1)[0]
