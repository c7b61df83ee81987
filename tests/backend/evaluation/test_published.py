"""Cards of others are judged: what their translation drops, merges or harms is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.evaluation.aligning import align
from papergloss.evaluation.judging import judge, references
from papergloss.evaluation.published import Published, read_cards
from papergloss.evaluation.report import Evaluation, PaperResult
from papergloss.gloss.languages import language
from papergloss.gloss.translation.sentences import split_sentences
from support.shell import papergloss

CHINESE = language("zh")
ABSTRACT = (
    "We introduce ReadNet, a network that reads whole papers at once. "
    "Earlier systems such as SumBot only read the abstract and miss the results. "
    "ReadNet is trained on 12,000 papers from arXiv. "
    "It reaches 93.4% accuracy on the PaperQA benchmark and needs 3 GB of memory. "
    "Code is available at https://example.org/readnet."
)
WHOLE = (
    "我们提出ReadNet,一个能够一次性阅读整篇论文的网络。",
    "早期的系统(如SumBot)只阅读摘要,因而错过了实验结果。",
    "ReadNet在来自arXiv的12,000篇论文上进行训练。",
    "它在PaperQA基准上达到93.4%的准确率,只需要3 GB内存。",
    "代码见https://example.org/readnet。",
)


def judged(*sentences: str, statements: tuple[str, ...] = ()) -> PaperResult:
    card = Published("Reading Papers", ABSTRACT, "".join(sentences), statements)
    return judge(card, CHINESE, {})


def states(result: PaperResult) -> list[str]:
    return [sentence.state for sentence in result.sentences]


def test_a_whole_translation_loses_nothing() -> None:
    result = judged(*WHOLE)
    assert states(result) == ["ok"] * 5
    assert (result.numbers.stated, result.numbers.kept) == (3, 3)
    assert result.terms.lost == []
    assert result.added == []


@pytest.mark.parametrize("gone", range(5))
def test_a_dropped_sentence_is_named(gone: int) -> None:
    result = judged(*(text for n, text in enumerate(WHOLE) if n != gone))
    assert [s.n for s in result.sentences if s.state == "dropped"] == [gone + 1]


def test_numbers_and_terms_of_a_dropped_sentence_are_lost() -> None:
    result = judged(*WHOLE[:3], WHOLE[4])
    assert result.numbers.kept == 1
    assert "PaperQA" in result.terms.lost


def test_merged_sentences_are_both_named_and_their_numbers_count() -> None:
    result = judged(*WHOLE[:2], WHOLE[2].rstrip("。") + ",并且" + WHOLE[3].removeprefix("它"), WHOLE[4])
    assert states(result) == ["ok", "ok", "merged", "merged", "ok"]
    assert (result.numbers.stated, result.numbers.kept) == (3, 3)


def test_an_untranslated_sentence_is_no_translation() -> None:
    result = judged(WHOLE[0], split_sentences(ABSTRACT)[1] + " ", *WHOLE[2:])
    assert states(result) == ["ok", "untranslated", "ok", "ok", "ok"]


def test_a_changed_number_is_harm_and_the_reason_is_said() -> None:
    result = judged(*WHOLE[:3], WHOLE[3].replace("93.4", "94.3"), WHOLE[4])
    assert [(s.n, s.state, s.reason) for s in result.sentences if s.state != "ok"] == [
        (4, "harmed", "number_lost")
    ]
    assert result.numbers.lost == ["93.4%"]


def test_a_statement_with_a_wrong_number_is_not_grounded() -> None:
    result = judged(*WHOLE, statements=("ReadNet在PaperQA上达到93.4%。", "ReadNet在PaperQA上达到97%。"))
    assert result.claims["number_missing"] == 1


def test_a_reference_translation_is_compared_where_it_has_the_sentence(tmp_path: Path) -> None:
    pytest.importorskip("sacrebleu")
    known = references([Published("reading PAPERS!", ABSTRACT, "".join(WHOLE[:3]), ())])
    same = judge(Published("Reading Papers", ABSTRACT, "".join(WHOLE), ()), CHINESE, known).chrf
    assert same is not None
    assert (same.score, same.sentences) == (100.0, 3)
    worse = Published(
        "Reading Papers", ABSTRACT, "".join((WHOLE[0], "完全不同的一句话放在这里。", *WHOLE[2:])), ()
    )
    other = judge(worse, CHINESE, known).chrf
    assert other is not None
    assert other.score < 90


def test_the_command_judges_a_folder(tmp_path: Path, home: Path) -> None:
    entry = {
        "title": "Reading Papers",
        "abstract_en": ABSTRACT,
        "abstract_zh": "".join(WHOLE[:4]),
        "summary_zh": "ReadNet达到93.4%。",
        "takeaways_zh": [],
    }
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "one.json").write_text(json.dumps([entry]), "utf-8")
    written = tmp_path / "result.json"
    result = papergloss("eval", "--cards", str(tmp_path / "cards"), "--json", str(written), home=home)
    assert result.returncode == 0, result.stderr
    assert "4 of 5" in result.stdout
    assert "sentence 5 dropped" in result.stdout
    evaluation = Evaluation.model_validate_json(written.read_bytes())
    assert evaluation.papers[0].states() == {"ok": 4, "dropped": 1}


@pytest.mark.parametrize("content", ["not json", '{"title": "no language"}', "[" * 100_000])
def test_a_folder_without_cards_is_a_usage_error(content: str, tmp_path: Path, home: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "one.json").write_text(content, "utf-8")
    result = papergloss("eval", "--cards", str(tmp_path / "cards"), home=home)
    assert result.returncode == ExitCode.USAGE.code
    assert "Traceback" not in result.stderr


def test_the_published_reference_drops_four_of_eight_sentences(data_dir: Path) -> None:
    cards = read_cards(data_dir / "reference-cards", CHINESE)
    results = [judge(card, CHINESE, {}) for card in cards]
    assert [sentence.n for sentence in results[0].sentences if sentence.state == "dropped"] == [5, 6, 7, 8]
    assert results[0].states() == {"ok": 4, "dropped": 4}
    assert [result.states() for result in results[1:]] == [{"ok": 9}, {"ok": 9}]
    assert "https://github.com/Hon-Wong/VoRA" in results[0].terms.lost


def damaged(targets: list[str]) -> Iterator[tuple[set[int], list[str]]]:
    """Every way to take out one or two sentences, or the end."""
    every = range(len(targets))
    for gone in [*combinations(every, 1), *combinations(every, 2), *(tuple(every[k:]) for k in every[1:])]:
        yield set(gone), [text for n, text in enumerate(targets) if n not in gone]


def test_sentences_taken_out_of_the_published_references_are_found(data_dir: Path) -> None:
    cards = [c for c in read_cards(data_dir / "reference-cards", CHINESE)[1:] if isinstance(c, Published)]
    planted = found = exact = cases = 0
    for card in cards:
        sources, targets = split_sentences(card.abstract), split_sentences(card.translation)
        for gone, left in damaged(targets):
            pairs = align(sources, left, CHINESE)
            bad = {n for pair in pairs if len(pair.sources) != 1 or not pair.targets for n in pair.sources}
            planted += len(gone)
            found += len(gone & bad)
            exact += bad == gone
            cases += 1
    assert found >= 0.98 * planted
    assert exact >= 0.85 * cases
