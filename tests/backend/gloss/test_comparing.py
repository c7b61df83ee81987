"""Questions about several papers: what is sent of each, and whose passage a statement rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from papergloss.gloss.card import Card
from papergloss.gloss.question import Question
from papergloss.gloss.questions.asked import Asked, AskedPaper, Told, turn_of
from papergloss.gloss.request import Target
from papergloss.pdf.document import Document
from papergloss.pdf.reader import read
from support import pdfs
from support.gloss_runs import Answer, Run, ScriptedModel, pretended

A, B, C = "2503.20680v1", "2503.20681v2", "sha256:" + "1" * 64


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path: Path = tmp_path_factory.mktemp("paper") / "margin.pdf"
    path.write_bytes(pdfs.paper())
    return read(path)


def papers(document: Document) -> list[AskedPaper]:
    cited = document.passages[4].n
    told = [Told(text="它先读左栏。", passages=[cited])]
    return [
        AskedPaper(paper=A, title="Reading in the Margin", abstract="", claims=told),
        AskedPaper(paper=B, title="Reading Aloud", abstract="", claims=told),
        AskedPaper(paper=C, title="Only Known by Name", abstract="It listens to 42 readers. It is slow."),
    ]


def compare(document: Document, model: ScriptedModel | None, **more: int) -> tuple[Card, Question]:
    other = replace(document, passages=tuple(replace(p, text=f"Aloud: {p.text}") for p in document.passages))
    asked = Asked(question="Which reads columns, and how do they differ?", papers=papers(document))
    run = Run(Target(asked=asked.model_dump_json()), model=model, paper="papers:0", kind="question")
    run.readings.update({A: document, B: other})
    card = run.card()
    assert card.question is not None
    return card, card.question


def scripted(answer: Answer, context_tokens: int = 64_000) -> ScriptedModel:
    return ScriptedModel(
        lambda content, _: pretended(content),
        lambda *_: "",
        context_tokens,
        question=lambda *_: answer,
    )


def numbers_in(prompt: str, label: str) -> list[int]:
    block = prompt.split(f"<<<{label} ", 1)[1].split(f"\n{label} ", 1)[0]
    return [int(line[1:].split("]")[0]) for line in block.splitlines() if line.startswith("[")]


def test_every_paper_has_its_block_and_no_number_stands_twice(document: Document) -> None:
    model = scripted("- 两者都读栏。 [1]")
    card, question = compare(document, model)
    [system, user] = model.sent["question"][0]
    assert "several papers" in system.content
    blocks = [numbers_in(user.content, f"PAPER {n}") for n in (1, 2, 3)]
    together = [number for block in blocks for number in block]
    assert together == list(range(1, len(together) + 1))
    assert all(blocks)
    assert user.content.count("- 它先读左栏。 [") == 2
    assert (card.state, card.metadata and card.metadata.source) == ("done", "papers")
    assert [paper.paper for paper in question.papers] == [A, B, C]
    assert card.coverage is not None
    assert card.coverage.passages_sent == len(together)


def test_a_statement_names_the_paper_and_its_own_passage(document: Document) -> None:
    model = scripted("- 两者都读栏。 [1]")
    compare(document, model)
    prompt = model.sent["question"][0][1].content
    first, second, third = (numbers_in(prompt, f"PAPER {n}")[0] for n in (1, 2, 3))
    heard = [f"- 第三篇听 {n} 位读者。 [{third}]" for n in (42, 43)]
    answer = "\n".join([f"- 两者都读栏。 [{first}, {second}]", *heard])
    _, question = compare(document, scripted(answer))
    both, supported, wrong = question.claims
    assert [evidence.paper for evidence in both.evidence] == [A, B]
    assert both.evidence[1].quote.startswith("Aloud: ")
    assert both.evidence[0].passage == both.evidence[1].passage
    assert both.evidence[0].rects
    assert (supported.check.status, supported.evidence[0].paper) == ("supported", C)
    assert wrong.check.status == "number_missing"
    assert turn_of(question).answer.splitlines()[0] == "- 两者都读栏。"


def test_a_small_context_still_has_every_paper(document: Document) -> None:
    model = scripted("- 两者都读栏。 [1]", 4_000)
    card, _ = compare(document, model)
    assert card.state == "done"
    prompt = model.sent["question"][0][1].content
    assert all(numbers_in(prompt, f"PAPER {n}") for n in (1, 2, 3))
    assert card.coverage is not None
    assert card.coverage.passages_left_out > 0


def test_without_a_model_each_paper_is_searched(document: Document) -> None:
    _, question = compare(document, None)
    assert question.answered == "searched"
    assert {evidence.paper for claim in question.claims for evidence in claim.evidence} >= {A, B}
