"""The checks of claims: wrong numbers and names are caught, right ones are not accused."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from papergloss.gloss.evidence.claims import check, missing_numbers
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.evidence.names import NameIndex, names
from papergloss.gloss.evidence.quantities import quantities
from papergloss.gloss.evidence.quotes import Likeness, best_quote
from papergloss.gloss.languages import language
from papergloss.gloss.protocol import DraftClaim
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document, Part, Passage, Section
from papergloss.pdf.reader import read

FOLDER = Path(__file__).parents[2] / "cases" / "evidence"
CASES = json.loads((FOLDER / "claims.json").read_text("utf-8"))
NUMBERS = json.loads((FOLDER / "numbers.json").read_text("utf-8"))


def passage(n: int, text: str, kind: Any = "body") -> Passage:
    return Passage(n, kind, text, (Part(1, ((10.0, 10.0 * n, 90.0, 10.0 * n + 8),)),), section=0)


def paper(*texts: str) -> Document:
    passages = tuple(passage(n, text) for n, text in enumerate(texts, start=1))
    return Document("0" * 64, 1, (), passages, (Section("Results", 1, 1),))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_claims(case: dict[str, Any]) -> None:
    text = case["passage"]
    latin = "latin" in language(case["lang"]).scripts
    verdict = check(case["claim"], [passage(1, text, case["kind"])], NameIndex([text]), latin)
    assert (verdict.status, verdict.detail) == (case["status"], case["detail"])


@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [(text, claim, status) for status, pairs in NUMBERS.items() for text, claim in pairs],
)
def test_numbers(text: str, claim: str, status: str) -> None:
    assert check(claim, [passage(1, text)], NameIndex([text]), latin_script=True).status == status


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("ImageNet", True),
        ("Imagenet-1k", False),
        ("CIFAR10", True),
        ("CIFAR-100", False),
        ("BERT-base", True),
        ("RoBERTa", False),
        ("LSTMs", True),
        ("SGD", True),
        ("ViT-LoRA", True),
        ("GPT-4", False),
        ("GPT3", True),
        ("Cu", True),
        ("Zn", True),
        ("65Zn", True),
        ("Mn", False),
        ("LLaMA-2-7B", True),
    ],
)
def test_names_in_a_paper(name: str, there: bool) -> None:
    index = NameIndex([
        "We train BERT base on ImageNet and CIFAR-10 by stochastic gradient descent.",
        "An LSTM, GPT-3, LoRA and ViT are compared.",
        r"The nuclei $^{63}$Cu and 65Zn; LLaMA 2 7B.",
    ])  # fmt: skip
    assert index.has(name) == there


def test_names_in_a_claim() -> None:
    assert names("VoRA 在 ImageNet-1k 上用 GPU 训练，见表 3 与 Table 4", latin_script=False) == [
        "VoRA",
        "ImageNet-1k",
    ]
    assert names("We train the Transformer on WMT with GPT-4", latin_script=True) == ["WMT", "GPT-4"]


def test_evidence_quotes_the_sentence_with_the_number() -> None:
    document = paper("Nothing here.", "We start slowly. The accuracy is 93.4% on ImageNet. Then we stop.")
    claim = Examiner(document, [], latin_script=False).examine(DraftClaim("准确率为 93.4%", "result", [2]))
    assert claim.check.status == "supported"
    (item,) = claim.evidence
    assert (item.passage, item.quote, item.section) == (2, "The accuracy is 93.4% on ImageNet.", "Results")
    assert item.found_by == "model"
    assert item.rects


def test_two_sentences_are_quoted_where_each_has_a_number() -> None:
    text = "It has 12 layers. Training took 3.5 days. We thank all."
    assert (
        best_quote(Likeness("12 层，训练 3.5 天", False), text) == "It has 12 layers. Training took 3.5 days."
    )


def test_a_claim_without_citation_is_searched_for() -> None:
    document = paper("First words about nothing.", "The accuracy is 93.4% on ImageNet.")
    examiner = Examiner(document, [], latin_script=False)
    found = examiner.examine(DraftClaim("准确率为 93.4%"))
    assert found.check.status == "supported"
    assert [(item.passage, item.found_by) for item in found.evidence] == [(2, "search")]
    planted = examiner.examine(DraftClaim("在 ImageNet 上准确率为 95.1%"))
    assert planted.check.status in ("number_missing", "uncited")
    assert examiner.examine(DraftClaim("效果很好")).check.status == "uncited"


def test_passages_that_do_not_exist_are_no_evidence() -> None:
    claim = Examiner(paper("One."), [], latin_script=True).examine(DraftClaim("It is so.", None, [0, 2, 77]))
    assert (claim.check.status, claim.check.detail) == ("passage_missing", "0, 2, 77")
    assert claim.evidence == []


def test_one_passage_that_does_not_exist_is_told_beside_those_that_do() -> None:
    document = paper("Nothing here.", "The accuracy is 93.4% on ImageNet.")
    claim = Examiner(document, [], latin_script=False).examine(DraftClaim("准确率为 93.4%", None, [2, 99]))
    assert (claim.check.status, claim.check.detail) == ("passage_missing", "99")
    assert [item.passage for item in claim.evidence] == [2]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("代表94.3%", ["94.3%"]),
        ("该模式 94.3% 的准确率", ["94.3%"]),
        ("发表 30 篇文章 5 次", ["30", "5"]),
        ("대표 3명", ["3"]),
        ("after Step 300 and step 100,000", ["300", "100,000"]),
        ("如图 3、见表2、由式(4)和损失函数公式 5，第3节与第 4.2 章", []),
        ("見図3とFig. 4の表2に, Eq. (5), 표 6", []),
    ],
)
def test_numbers_of_references_are_left_out_and_no_others(text: str, stated: list[str]) -> None:
    assert [quantity.text for quantity in quantities(text)] == stated


SOME = [
    "We use 8 GPUs for 2 hours on BERT.",
    "It gains 50% of 4 points, see 3 datasets.",
    "The year 2018 came.",
]
INVENTED = ["模型可在 2 小时内治愈患者", "提升 50%", "研究者发现 BERT 能通灵 2 次", "获得 2018 年图灵奖"]


@pytest.mark.parametrize("text", INVENTED)
def test_one_common_number_found_by_search_supports_nothing(text: str) -> None:
    document = paper(*SOME, *["Filler."] * 20)
    examiner = Examiner(document, [], latin_script=False)
    for cited in ([], [999], [*range(1, 20)]):
        claim = examiner.examine(DraftClaim(text, "result", cited))
        assert claim.check.status == ("passage_missing" if cited == [999] else "uncited")
        assert {item.found_by for item in claim.evidence} == {"search"}


def test_a_number_counts_only_in_a_passage_that_is_shown() -> None:
    document = paper(*(f"We tried {n} things in {n}.5 days." for n in range(21, 31)))
    examiner = Examiner(document, [], latin_script=False)
    claim = examiner.examine(DraftClaim("用 30 种做法，耗时 29.5 天", "result", [*range(1, 11)]))
    assert claim.check.status == "supported"
    assert len(claim.evidence) == 4
    assert {9, 10} <= {item.passage for item in claim.evidence}
    many = examiner.examine(DraftClaim("21、22、23、24、25、26", "result", [*range(1, 11)]))
    assert many.check.status == "number_missing"


def test_a_claim_without_number_and_name_says_so() -> None:
    claim = Examiner(paper("It is good."), [], latin_script=False).examine(DraftClaim("效果很好", None, [1]))
    assert (claim.check.status, claim.check.detail) == ("unchecked", None)


def test_the_cited_passages_have_one_of_the_names() -> None:
    document = paper("We use stochastic gradient descent.", "We tried Adam on ImageNet.", "GloNet is good.")
    examiner = Examiner(document, ["GloNet: a title"], latin_script=False)

    def status(text: str, *cited: int) -> str:
        return examiner.examine(DraftClaim(text, None, [*cited])).check.status

    assert status("用 Adam 训练", 1) == "miscited"
    assert status("用 Adam 训练", 1, 2) == "supported"
    assert status("GloNet 用 Adam 训练", 2) == "supported"
    assert status("GloNet 用 SGD 训练", 1) == "supported", "its initials are there"
    assert status("GloNet 很好", 1) == "unchecked", "what the title names is what all of the paper is about"


def changed_digit(sentence: str, chance: random.Random) -> str | None:
    """The sentence with one digit of one decimal changed."""
    decimals = list(re.finditer(r"(?<![\w.,-])\d+\.\d+(?![\w.,-]*\d)", sentence))
    if not decimals:
        return None
    found = chance.choice(decimals)
    digit = chance.choice([i for i in range(found.start(), found.end()) if sentence[i].isdigit()])
    other = chance.choice([d for d in "123456789" if d != sentence[digit]])
    return sentence[:digit] + other + sentence[digit + 1 :]


def test_planted_numbers_in_real_papers(data_dir: Path) -> None:
    chance = random.Random(7)
    accused = planted = caught = checked = 0
    for name in ("1706.03762v7", "1512.03385v1", "2005.11401v4", "2203.02155v1"):
        document = read(data_dir / "pdfs" / f"{name}.pdf")
        for place in document.passages:
            for sentence in split_sentences(place.text) if place.kind == "body" else []:
                if not quantities(sentence):
                    continue
                checked += 1
                accused += bool(missing_numbers(sentence, [place]))
                wrong = changed_digit(sentence, chance)
                if wrong and not {q.values for q in quantities(wrong)} <= {
                    q.values for q in quantities(place.text)
                }:
                    planted += 1
                    caught += bool(missing_numbers(wrong, [place]))
    assert checked > 200
    assert planted > 20
    assert accused <= 0.02 * checked
    assert caught == planted
