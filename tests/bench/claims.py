"""The share of planted wrong claims that the checks mark, and of correct ones that they accuse."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from bench.harness import Recorder, bench, data_dir
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.protocol import DraftClaim
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document
from support.planted_claims import Papers, Told

PASSED = ("supported", "unchecked")
SEEDS = range(5)
OWN_SENTENCES = 60
"""Sentences of one paper that are told as claims about it."""


@bench("gloss")
def claims(recorder: Recorder) -> None:
    """Correct claims in ten languages, and wrong numbers, ways, pairs, names and citations made of them."""
    papers = Papers(data_dir() / "pdfs")
    correct = list(papers.correct())
    accused = [told for told in correct if papers.examined(told).check.status != "supported"]
    recorder.figure(
        "gloss.claims.false_alarms.share", len(accused) / len(correct), "<=", 0.02, claims=len(correct)
    )
    kinds: dict[str, tuple[Callable[[Told, random.Random], Iterator[Told]], float]] = {
        "planted_numbers": (papers.wrong_numbers, 1.0),
        "reversed": (lambda told, _: papers.wrong_ways(told), 0.9),
        "swapped_numbers": (lambda told, _: papers.wrong_pairs(told), 1.0),
        "invented_names": (papers.wrong_names, 1.0),
        "swapped_citations": (papers.wrong_citations, 0.95),
    }
    for name, (plants, goal) in kinds.items():
        chance = random.Random(name)
        wrong = {plant for _ in SEEDS for told in correct for plant in plants(told, chance)}
        missed = [told.text for told in wrong if papers.examined(told).check.status in PASSED]
        share = 1 - len(missed) / len(wrong)
        recorder.figure(f"gloss.claims.{name}.share", share, ">=", goal, planted=len(wrong), missed=missed)
    documents = [papers.document(paper) for paper in dict.fromkeys(told.paper for told in correct)]
    told_of = [(own, status) for document in documents for own, status in _own_sentences(document)]
    wrong_of = [own for own, status in told_of if status not in PASSED]
    recorder.figure(
        "gloss.claims.own_sentences.false_alarms.share",
        len(wrong_of) / len(told_of),
        "<=",
        0.02,
        sentences=len(told_of),
        accused=wrong_of,
    )


def _own_sentences(document: Document) -> Iterator[tuple[str, str]]:
    """A paper's own sentences as claims that cite their passages, with what the check says of them."""
    examiner = Examiner(document, [], latin_script=True)
    pairs = [
        (sentence, passage.n)
        for passage in document.passages
        if passage.kind == "body"
        for sentence in split_sentences(passage.text)
        if 60 <= len(sentence) <= 400
    ]
    for sentence, n in random.Random(1).sample(pairs, min(OWN_SENTENCES, len(pairs))):
        yield sentence, examiner.examine(DraftClaim(sentence, None, [n])).check.status
