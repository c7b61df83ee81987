"""Answers the prompts of a deep read well-formed, from the paper's own sentences.

As in model_script, a sentence in another language is the paper's own with other words: its numbers and
names stand in the passage that it cites. A small paper has few sentences: one that comes again begins with
other words of no meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle

_LINE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"<<<(PAPER|FIGURES|REFERENCES) (\w+)\n(.*?)\n\1 \2>>>", re.DOTALL)
_FORMULA = re.compile(r"\$\$([^$]+)\$\$|\$([^$]+)\$")
_LENGTH = re.compile(r"^(\d+) to (\d+) (words|characters) in all", re.MULTILINE)
_LABELS = ("MOTIVATION", "PRIOR WORK", "METHOD", "EXPERIMENTS", "LIMITS")
_SHARES = {label: index / len(_LABELS) for index, label in enumerate(_LABELS)}
_IN_PARAGRAPH = 4
_FILLERS = ("then", "there", "so", "here", "this", "also", "which")

Pretend = Callable[[str], str]


def is_deep(content: str) -> bool:
    """Whether a request is one of a deep read."""
    return "\nLEDE: <" in content or "<<<OUTLINE" in content


def answer(content: str, pretend: Pretend) -> str:
    """The outline, or the section that is asked for."""
    blocks = {label: body for label, _, body in _BLOCK.findall(content)}
    lines = [(int(n), _sentence(text)) for n, text in _LINE.findall(blocks["PAPER"])]
    prose = [line for line in lines if _is_prose(line[1])] or lines
    if "\nLEDE: <" in content:
        return "\n".join(_outline(prose, pretend))
    least, most, unit = _LENGTH.search(content).groups()  # type: ignore[union-attr]
    wanted = (int(least) + int(most)) / 2
    if "REFERENCES" in blocks:
        return "\n".join(_reading_list(blocks["REFERENCES"], prose, wanted, unit, pretend))
    label = re.search(r"^Write the section ([A-Z ]+), and no other", content, re.MULTILINE)
    start = int(_SHARES[label[1]] * len(prose)) if label else 0
    text = list(_paragraphs(prose[start:] + prose[:start], wanted, unit, blocks, pretend))
    if "double dollar signs" in content:
        text[1:1] = _formula(blocks["PAPER"])
    return "\n\n".join(text)


def _outline(prose: list[tuple[int, str]], pretend: Pretend) -> Iterator[str]:
    yield f"LEDE: {pretend(prose[0][1])} [{prose[0][0]}]"
    for label in _LABELS:
        first = int(_SHARES[label] * len(prose))
        yield f"{label}: {pretend('the matter of this part')}"
        for n, text in prose[first : first + 2]:
            yield f"- {pretend(text)} [{n}]"
    yield f"READ NEXT: {pretend('what comes after this')}"


def _reading_list(
    references: str, prose: list[tuple[int, str]], wanted: float, unit: str, pretend: Pretend
) -> Iterator[str]:
    written, anew = 0, _never_twice(pretend)
    for (entry, _), (n, text) in zip(_LINE.findall(references)[:5], cycle(prose), strict=False):
        sentence = anew(text)
        written += _length(sentence, unit)
        yield f"- [{entry}] {sentence} [{n}]"
        if written >= wanted:
            return


def _paragraphs(
    prose: list[tuple[int, str]], wanted: float, unit: str, blocks: dict[str, str], pretend: Pretend
) -> Iterator[str]:
    figures = re.findall(r"^((?:Figure|Table|Algorithm) \S+):", blocks.get("FIGURES", ""), re.MULTILINE)
    written, sentences, anew = 0, [], _never_twice(pretend)
    for n, text in cycle(prose):
        sentence = anew(text)
        written += _length(sentence, unit)
        sentences.append(f"{sentence.rstrip('.。')} [{n}]{'。' if unit == 'characters' else '.'}")
        if len(sentences) == _IN_PARAGRAPH or written >= wanted:
            yield "".join(sentences) if unit == "characters" else " ".join(sentences)
            sentences = []
            if figures:
                yield f"[[{figures.pop(0)}]]"
        if written >= wanted:
            return


def _never_twice(pretend: Pretend) -> Pretend:
    told, fillers = set[str](), cycle(_FILLERS)

    def anew(text: str) -> str:
        said = pretend(text)
        while said in told:
            said = f"{pretend(next(fillers))} {said}"
        told.add(said)
        return said

    return anew


def _formula(paper: str) -> list[str]:
    """The paper's longest formula on a line of its own; none where the paper has only pictures of them."""
    lines = _LINE.findall(paper)
    found = [("".join(tex), n) for n, text in lines for tex in _FORMULA.findall(text)]
    return [f"$${tex}$$ [{n}]" for tex, n in sorted(found, key=lambda one: -len(one[0]))[:1]]


def _length(text: str, unit: str) -> int:
    return len(text.split()) if unit == "words" else _eastern(text)


def _eastern(text: str) -> int:
    """Characters that count; a word in Latin letters counts as two."""
    east = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text))
    return east + 2 * len(re.findall(r"[A-Za-z0-9][\w.-]*", text))


def _is_prose(text: str) -> bool:
    words = re.findall(r"\b[a-z]{2,}\b", text)
    return len(text) > 80 and len(" ".join(words)) > 0.6 * len(text) and not re.match(r"(?i)(fig|tab)", text)


def _sentence(text: str) -> str:
    end = re.search(r"(?<=[a-z\d)%])[.](?= [A-Z])", text)
    return text[: end.end()] if end and end.end() > 40 else text[:300].rsplit(" ", 1)[0]
