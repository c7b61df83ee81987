"""A translation that stands at another sentence's number, or is not whole, is asked for again."""

from __future__ import annotations

import pytest

from papergloss.gloss.languages import language
from papergloss.gloss.translation.translating import Draft

TITLE = "Reading in the Margin"
ABSTRACT = (
    "Researchers skim many papers each day and often stop long before they reach the experiments. "
    "We present MARGIN, a tool that writes short notes beside the text and links each note to its passage. "
    "In a study with 24 students, those who used MARGIN found the answer to a question 31% faster. "
    "The notes were wrong in 4 of 200 cases, mostly where a table continued on the next page. "
    "Our code is open and runs on a laptop without a network."
)
GOOD = {
    0: "页边阅读",
    1: "研究人员每天浏览大量论文，往往在读到实验部分之前很久就停下来。",
    2: "我们提出 MARGIN，这一工具在正文旁写下简短的注释，并将每条注释与其段落相连。",
    3: "在一项有 24 名学生参加的研究中，使用 MARGIN 的学生找到问题答案的速度快了 31%。",
    4: "在 200 个案例中有 4 个的注释有误，大多出现在表格延续到下一页的地方。",
    5: "我们的代码是开放的，可在笔记本电脑上离线运行。",
}


def doubted(targets: dict[int, str]) -> set[int]:
    draft = Draft(TITLE, ABSTRACT, language("zh"))
    draft.take(targets, set())
    return set(draft.open)


def test_a_good_translation_stands() -> None:
    assert not doubted(GOOD)


@pytest.mark.parametrize("last", range(5))
def test_a_good_translation_that_ends_early_stands(last: int) -> None:
    given = {n: text for n, text in GOOD.items() if n <= last}
    assert doubted(given) == set(GOOD) - set(given)


@pytest.mark.parametrize(("copy", "of"), [(1, 5), (2, 1), (5, 4), (4, 3)])
def test_two_sentences_with_one_translation(copy: int, of: int) -> None:
    assert copy in doubted(GOOD | {copy: GOOD[of]})


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 3), (3, 4), (4, 5), (2, 5), (1, 4)])
def test_swapped_sentences(one: int, other: int) -> None:
    assert {one, other} <= doubted(GOOD | {one: GOOD[other], other: GOOD[one]})


@pytest.mark.parametrize("dropped", [1, 2, 3, 4])
def test_a_dropped_sentence_with_the_rest_shifted(dropped: int) -> None:
    shifted = {n: GOOD[n if n < dropped else n + 1] for n in range(5)}
    assert set(range(dropped, 6)) <= doubted(shifted)


@pytest.mark.parametrize("first", [1, 2, 3])
def test_a_merged_sentence_with_the_rest_shifted(first: int) -> None:
    merged = {n: GOOD[n if n <= first else n + 1] for n in range(5)}
    merged[first] = GOOD[first] + GOOD[first + 1]
    assert set(range(first, 6)) <= doubted(merged)


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_half_a_sentence(n: int) -> None:
    assert n in doubted(GOOD | {n: GOOD[n][: len(GOOD[n]) // 2]})


@pytest.mark.parametrize("n", [1, 2, 4])
def test_an_invented_sentence_at_the_end(n: int) -> None:
    assert n in doubted(GOOD | {n: GOOD[n] + "因此本文方法在所有任务上都取得最好的结果，远超人类水平。"})


@pytest.mark.parametrize(
    ("n", "as_two"),
    [
        (1, "研究人员每天浏览大量论文。他们往往在读到实验部分之前很久就停下来。"),
        (2, "我们提出 MARGIN。这一工具在正文旁写下简短的注释，并将每条注释与其段落相连。"),
        (4, "在 200 个案例中有 4 个的注释有误。这大多出现在表格延续到下一页的地方。"),
    ],
)
def test_a_sentence_told_in_two_stands(n: int, as_two: str) -> None:
    assert not doubted(GOOD | {n: as_two})


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("more", ["这为今后的工作指明了方向。", "我们的方法优于现有的所有系统。"])
def test_a_sentence_with_another_one_added(n: int, more: str) -> None:
    assert n in doubted(GOOD | {n: GOOD[n] + more})
