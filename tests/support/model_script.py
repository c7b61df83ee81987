"""Answers PaperGloss's own prompts well-formed, so that a card can be made without a model.

The translation keeps what must be kept (formulas, addresses, citations, numbers, names) and puts a word
of the asked language for every other: it looks like a translation and means nothing. The claims are such
translations of the paper's own sentences, so their numbers and names stand in the passages they cite.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

_LINE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_KEPT_OR_WORD = re.compile(
    r"(?P<kept>\$[^$]*\$|\\[a-zA-Z]+(?:\{[^{}]*\})*|https?://\S+|`[^`]*`|\([^()]*\b(?:19|20)\d\d[a-z]?\)"
    r"|\S*[\d/@_\\]\S*)|(?P<word>(?<![^\s(])(?:(?:^|(?<=[.!?] ))[A-Z])?[a-z][a-z'’-]*(?![\w/@_\\]))"
)
_TOKEN = re.compile(r"\s*\S{1,4}|\s+")

_WORDS = {
    "Traditional Chinese": "我們 提出 方法 模型 數據 結果 顯示 透過 訓練 顯著 效能 任務 實驗 分析 問題",
    "Chinese": "我们 提出 方法 模型 数据 结果 表明 通过 训练 显著 提升 性能 任务 基于 实验 分析 问题 有效",
    "Japanese": "本研究 では 手法 を 提案 し 性能 が 向上 する モデル の 学習 に より 結果 を 示す",
    "Korean": "우리는 새로운 방법을 제안하고 모델의 성능을 크게 높인다 실험 결과를 분석한다",
    "German": "wir zeigen die neue Methode und das Modell mit besseren Ergebnissen für diese Aufgabe",
    "French": "nous montrons une nouvelle méthode pour le modèle avec des résultats dans cette tâche",
    "Spanish": "mostramos un nuevo método para el modelo con los resultados en esta tarea",
    "Portuguese": "mostramos um novo método para o modelo com os resultados nesta tarefa",
    "Russian": "мы предлагаем новый метод для модели и показываем лучшие результаты этой задачи",
    "Arabic": "نقترح طريقة جديدة من أجل النموذج مع نتائج أفضل في هذه المهمة",
    "English": "we show a new method for the model with better results on this task",
}
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
    if "<<<PART" in users[0]:
        return notes(users[0])
    if any("TAKEAWAYS" in text for text in users):
        return _outline(lines, language)
    wanted = [int(number) for number in re.findall(r"\[(\d+)\]", users[-1])] if len(users) > 1 else []
    chosen = [number for number in dict.fromkeys(wanted) if number in lines] or list(lines)
    return "\n".join(f"[{number}] {pretend(lines[number], language)}" for number in chosen)


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
        return words[zlib.crc32(match["word"].casefold().removesuffix("s").encode()) % len(words)]

    text = _KEPT_OR_WORD.sub(put, source)
    return _without_gaps(text) if language in _SPACELESS else text


def _without_gaps(text: str) -> str:
    """No spaces between words of the language, and its own stops after them."""
    own = r"[^\x00-\u02ff\u2000-\u2fff]"
    text = re.sub(rf"(?<={own}) (?={own})", "", text)
    return re.sub(rf"(?<={own})([.,])(?=\s|$)", lambda stop: "。" if stop[1] == "." else "，", text)


def _language(users: list[str]) -> str:
    task = " ".join(text[-3000:] for text in users)
    found = re.search(rf"(?:into|[Ww]rite in|outline again, in) (?:Simplified )?({'|'.join(_WORDS)})", task)
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
    return [f"- {role}: {pretend(text, language)} [{number}]" for role, (number, text) in chosen]


def _pick(items: list[tuple[int, str]], share: float) -> tuple[int, str]:
    return items[int(share * (len(items) - 1))]


def _sentence(text: str) -> str:
    end = re.search(r"(?<=[a-z\d)%])[.](?= [A-Z])", text)
    return text[: end.end()] if end and end.end() > 40 else text[:300].rsplit(" ", 1)[0]
