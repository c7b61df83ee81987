"""Wrong claims about real papers are marked, right ones are not."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from papergloss.gloss.evidence.claims import missing_numbers
from papergloss.gloss.evidence.directions import reversed_number
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.evidence.pairs import swapped_numbers
from papergloss.gloss.languages import language
from papergloss.gloss.protocol import DraftClaim
from papergloss.pdf.document import Document, Part, Passage
from support.planted_claims import Papers

PASSED = ("supported", "unchecked")


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(n, "body", text, (Part(1, ()),)) for n, text in enumerate(texts, start=1))


def test_claims_written_for_the_picture_of_the_readme(data_dir: Path) -> None:
    document = Papers(data_dir / "pdfs").document("1706.03762v7")
    fixture = tomllib.loads((Path(__file__).parents[2] / "fixtures" / "attention.zh.toml").read_text("utf-8"))
    examiner = Examiner(document, [], latin_script=False)
    for row in [*fixture["summary"], *fixture["takeaways"]]:
        cited = next(p.n for p in document.passages if row["cites"] in p.text and p.kind != "reference")
        claim = examiner.examine(DraftClaim(row["text"], None, [cited]))
        assert claim.check.status == "supported", row["text"]


def test_planted_claims_of_real_papers(data_dir: Path) -> None:
    papers = Papers(data_dir / "pdfs")
    chance = random.Random(11)
    accused, marked, planted = [], Counter[str](), Counter[str]()
    correct = [
        told for told in papers.correct() if told.paper in ("1706.03762v7", "2203.02155v1", "1502.03167v3")
    ]
    for told in correct:
        if papers.examined(told).check.status != "supported":
            accused.append(told.text)
        wrong = {
            "number": papers.wrong_numbers(told, chance),
            "name": papers.wrong_names(told, chance),
            "citation": papers.wrong_citations(told, chance),
        }
        for kind, plants in wrong.items():
            for plant in plants:
                planted[kind] += 1
                marked[kind] += papers.examined(plant).check.status not in PASSED
    assert len(accused) <= 0.02 * len(correct), accused
    assert marked["number"] == planted["number"] > 30
    assert marked["name"] == planted["name"] > 10
    assert marked["citation"] >= 0.9 * planted["citation"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Accuracy drops by 3.2% on CIFAR.", "准确率下降 3.2%。", "准确率提升 3.2%。"),
        ("Our method reduces latency by 40%.", "延迟降低 40%", "延迟增加 40%"),
        ("It is 4x faster than BERT.", "比 BERT 快 4 倍", "比 BERT 慢 4 倍"),
        ("We improve accuracy from 65% to 72%.", "准确率从 65% 提高到 72%", "准确率从 65% 下降到 72%"),
        ("The error decreased by 12%.", "Der Fehler sank um 12 %.", "Der Fehler stieg um 12 %."),
        ("The error decreased by 12%.", "Le taux baisse de 12 %.", "Le taux augmente de 12 %."),
        ("It has 25% fewer errors.", "오류가 25% 적게 나온다", "오류가 25% 많이 나온다"),
        ("the energy is −3.2 eV", "能量为 -3.2 eV", "能量为 3.2 eV"),
        ("It gains +3.2 points.", "提升 3.2", "变化为 -3.2"),
    ],
)
def test_a_number_told_the_other_way_round(text: str, right: str, wrong: str) -> None:
    assert missing_numbers(wrong, passages(text)) == []
    assert reversed_number(right, [*passages(text)]) is None
    assert reversed_number(wrong, [*passages(text)]) is not None


@pytest.mark.parametrize(
    ("n", "lang", "right", "wrong"),
    [
        (1, "zh-CN", "Dropout 在小数据集上减少了语言模型的过拟合。",
         "Dropout 在小数据集上增加了语言模型的过拟合。"),
        (2, "ja", "より深いネットワークは画像分類タスクの性能を悪化させる。",
         "より深いネットワークは画像分類タスクの性能を改善する。"),
        (3, "ru", "Предложенный метод выборки увеличивает разнообразие порождённого текста.",
         "Предложенный метод выборки уменьшает разнообразие порождённого текста."),
        (4, "fr", "Le module de recherche rend le système de questions-réponses plus lent.",
         "Le module de recherche rend le système de questions-réponses plus rapide."),
    ],
)  # fmt: skip
def test_a_claim_without_a_number_told_the_other_way_round(n: int, lang: str, right: str, wrong: str) -> None:
    texts = (
        "Dropout reduces overfitting of the language model on small datasets.",
        "Deeper networks degrade the performance on image classification tasks.",
        "The proposed sampling method increases the diversity of the generated text.",
        "The retrieval module makes the question answering system slower on long documents.",
        "Dropout does not increase the cost of the language model.",
    )
    latin = "latin" in language(lang).scripts
    examiner = Examiner(Document("0" * 64, 1, (), passages(*texts), ()), [], latin)
    assert examiner.examine(DraftClaim(right, None, [n])).check.status == "supported"
    assert examiner.examine(DraftClaim(wrong, None, [n])).check.status == "contradicted"


@pytest.mark.parametrize(
    "text",
    ["Dropout does not increase the cost of the language model.", "Dropout 不会提高语言模型的成本。"],
)
def test_a_denied_direction_is_no_contradiction(text: str) -> None:
    document = Document("0" * 64, 1, (), passages("Dropout lowers the cost of the language model."), ())
    claim = Examiner(document, [], latin_script=text.isascii()).examine(DraftClaim(text, None, [1]))
    assert claim.check.status != "contradicted"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("BERT reaches 93.1 while RoBERTa reaches 88.2.", "BERT 达 93.1，RoBERTa 达 88.2",
         "BERT 达 88.2，RoBERTa 达 93.1"),
        ("BERT and RoBERTa reach 93.1 and 88.2.", "RoBERTa 为 88.2，BERT 为 93.1",
         "BERT 与 RoBERTa 为 88.2 和 93.1"),
        ("higher for CoT than ReAct (14% vs. 6%)", "CoT 为 14%，ReAct 只有 6%", "CoT 为 6%，ReAct 高达 14%"),
        ("BERT has 28.4, GPT 93, RoBERTa 2.", "BERT 为 28.4，GPT 93，RoBERTa 2",
         "GPT 为 28.4，BERT 93，RoBERTa 2"),
    ],
)  # fmt: skip
def test_numbers_given_to_each_others_names(text: str, right: str, wrong: str) -> None:
    assert swapped_numbers(right, [*passages(text)], latin_script=False) == []
    assert swapped_numbers(wrong, [*passages(text)], latin_script=False)


def test_a_citation_of_something_else_is_marked_and_the_better_passage_shown() -> None:
    document = Document(
        "0" * 64,
        1,
        (),
        passages(
            "The detector measures the energy of particles after a collision.",
            "Shortcut connections add neither extra parameters nor computational complexity to the network.",
            "We thank our colleagues for many discussions.",
        ),
        (),
    )
    text = "恒等捷径连接既不增加额外参数，也不增加网络的计算复杂度。"
    examiner = Examiner(document, [], latin_script=False)
    assert examiner.examine(DraftClaim(text, None, [2])).check.status == "supported"
    claim = examiner.examine(DraftClaim(text, None, [1]))
    assert claim.check.status == "miscited"
    assert [(item.passage, item.found_by) for item in claim.evidence] == [(1, "model"), (2, "search")]
    uncited = examiner.examine(DraftClaim(text))
    assert uncited.check.status == "uncited"
    assert [(item.passage, item.found_by) for item in uncited.evidence] == [(2, "search")]


def test_a_papers_own_sentence_is_marked_as_such() -> None:
    document = Document("0" * 64, 1, (), passages("We show that it works."), ())
    claim = Examiner(document, [], latin_script=True).quoted(DraftClaim("We show that it works.", None, [1]))
    assert [item.found_by for item in claim.evidence] == ["paper"]
