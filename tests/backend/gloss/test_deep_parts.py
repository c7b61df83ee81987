"""What code reads out of an answer, a list of references and a paper's addresses for a deep read."""

from __future__ import annotations

import pytest

from papergloss.arxiv.atom import all_records
from papergloss.arxiv.record import PaperRecord
from papergloss.gloss.deep.answer import (
    DraftFigure,
    DraftFormula,
    DraftParagraph,
    Preview,
    read_entries,
    read_section,
)
from papergloss.gloss.deep.citing import cited
from papergloss.gloss.deep.lengths import outside, words
from papergloss.gloss.deep.references import entries
from papergloss.gloss.deep.resources import resources
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.languages import language
from papergloss.pdf.document import Document, Part, Passage, PassageKind
from support.arxiv_content import FEED
from support.arxiv_papers import SmallPaper

ANSWER = """## 方法
Transformer 只用注意力 [3]。它没有循环 [4, 5]，因此可以并行 [6]。

$$\\mathrm{softmax}(\\frac{QK^T}{\\sqrt{d_k}})V$$ [40]

这里 $d_k$ 是键的维数。[40] 缩放避免梯度过小。[41]
[[Figure 2]]
\\[
a = b + c
\\] [9]
"""


def paper(*texts: str, kind: PassageKind = "body") -> Document:
    passages = tuple(Passage(n, kind, text, (Part(1, ()),)) for n, text in enumerate(texts, 1))
    return Document("0" * 64, 1, (), passages)


def test_sentences_formulas_and_figures_of_a_section() -> None:
    first, formula, second, figure, display = read_section(ANSWER)
    assert isinstance(first, DraftParagraph)
    assert [(claim.text, claim.passages) for claim in first.claims] == [
        ("Transformer 只用注意力。", [3]),
        ("它没有循环，因此可以并行。", [4, 5, 6]),
    ]
    assert formula == DraftFormula("\\mathrm{softmax}(\\frac{QK^T}{\\sqrt{d_k}})V", [40])
    assert isinstance(second, DraftParagraph)
    assert [claim.passages for claim in second.claims] == [[40], [41]]
    assert figure == DraftFigure("figure", "2")
    assert display == DraftFormula("a = b + c", [9])


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("[[Table 3]]", "table", "3"),
        ("【【图 2】】", "figure", "2"),
        ("[[Algorithm 1]]", "algorithm", "1"),
        ("[[Fig. A.1]]", "figure", "A.1"),
        ("- [[表 IV]]", "table", "IV"),
    ],
)
def test_the_place_of_a_figure_in_the_words_of_models(line: str, kind: str, number: str) -> None:
    assert read_section(f"A sentence [1].\n{line}\n")[-1] == DraftFigure(kind, number)  # type: ignore[arg-type]


def test_a_sentence_without_passages_goes_with_the_next_that_has_some() -> None:
    (paragraph,) = read_section("This is hard. Nobody has solved it [7]. And nothing follows.")
    assert isinstance(paragraph, DraftParagraph)
    assert [claim.passages for claim in paragraph.claims] == [[7], []]
    assert paragraph.claims[0].text == "This is hard. Nobody has solved it."


def test_entries_in_the_forms_of_models() -> None:
    told = read_entries(
        "- [158] Compares with it [12]. And more [14].\n2. [160]: why [3]\n(161) plain [4]\nNo entry."
    )
    assert [(entry.passage, [claim.passages for claim in entry.claims]) for entry in told] == [
        (158, [[12], [14]]),
        (160, [[3]]),
        (161, [[4]]),
    ]


def test_what_is_shown_while_it_is_written_only_grows() -> None:
    preview, shown = Preview(), ""
    for start in range(0, len(ANSWER), 3):
        shown += preview.feed(ANSWER[start : start + 3])
    assert shown.startswith("Transformer 只用注意力。")
    assert "[3]" not in shown
    assert "Figure" not in shown
    assert "##" not in shown


def test_words_are_counted_in_every_language() -> None:
    assert words("Five plain words of $x + y$.", language("en")) == 5
    assert words("这是十九个汉字所以大约合十个英文单词吧", language("zh")) == 10
    assert words("用 Transformer 做", language("zh")) == 2
    assert outside("limits", 100) < 0 < outside("limits", 1000)
    assert outside("limits", 230) == 0


@pytest.mark.parametrize(
    ("text", "arxiv_id", "address"),
    [
        (
            "A. Bell. arXiv preprint arXiv:2101.00001, 2021.",
            "2101.00001",
            "arxiv.org/abs/2101.00001",
        ),
        ("A. Bell. Columns. CoRR, abs/1409.0473, 2014.", "1409.0473", "arxiv.org/abs/1409.0473"),
        ("A. Bell. https://arxiv.org/pdf/2101.00001v2.pdf", "2101.00001", "arxiv.org/abs/2101.00001"),
        ("A. Bell. JHEP (1999), [arXiv:hep-th/9901001].", "hep-th/9901001", "arxiv.org/abs/hep-th/9901001"),
        ("A. Bell. Columns. doi:10.1000/ab.1.", None, "doi.org/10.1000/ab.1"),
        ("A. Bell. Columns. URL https://example.org/a.pdf.", None, "example.org/a.pdf"),
        ("A. Bell. Columns. Proc. of 2101, pages 1–9.", None, None),
        ("A. Bell. Columns. arXiv:9999.99999.", None, None),
    ],
)
def test_a_reference_links_only_to_what_it_prints(
    text: str, arxiv_id: str | None, address: str | None
) -> None:
    (entry,) = entries(paper(text, kind="reference"))
    assert (entry.arxiv_id, entry.address) == (arxiv_id, address and f"https://{address}")


@pytest.mark.parametrize(
    "text",
    [
        "[12] K. He, X. Zhang, and J. Sun. Deep residual learning for image recognition. In CVPR, 2016.",
        "He, K., Zhang, X., Sun, J.: Deep residual learning for image recognition. In: CVPR (2016)",
        "He, K., Zhang, X., & Sun, J. (2016). Deep residual learning for image recognition. In CVPR.",
        "Kaiming He, Xiangyu Zhang, and Jian Sun. 2016. Deep Residual Learning for Image Recognition. CVPR.",
        "K. He, X. Zhang, “Deep residual learning for image recognition,” in Proc. CVPR, 2016.",
        "He, K., Zhang, X. & Sun, J. Deep residual learning for image recognition. Nature 521, 436 (2015).",
        "He, K., Zhang, X., et al. Deep residual learning for im- age recognition. 2016.",
    ],
)
def test_a_reference_is_known_by_its_title_and_first_author(text: str) -> None:
    named = cited(text)
    assert named is not None
    same = record("Deep Residual Learning for Image Recognition", "Kaiming He", "Xiangyu Zhang")
    assert named.is_of(same)
    assert not named.is_of(record(same.title, "Xiangyu Zhang", "Kaiming He"))
    assert not named.is_of(record(f"{same.title} and Beyond", "Kaiming He"))
    assert not named.is_of(record("Deep Residual Learning", "Kaiming He"))


@pytest.mark.parametrize("text", ["", "x", "Private communication.", "A. Bell, 2021.", "https://example.org"])
def test_where_no_title_can_be_told_nothing_is_looked_up(text: str) -> None:
    assert cited(text) is None


def record(title: str, *authors: str) -> PaperRecord:
    """What arXiv has of a paper."""
    entry = SmallPaper("1512.03385", title, authors).atom_entry(1)
    return all_records(FEED.format(entries=entry).encode())[0]


def test_an_entry_cut_by_the_pages_end_keeps_its_id() -> None:
    first, _ = entries(paper("A. Bell. Columns. arXiv:", "2101.00001, 2021.", kind="reference"))
    assert first.arxiv_id == "2101.00001"


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        (
            "Code is at https://github.com/ tensorflow/tensor2tensor.",
            "https://github.com/tensorflow/tensor2tensor",
        ),
        ("Code is at https://github. com/a/b and more.", "https://github.com/a/b"),
        ("Code (github.com/a/b) is there.", "https://github.com/a/b"),
        ("See https://example.org/data/ We thank all.", "https://example.org/data/"),
        ("Licensed under https://creativecommons.org/licenses/by/4.0/.", None),
        ("Code is at https://github.com/.", None),
    ],
)
def test_addresses_as_the_paper_has_them(sentence: str, address: str | None) -> None:
    document = paper(sentence)
    found = resources(document, Examiner(document, [], latin_script=True), ["https://github.com/g/h"])
    assert [one.address for one in found if one.evidence] == ([address] if address else [])
    assert "https://github.com/g/h" in [one.address for one in found]
