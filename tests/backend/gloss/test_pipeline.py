"""The whole pipeline: real PDFs and a real arXiv server of our own; the model follows a script."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadInput, Cancelled, StreamBroken
from papergloss.gloss import fold
from papergloss.gloss.card import Card
from papergloss.gloss.events import DeltaEvent, Event, Progress, ResultEvent, StageEvent
from papergloss.gloss.plans import again
from papergloss.gloss.request import Target
from papergloss.llm.types import RetryPiece
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault
from support.gloss_runs import Run, ScriptedModel, asked_sentences
from support.model_script import pretend

OUTLINE = """SUMMARY
- problem: 论文讨论怎样在页边阅读论文 [2]
- method: 方法按作者写作的顺序读完每一页 [2]
- result: Ours 的准确率达到 93.4% [{table}]
- limit: 论文没有讨论扫描件 [3]
TAKEAWAYS
- result: 准确率为 93.4% [{table}]
- result: Baseline 的准确率是 71.2 [{table}]
- result: 准确率提高到 95.1% [{table}]
- method: 使用 MegaNet 训练 [2]
- method: 把一段的词放在一起 [2, 3]
"""


def translated(content: str, turn: int) -> str:
    return "\n".join(f"[{n}] {pretend(source)}" for n, source in asked_sentences(content).items())


def outline(content: str, turn: int) -> str:
    table = next(line.split("]")[0].strip("[") for line in content.splitlines() if "93.4" in line)
    return OUTLINE.format(table=table)


@pytest.fixture
def paper(tmp_path: Path) -> Target:
    path = tmp_path / "margin.pdf"
    path.write_bytes(pdfs.paper())
    return Target(file=path)


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


@pytest.fixture
def client(arxiv: ArxivServer, tmp_path: Path) -> Iterator[ArxivClient]:
    with ArxivClient(arxiv.url, arxiv.api_url, tmp_path / "cache") as connected:
        yield connected


def states(events: list[Event]) -> dict[str, str]:
    return {event.name: event.state for event in events if isinstance(event, StageEvent)}


def replayed(run: Run, card: Card) -> Card:
    start = Card(id="x-1", key=run.key, state="running", provenance=card.provenance)
    for event in run.events:
        start = fold.apply(start, event)
    return start


def test_a_file_with_a_model(paper: Target) -> None:
    run = Run(paper, model=ScriptedModel(translated, outline))
    card = run.card()
    assert card.state == "done"
    assert not card.problems
    assert card.metadata is not None
    assert card.metadata.source == "file"
    assert card.metadata.title == "Reading Papers in the Margin"
    assert card.takeaways is not None
    assert [claim.check.status for claim in card.takeaways] == [
        "supported", "supported", "number_missing", "name_missing", "unchecked"
    ]  # fmt: skip
    assert card.takeaways[2].check.detail == "95.1%"
    assert card.takeaways[3].check.detail == "MegaNet"
    assert all(item.rects and item.page for claim in card.takeaways for item in claim.evidence)
    assert card.figures
    assert card.figures[0].url.startswith("/figures/sha256:")
    assert card.coverage is not None
    assert card.coverage.source == "pdf"
    assert (card.coverage.pages_read, card.coverage.pages_of) == (3, 3)
    assert card.coverage.passages_sent > 0
    assert card.provenance.tokens_in == 400, "translation, captions, summary, what failed its check"
    assert card.provenance.cost == pytest.approx((320 * 1.0 + 80 * 0.5 + 200 * 2.0) / 1e6)
    assert card.provenance.provider == "127.0.0.1:9"


def test_the_events_fold_into_the_card(paper: Target) -> None:
    run = Run(paper, model=ScriptedModel(translated, outline))
    card = run.card()
    folded = replayed(run, card)
    assert folded.model_copy(update={"id": card.id, "key": card.key, "state": card.state}) == card
    for stage in ("translation", "summary"):
        kinds = [type(event) for event in run.events if getattr(event, "stage", None) == stage]
        assert DeltaEvent in kinds
        assert kinds[-1] is ResultEvent


def test_a_file_without_a_model(paper: Target) -> None:
    card = Run(paper).card()
    assert card.state == "done"
    assert [warning.kind for warning in card.warnings] == ["no_model"]
    assert card.translation is not None
    assert {s.reason for s in (card.translation.title, *card.translation.sentences)} == {"no_model"}
    assert card.takeaways
    for claim in card.takeaways:
        assert claim.check.status == "supported"
        assert claim.evidence[0].quote == claim.text


def test_english_needs_no_translation(paper: Target) -> None:
    run = Run(paper, lang="en")
    assert run.card().translation is None
    assert states(run.events)["translation"] == "skipped"


def test_an_unknown_language_is_refused(paper: Target) -> None:
    with pytest.raises(BadInput) as caught:
        Run(paper, lang="tlh").card()
    assert "zh-CN" in caught.value.hint


def test_the_translation_does_not_wait_for_the_pdf(arxiv: ArxivServer, client: ArxivClient) -> None:
    arxiv.add(SmallPaper("2501.00001", versions=2, pdf=pdfs.paper()))
    translated_first = threading.Event()
    arxiv.fail("/pdf/", Fault(until=translated_first))

    def watch(event: Event) -> None:
        if isinstance(event, ResultEvent) and event.stage == "translation" and event.final:
            translated_first.set()

    run = Run(
        Target(arxiv_id=ArxivId("2501.00001", 1)),
        model=ScriptedModel(translated, outline),
        arxiv=client,
        paper="2501.00001v1",
        on_event=watch,
    )
    card = run.card()
    assert translated_first.is_set()
    assert card.state == "done"
    assert card.translation is not None
    assert all(s.state == "ok" for s in (card.translation.title, *card.translation.sentences))
    assert [warning.kind for warning in card.warnings] == ["newer_version"]
    assert card.metadata is not None
    assert card.metadata.links.code == ["https://github.com/a/b"]


def test_the_finished_key_names_the_version(arxiv: ArxivServer, client: ArxivClient) -> None:
    arxiv.add(SmallPaper("2501.00001", versions=3, pdf=pdfs.paper()))
    run = Run(Target(arxiv_id=ArxivId("2501.00001")), arxiv=client, paper="2501.00001")
    card = run.card()
    assert card.key.paper == "2501.00001v3"
    assert card.id == f"{card.key.digest()}-1"
    assert "2501.00001v3" in run.readings
    assert not [warning for warning in card.warnings if warning.kind == "newer_version"]


def test_the_reading_tells_its_pages(paper: Target) -> None:
    run = Run(paper)
    run.card()
    told = [event for event in run.events if isinstance(event, StageEvent) and event.name == "reading"]
    reached = [event.progress for event in told if event.progress is not None]
    assert reached[-1] == Progress(done=3, total=3, unit="pages")
    assert told[-1].progress is None


@pytest.mark.parametrize("withdrawn", [True, False])
def test_without_a_pdf_the_abstract_is_read(arxiv: ArxivServer, client: ArxivClient, withdrawn: bool) -> None:
    arxiv.add(SmallPaper("2501.00002", withdrawn=withdrawn, pdf=None))
    run = Run(Target(arxiv_id=ArxivId("2501.00002")), arxiv=client, paper="2501.00002")
    card = run.card()
    assert card.state == "done"
    assert card.coverage is not None
    assert card.coverage.source == "abstract"
    assert card.coverage.passages_sent == 2
    kinds = [warning.kind for warning in card.warnings]
    assert "no_pdf" in kinds
    assert ("withdrawn" in kinds) == withdrawn
    assert card.takeaways
    assert {item.passage for claim in card.takeaways for item in claim.evidence} <= {1, 2}
    assert states(run.events)["figures"] == "skipped"


def test_a_failed_stage_leaves_the_others(paper: Target) -> None:
    run = Run(paper, model=ScriptedModel(translated, lambda *_: ["SUMMARY\n- prob", StreamBroken("cut")]))
    card = run.card()
    assert card.state == "partial"
    assert [(p.stage, p.type, p.detail) for p in card.problems] == [("summary", "stream-broken", "cut")]
    assert card.translation is not None
    assert card.figures
    assert states(run.events)["summary"] == "failed"


def test_without_metadata_everything_fails(client: ArxivClient) -> None:
    run = Run(Target(arxiv_id=ArxivId("2501.09999")), arxiv=client, paper="2501.09999")
    card = run.card()
    assert card.state == "failed"
    assert [p.type for p in card.problems] == ["paper-not-found"]
    assert set(states(run.events).values()) == {"failed", "skipped"}


def test_an_unreadable_pdf_leaves_a_card_from_the_abstract(arxiv: ArxivServer, client: ArxivClient) -> None:
    arxiv.add(SmallPaper("2501.00003", pdf=b"%PDF-1.7 nothing follows"))
    run = Run(Target(arxiv_id=ArxivId("2501.00003")), arxiv=client, paper="2501.00003")
    card = run.card()
    assert card.state == "partial"
    assert [p.stage for p in card.problems] == ["reading"]
    assert card.coverage is not None
    assert card.coverage.source == "abstract"
    assert card.takeaways


def test_finished_stages_are_not_run_again(paper: Target) -> None:
    first = Run(paper, model=ScriptedModel(translated, lambda *_: [StreamBroken()]))
    before = first.card()
    finished = {
        event.stage: event.part for event in first.events if isinstance(event, ResultEvent) and event.final
    }
    assert set(finished) == {"reading", "metadata", "translation", "figures"}
    model = ScriptedModel(translated, outline)
    second = Run(paper, model=model, finished=finished, readings=first.readings, account=first.account)
    card = second.card()
    assert card.state == "done"
    assert model.sent["translation"] == []
    assert card.translation == before.translation
    assert card.provenance.tokens_in >= 300, "the finished translation stays paid, and is not paid again"
    assert set(states(second.events)) == {"summary"}


def test_what_rests_on_a_stage_runs_again_with_it(paper: Target) -> None:
    assert again("card", Target(arxiv_id=ArxivId("2501.00001")), ["reading"]) == (
        "reading",
        "figures",
        "summary",
    )
    assert again("card", paper, ["reading"]) == ("reading", "metadata", "translation", "figures", "summary")
    assert again("card", paper, ["translation"]) == ("translation",)


def test_cancelling_ends_the_run(paper: Target) -> None:
    stop = threading.Event()

    def watch(event: Event) -> None:
        if isinstance(event, DeltaEvent):
            stop.set()

    run = Run(paper, model=ScriptedModel(translated, outline), cancelled=stop.is_set, on_event=watch)
    with pytest.raises(Cancelled):
        run.card()
    assert "cancelled" in states(run.events).values()


def test_cancelling_does_not_wait_for_the_reading(paper: Target) -> None:
    run = Run(paper, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        run.card()
    assert set(states(run.events).values()) == {"cancelled"}


def test_a_retry_takes_back_what_was_shown(paper: Target) -> None:
    run = Run(
        paper,
        model=ScriptedModel(
            lambda content, turn: [
                "[0] 作废",
                RetryPiece(1, 0.5, "provider-busy"),
                translated(content, turn),
            ],
            lambda content, turn: [
                "SUMMARY\n- problem: 一半的话语",
                RetryPiece(1, 0.5, "provider-busy"),
                outline(content, turn),
            ],
        ),
    )
    card = run.card()
    assert card.state == "done"
    retries = [event.retry for event in run.events if isinstance(event, StageEvent) and event.retry]
    assert {retry.reason for retry in retries} == {"provider-busy"}
    assert card.translation is not None
    assert card.translation.title.target == pretend(card.translation.title.source)
    assert replayed(run, card).summary == card.summary
