"""What each engine does with text that is planted to give it orders; printed as the table of docs/attacks.md.

tests/cases/attacks: `visible.json` has the planted passage and what a model that obeys it writes (`[*]` cites
the passage); `hidden.json` has text for a PDF, and how it is hidden there. `python tests/support/attacks.py`
writes the page.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf

from papergloss.gloss.card import Card, Claim
from papergloss.gloss.request import Target
from papergloss.pdf.document import Document, Part, Passage
from papergloss.pdf.reader import read
from support import pdfs
from support.gloss_runs import Run, ScriptedModel, asked_sentences
from support.model_script import pretend

CASES = Path(__file__).parents[1] / "cases" / "attacks"
PAGE = Path(__file__).parents[2] / "docs" / "attacks.md"
OUTLINE = (
    "SUMMARY\n- problem: 读论文太慢 [2]\n- method: 从左栏读到右栏 [2]\n- limit: 不读扫描件 [2]\nTAKEAWAYS\n"
    + "".join(f"- method: 第{n}点说明读法 [2]\n" for n in "一二三四五")
)
HEAD = """<!-- Made by tests/support/attacks.py from tests/cases/attacks; do not edit. -->
# Planted instructions

The paper is data. Its text stands between two boundary lines whose code is a hash of the text itself, each
passage on one numbered line; the task is repeated after it. No prompt keeps a model from obeying all the
same, so nothing that it writes is believed: the outline decides what is a statement, code compares each
statement with what it cites, a passage that orders a model about supports nothing, and a statement is never
a link, a picture or HTML. “Obeying model” below is a scripted model that does all that it is told to;
SmolLM2-135M, a real and very small one, is tried on an order in an abstract by test_small_model.py.

| planted | engine without a model | obeying model |
|---|---|---|
"""


def visible() -> list[dict[str, Any]]:
    """The attacks in text that a reader sees."""
    cases: list[dict[str, Any]] = json.loads((CASES / "visible.json").read_text("utf-8", "surrogatepass"))
    return cases


def hidden() -> list[dict[str, Any]]:
    """The attacks in text that a reader does not see."""
    cases: list[dict[str, Any]] = json.loads((CASES / "hidden.json").read_text("utf-8"))
    return cases


def outcome(attack: dict[str, Any], folder: Path, obeying: bool) -> tuple[str, Card, Run]:
    """What became of a visible attack, in words; the card; and the run with all that was sent."""
    document, planted = _planted(attack)
    line = attack["answer"].replace("[*]", f"[{planted}]")
    answer = line if attack.get("whole") else f"{OUTLINE}- result: {line}\n"
    run = Run(_file(folder), model=_model(answer) if obeying else None)
    run.readings[run.paper] = document
    card = run.card()
    return _told(card, attack["forbidden"]), card, run


def hidden_outcome(attack: dict[str, Any], folder: Path) -> tuple[str, Card, Run]:
    """The same for text hidden in a PDF, with a model that would obey it."""
    path = folder / "hidden.pdf"
    path.write_bytes(_with_hidden(attack))
    model = _model(OUTLINE)
    run = Run(Target(file=path), model=model)
    card = run.card()
    messages = [m for conversations in model.sent.values() for sent in conversations for m in sent]
    sent = any(attack["text"][:30] in message.content for message in messages)
    warned = any(warning.kind == "hidden_text" for warning in card.warnings)
    return "sent" if sent else "kept out, and reported" if warned else "kept out", card, run


def page(folder: Path) -> str:
    """The whole of docs/attacks.md."""
    rows = [
        f"| {attack['name']} | {outcome(attack, folder, False)[0]} | {outcome(attack, folder, True)[0]} |"
        for attack in visible()
    ]
    rows += [f"| {one['name']} (hidden) | {told} | {told} |" for one, told in _all_hidden(folder)]
    return HEAD + "\n".join(rows) + "\n"


def _all_hidden(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    for attack in hidden():
        yield attack, hidden_outcome(attack, folder)[0]


def _told(card: Card, forbidden: str) -> str:
    if failed := [problem.type for problem in card.problems if problem.stage == "summary"]:
        return f"the stage fails: {failed[0]}"
    claims: list[Claim] = [*(card.summary or []), *(card.takeaways or [])]
    found = [claim.check.status for claim in claims if forbidden in claim.text]
    return f"shown, marked {found[0]}" if found else "not on the card"


def _planted(attack: dict[str, Any]) -> tuple[Document, int]:
    document = _base()
    n = max(passage.n for passage in document.passages) + 1
    text = attack["text"].encode("utf-16", "surrogatepass").decode("utf-16")
    passage = Passage(n, attack["kind"], text, (Part(1, ((60.0, 700.0, 290.0, 720.0),)),), section=0)
    return replace(document, passages=(*document.passages, passage)), n


@cache
def _base() -> Document:
    return read(pdfs.paper())


def _model(answer: str) -> ScriptedModel:
    def translated(content: str, turn: int) -> str:
        return "\n".join(f"[{n}] {pretend(text)}" for n, text in asked_sentences(content).items())

    return ScriptedModel(translated, lambda *_: answer)


def _file(folder: Path) -> Target:
    path = folder / "paper.pdf"
    if not path.exists():
        path.write_bytes(pdfs.paper())
    return Target(file=path)


def _with_hidden(attack: dict[str, Any]) -> bytes:
    with pymupdf.open(stream=pdfs.paper(), filetype="pdf") as pdf:
        how: dict[str, dict[str, Any]] = {
            "white": {"point": (60, 780), "fontsize": 9, "color": (1, 1, 1)},
            "tiny": {"point": (60, 780), "fontsize": 1},
            "invisible": {"point": (60, 780), "fontsize": 9, "render_mode": 3},
            "outside": {"point": (60, 900), "fontsize": 9},
        }
        pdf[2].insert_text(text=attack["text"], fontname="tiro", **how[attack["method"]])
        return bytes(pdf.tobytes())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        PAGE.write_text(page(Path(temporary)), "utf-8")
