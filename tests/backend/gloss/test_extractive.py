"""The engine without a model: the paper's own sentences, each with its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.card import Metadata
from papergloss.gloss.compression.portions import readable
from papergloss.gloss.extractive.cues import role_of
from papergloss.gloss.extractive.picking import key_sentences
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.reader import read

ABSTRACT = (
    "Reading many papers is a difficult problem for every researcher in the field. "
    "We propose Gloss, a novel method that writes notes in the margin of each paper. "
    "Gloss reads the whole paper with a transformer network and cites its passages. "
    "Experiments show that Gloss outperforms all baselines by 12.5% on three benchmarks. "
    "Ablations reveal that citing passages matters most for the readers of these notes. "
    "However, our method does not yet read scanned papers or handwritten notes. "
    "The code is publicly available at https://example.org/gloss for everyone."
)


def test_an_abstract() -> None:
    metadata = Metadata(source="arxiv", title="Gloss: Notes in the Margin", authors=[], abstract=ABSTRACT)
    document = abstract_document(metadata)
    summary, takeaways = key_sentences(document, metadata.title)
    assert [claim.role for claim in summary] == ["problem", "method", "result", "limit"]
    assert "outperforms" in summary[2].text
    assert 5 <= len(takeaways) <= 7
    sentences = split_sentences(ABSTRACT)
    for claim in (*summary, *takeaways):
        assert sentences[claim.passages[0] - 1] == claim.text
    assert len({claim.text for claim in takeaways}) == len(takeaways)


def test_a_short_abstract_and_none() -> None:
    for abstract, count in (("One sentence only, about a new method.", 1), ("", 0)):
        metadata = Metadata(source="arxiv", title="T", authors=[], abstract=abstract)
        _, takeaways = key_sentences(abstract_document(metadata), "T")
        assert len(takeaways) == count


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The code is at https://github.com/a/b.", "resource"),
        ("All models are publicly available.", "resource"),
        ("We leave this for future work.", "limit"),
        ("Our model achieves 93.4% accuracy.", "result"),
        ("We introduce a new layer.", "method"),
        ("Training is still expensive.", "problem"),
        ("Let x be a number.", None),
    ],
)
def test_roles(sentence: str, role: str | None) -> None:
    assert role_of(sentence) == role


def test_a_whole_paper(data_dir: Path) -> None:
    document = read(data_dir / "pdfs" / "1706.03762v7.pdf")
    started = time.perf_counter()
    summary, takeaways = key_sentences(document, "Attention Is All You Need")
    assert time.perf_counter() - started < 10
    assert 5 <= len(takeaways) <= 7
    assert any("28.4 BLEU" in claim.text for claim in takeaways)
    by_number = {passage.n: passage for passage in readable(document)}
    for claim in (*summary, *takeaways):
        assert claim.text in " ".join(by_number[claim.passages[0]].text.split())
