"""How right reading is: held against truth made by eye (tests/truth) and against the papers' LaTeX."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator

import pymupdf

from bench import pdf_text, pdf_truth
from bench.harness import Absent, Recorder, bench, data_dir
from bench.pdf_crops import Inked, Verdict, judge
from papergloss.pdf.document import Document, Figure, HiddenText, Section
from papergloss.pdf.draw import draw_figure
from papergloss.pdf.limits import DEFAULT
from papergloss.pdf.locate import WordIndex
from papergloss.pdf.render import DPI

QUOTES = 500
LATEX = (
    ("1706.03762v7", "latex_md/1706.03762.md", 0.917, 0.90),
    ("1601.03642v1", "text/1601.03642.txt", 0.835, 0.85),
)
"""PDF, truth made from its source, goals for 5-gram recall and precision."""


def covered(folder: str) -> list[str]:
    """The PDFs that have a truth file here. Raises Absent."""
    found = pdf_truth.names(folder)
    if not found:
        raise Absent("none of the PDFs of tests/truth is in PAPERGLOSS_DATA")
    return found


def label(name: str, kind: str, number: str, page: int) -> str:
    """How a figure is named in the raw numbers."""
    return f"{name} p{page} {kind} {number}"


def judged(name: str) -> Iterator[tuple[pdf_truth.TrueFigure, Verdict | None]]:
    """Every true figure of a paper and the verdict on its crop, None where the reader has no such figure."""
    read = {(f.kind, f.number, f.page): f for f in pdf_truth.document(name).figures}
    pages: dict[int, Inked] = {}
    with pymupdf.open(pdf_truth.pdf_path(name)) as pdf:
        for true in pdf_truth.figures(name):
            found = read.get((true.kind, true.number, true.page))
            if found is None:
                yield true, None
                continue
            ink = pages.get(true.page) or pages.setdefault(true.page, Inked(pdf[true.page - 1]))
            yield true, judge(ink, found.rect, true.box)


@bench("pdf")
def figures(record: Recorder) -> None:
    """Captions found and invented, crops right by bench/pdf_crops.py."""
    present, missed, false, ragged = 0, [], [], []
    wrong: dict[str, list[str]] = {"figures": [], "algorithms": []}
    counts = {"figures": 0, "algorithms": 0}
    for name in covered("figures"):
        truth = pdf_truth.figures(name)
        true_keys = {(t.kind, t.number, t.page) for t in truth}
        false += [
            label(name, f.kind, f.number, f.page)
            for f in pdf_truth.document(name).figures
            if (f.kind, f.number, f.page) not in true_keys
        ]
        for true, verdict in judged(name):
            group = "algorithms" if true.kind == "algorithm" else "figures"
            tag = label(name, true.kind, true.number, true.page)
            present, counts[group] = present + 1, counts[group] + 1
            if verdict is None:
                missed.append(tag)
            if verdict is None or not verdict.right:
                wrong[group].append(f"{tag}: {', '.join(verdict.faults) if verdict else 'missed'}")
            elif verdict.ragged:
                ragged.append(f"{tag}: {', '.join(verdict.ragged)}")
    record.figure("pdf.captions.found", 1 - len(missed) / present, ">=", 1, present=present, missed=missed)
    record.figure("pdf.captions.false", len(false), "==", 0, false=false)
    for group, tags in wrong.items():
        share = 1 - len(tags) / counts[group]
        record.figure(f"pdf.{group}.right", share, ">=", 0.98, present=counts[group], wrong=tags)
    record.figure("pdf.crops.ragged", len(ragged) / present, "<=", 0.02, ragged=ragged)


def same_heading(read: Section, true: pdf_truth.TrueSection) -> bool:
    """Whether a read heading is a printed one: same page, same letters, the number in or before the title."""
    letters, true_letters = (
        re.sub(
            r"[^a-z0-9]", "", re.sub(r"^\s*appendix\s+(?=[a-z]\b)", "", f"{s.number or ''} {s.title}".lower())
        )
        for s in (read, true)
    )
    return read.page == true.page and letters == true_letters


@bench("pdf")
def sections(record: Recorder) -> None:
    """Printed top-level headings found at level 1, and level-1 sections that are none."""
    present, read_count, missed, false = 0, 0, [], []
    for name in covered("sections"):
        truth = pdf_truth.sections(name)
        read = [s for s in pdf_truth.document(name).sections if s.level == 1]
        required = [t for t in truth if not t.optional]
        present, read_count = present + len(required), read_count + len(read)
        missed += [
            f"{name} p{t.page} {t.number or ''} {t.title}"
            for t in required
            if not any(same_heading(s, t) for s in read)
        ]
        false += [
            f"{name} p{s.page} {s.number or ''} {s.title}"
            for s in read
            if not any(same_heading(s, t) for t in truth)
        ]
    record.figure("pdf.sections.found", 1 - len(missed) / present, ">=", 0.98, present=present, missed=missed)
    record.figure("pdf.sections.false", len(false) / read_count, "<=", 0.01, read=read_count, false=false)


@bench("pdf")
def quotes(record: Recorder) -> None:
    """Sentences of the raw text, whole and mangled, located on their page through the word index."""
    dice = random.Random(1)
    pool = [
        (name, *at)
        for name in covered("figures")
        for at in pdf_text.sentences(
            pdf_truth.pdf_path(name), [(f.page, f.box) for f in pdf_truth.figures(name)]
        )
    ]
    chosen = sorted(dice.sample(pool, QUOTES))
    index: dict[str, WordIndex] = {}
    lost: dict[str, list[str]] = {"found": [], "mangled": []}
    for name, page, sentence in chosen:
        places = index.get(name) or index.setdefault(name, WordIndex(pdf_truth.document(name)))
        for way, quote in (("found", sentence), ("mangled", pdf_text.mangled(sentence, dice))):
            place = places.find(quote)
            if place is None or place.page != page:
                at = "nowhere" if place is None else f"on page {place.page}"
                lost[way].append(f"{name} p{page} {at}: {sentence}")
    for way, goal in (("found", 0.994), ("mangled", 0.95)):
        share = 1 - len(lost[way]) / QUOTES
        record.figure(f"pdf.quotes.{way}", share, ">=", goal, of=len(pool), lost=lost[way])


@bench("pdf")
def text(record: Recorder) -> None:
    """5-grams of body and captions against text made from the papers' LaTeX."""
    for name, truth, recall_goal, precision_goal in LATEX:
        source = data_dir() / "groundtruth" / truth
        if not source.exists() or not pdf_truth.pdf_path(name).exists():
            raise Absent(f"{truth} is not in PAPERGLOSS_DATA")
        read = pdf_text.read_words(pdf_truth.document(name))
        recall, precision = pdf_text.recall_precision(read, pdf_text.true_words(source.read_text("utf-8")))
        paper = name.partition("v")[0]
        record.figure(f"pdf.text.{paper}.recall", recall, ">=", recall_goal)
        record.figure(f"pdf.text.{paper}.precision", precision, ">=", precision_goal)


def is_alarm(hidden: HiddenText) -> bool:
    """Long enough to be shown to the reader as hidden text."""
    return len(hidden.text) >= 30 and len(hidden.text.split()) >= 4


@bench("pdf")
def hidden(record: Recorder) -> None:
    """Share of the honest shared papers in which hidden text is reported."""
    names = covered("figures")
    alarms = {
        name: [f"p{h.page} {h.method}: {h.text}" for h in pdf_truth.document(name).hidden if is_alarm(h)]
        for name in names
    }
    share = sum(bool(found) for found in alarms.values()) / len(names)
    record.figure("pdf.hidden.false", share, "<=", 0.02, alarms={n: a for n, a in alarms.items() if a})


def draw_seconds(data: bytes, document: Document) -> dict[Figure, float]:
    """CPU seconds that each of a paper's figures takes to draw, without the child process around it."""
    seconds = {}
    for figure in document.figures:
        start = time.process_time()
        draw_figure(data, figure.page, (figure.rect,), DPI, DEFAULT)
        seconds[figure] = time.process_time() - start
    return seconds


@bench("pdf")
def drawing(record: Recorder) -> None:
    """CPU milliseconds a figure at the panel's resolution, over every figure of the shared papers."""
    seconds: dict[str, float] = {}
    for name in covered("figures"):
        times = draw_seconds(pdf_truth.pdf_path(name).read_bytes(), pdf_truth.document(name))
        seconds |= {label(name, f.kind, f.number, f.page): spent for f, spent in times.items()}
    mean = sum(seconds.values()) / len(seconds)
    slowest = sorted(seconds, key=seconds.__getitem__)[-10:]
    record.figure(
        "pdf.drawing.ms", mean * 1000, "<=", 25, slowest={tag: seconds[tag] * 1000 for tag in slowest}
    )
