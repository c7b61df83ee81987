"""The queue: joining, cancelling, running a stage again, revisions, what answers a request."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from papergloss.errors import BadInput, NotFound, PaperNotFound
from papergloss.gloss.card import Card
from papergloss.gloss.events import DoneEvent, ProblemEvent, ResetEvent, StageEvent
from papergloss.gloss.request import Job, Tools
from support.small_pipeline import SmallPipeline

Make = Callable[[object], "object"]


def test_equal_requests_share_one_job(desk: Make) -> None:
    go = threading.Event()
    run = SmallPipeline(gate=go.is_set)
    house = desk(run)
    found: list[str] = []
    askers = [threading.Thread(target=lambda: found.append(house.start().id)) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(set(found)) == 1
    assert house.start("https://arxiv.org/abs/2503.20680").id == found[0]
    assert house.start(lang="ja").id != found[0]
    go.set()
    for job in house.jobs.jobs():
        assert house.end(job.id).state == "done"
    assert run.runs.count("metadata") == 2


def test_a_stored_card_answers_at_once_for_the_newest_version(desk: Make) -> None:
    run = SmallPipeline(latest_version=3)
    house = desk(run)
    for paper in ("2503.20680v1", "2503.20680"):
        house.end(house.start(paper).id)
    ran = len(run.runs)
    assert house.ask("2503.20680").card.key.paper == "2503.20680v3"
    assert house.ask("2503.20680v3").card.key.paper == "2503.20680v3"
    assert house.ask("2503.20680v1").card.key.paper == "2503.20680v1"
    assert len(run.runs) == ran


def test_regenerate_makes_a_revision_and_the_list_shows_the_newest(desk: Make) -> None:
    house = desk(SmallPipeline())
    first = house.end(house.start().id)
    second = house.end(house.start(regenerate=True).id)
    assert first.card_id.endswith("-1")
    assert second.card_id.endswith("-2")
    entries, total = house.backend.shelf.page(0, 10)
    assert ([entry.id for entry in entries], total) == ([second.card_id], 1)
    assert house.ask().card.revision == 2
    assert house.backend.shelf.card(first.card_id).revision == 1


def test_two_ways_to_one_version_are_one_card(desk: Make) -> None:
    go = threading.Event()
    house = desk(SmallPipeline(gate=go.is_set))
    jobs = [house.start("2503.20680"), house.start("2503.20680v2")]
    go.set()
    assert len({house.end(job.id).card_id for job in jobs}) == 1
    assert house.backend.shelf.page(0, 10)[1] == 1


def test_a_running_job_is_cancelled_and_can_be_asked_for_again(desk: Make) -> None:
    go = threading.Event()
    house = desk(SmallPipeline(gate=go.is_set))
    job = house.start()
    stream = house.jobs.events(job.id)
    next(row for row in stream if row is not None and row.type == "delta")
    house.jobs.cancel(job.id)
    events = [event for _, event in house.events(job.id)]
    assert events[-1] == DoneEvent(state="cancelled")
    assert events[-2] == StageEvent(name="summary", state="cancelled")
    assert house.jobs.job(job.id).state == "cancelled"
    assert house.backend.shelf.page(0, 10) == ([], 0)
    house.jobs.cancel(job.id)
    go.set()
    again = house.start()
    assert again.id != job.id
    assert house.end(again.id).state == "done"


def test_a_waiting_job_is_cancelled_at_once(desk: Make) -> None:
    go = threading.Event()
    house = desk(SmallPipeline(gate=go.is_set))
    for n in range(4):
        job = house.start(f"2503.2068{n}")
        next(row for row in house.jobs.events(job.id) if row is not None and row.type == "delta")
    waiting = house.start("2503.20689")
    assert waiting.state == "queued"
    house.jobs.cancel(waiting.id)
    assert house.events(waiting.id)[-1][1] == DoneEvent(state="cancelled")
    assert [job.state for job in house.jobs.jobs()] == ["running"] * 4 + ["cancelled"]
    go.set()


def test_a_failed_stage_runs_again_alone(desk: Make) -> None:
    run = SmallPipeline(failing={"summary"})
    house = desk(run)
    job = house.start()
    first = house.end(job.id)
    assert first.state == "partial"
    assert house.ask().job.id == job.id, "the job comes back, so that its failed part can run again"
    last = house.events(job.id)[-1][0]

    run.failing.clear()
    assert house.jobs.retry_stage(job.id, "summary").id == job.id
    later = [event for _, event in house.events(job.id, after=last)]
    assert later[0] == ResetEvent(stage="summary")
    assert later[-1] == DoneEvent(state="done", card_id=first.card_id)
    assert run.runs.count("metadata") == 1
    assert run.runs.count("summary") == 2
    card = house.ask().card
    assert (card.state, card.problems, card.id) == ("done", [], first.card_id)

    whole = [event for _, event in house.events(job.id)]
    assert not [event for event in whole if isinstance(event, ProblemEvent)]
    assert [event for event in whole if isinstance(event, DoneEvent)] == [whole[-1]]


def test_a_stage_takes_along_what_rests_on_it(desk: Make) -> None:
    run = SmallPipeline()
    house = desk(run)
    job = house.start()
    house.end(job.id)
    house.jobs.retry_stage(job.id, "reading")
    assert house.end(job.id).state == "done"
    assert run.runs == ["metadata", "translation", "reading", "summary", "reading", "summary"]


def test_what_else_failed_stays_failed_until_it_is_asked_for(desk: Make) -> None:
    run = SmallPipeline(failing={"translation", "summary"})
    house = desk(run)
    job = house.start()
    house.end(job.id)
    run.failing.clear()

    house.jobs.retry_stage(job.id, "summary")
    assert house.end(job.id).state == "partial"
    assert [run.runs.count(stage) for stage in ("translation", "summary")] == [1, 2]
    problems = [event for _, event in house.events(job.id) if isinstance(event, ProblemEvent)]
    assert [event.problem.stage for event in problems] == ["translation"]
    assert house.ask().job.id == job.id

    house.jobs.retry_stage(job.id, "translation")
    assert house.end(job.id).state == "done"
    assert house.ask().card.problems == []


def test_several_failed_stages_run_again_together(desk: Make) -> None:
    run = SmallPipeline(failing={"translation", "summary"})
    house = desk(run)
    job = house.start()
    house.end(job.id)
    run.failing.clear()
    house.jobs.retry_stage(job.id, "translation", "summary")
    assert house.end(job.id).state == "done"


def test_a_running_job_takes_no_second_run(desk: Make) -> None:
    go = threading.Event()
    house = desk(SmallPipeline(gate=go.is_set))
    job = house.start()
    with pytest.raises(BadInput):
        house.jobs.retry_stage(job.id, "summary")
    go.set()
    house.end(job.id)


def test_a_worse_card_does_not_replace_a_whole_one(desk: Make) -> None:
    run = SmallPipeline()
    house = desk(run)
    whole = house.end(house.start("2503.20680v2").id)
    house.backend.shelf.card(whole.card_id)
    run.failing.add("summary")
    run.latest_version = 2
    again = house.start("2503.20680", regenerate=True)
    assert house.end(again.id).card_id.endswith("-2")
    assert house.backend.shelf.card(whole.card_id).state == "done"


@pytest.mark.parametrize("fault", [PaperNotFound(), RuntimeError("sk-geheim")])
def test_a_pipeline_that_raises_ends_the_job_as_failed(
    desk: Make, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def run(job: Job, tools: Tools) -> Card:
        raise fault

    house = desk(run)
    job = house.start()
    events = [event for _, event in house.events(job.id)]
    assert [event.type for event in events] == ["problem", "done"]
    assert events[0].problem.type == getattr(fault, "type", "internal")
    assert "geheim" not in caplog.text
    assert events[-1] == DoneEvent(state="failed")
    assert house.start().id != job.id, "what has failed is tried anew"


def test_unknown_jobs_are_not_found(desk: Make) -> None:
    house = desk(SmallPipeline())
    for call in (house.jobs.job, house.jobs.cancel, house.jobs.events):
        with pytest.raises(NotFound):
            call("nope")
    with pytest.raises(NotFound):
        house.jobs.retry_stage("nope", "summary")
