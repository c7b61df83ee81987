"""Cards of what a reader asked about a paper and selected in it."""

from __future__ import annotations

from papergloss.gloss.card import Card, Check, Claim, Evidence, Selection, Sentence
from papergloss.gloss.question import Question
from support.library import card


def asked(paper: str) -> Card:
    """A question with an answer of one statement, which rests on one passage."""
    evidence = Evidence(passage=1, page=1, rects=[], quote="It is quick.", found_by="model")
    claim = Claim(text="它读得很快。", check=Check(status="unchecked"), evidence=[evidence])
    question = Question(text="它读得快吗？", answered="yes", claims=[claim])
    return _said(paper, "question", question=question)


def selected(paper: str) -> Card:
    """A sentence that was translated."""
    sentence = Sentence(n=0, source="It reads.", target="它阅读。", state="ok")
    selection = Selection(
        task="translation", lang="zh-CN", text="It reads.", sentences=[sentence], paragraphs=[1]
    )
    return _said(paper, "selection", selection=selection)


def _said(paper: str, kind: str, **parts: object) -> Card:
    made = card(paper)
    key = made.key.model_copy(update={"kind": kind})
    return made.model_copy(update={"id": kind, "key": key, **parts})
