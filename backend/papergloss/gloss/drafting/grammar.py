"""What a small model may write for one sentence: letters of the language, and the source's own names.

Measured on a model of 1.5 billion parameters: without it, translations into Chinese had stray English words
and loops; with it, neither.
"""

from __future__ import annotations

from papergloss.gloss.evidence.names import names
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.protected import protected

_MARKS = r"0-9 ,.;:!?()%+=/<>~'\"&*·–—‘’“”„«»…，。、；：！？（）《》〈〉「」『』【】％〜・،؛؟٪−×-"
"""Digits and punctuation, in a character class."""


def grammar(source: str, language: Language) -> str:
    """GBNF, as llama.cpp reads it: one line, at least one piece long."""
    sure = [*protected(source), *names(source, latin_script=True)]
    likely = [name for name in names(source, latin_script=False) if not source.startswith(name)]
    kept = " | ".join(f'"{_escaped(text)}"' for text in dict.fromkeys([*sure, *likely]) if text.isprintable())
    piece = f"[{language.letters}{_MARKS}]" + (f" | {kept}" if kept else "")
    return f"root ::= piece+\npiece ::= {piece}\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
