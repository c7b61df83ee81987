"""The listings of earlier days, from OAI-PMH."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from papergloss.arxiv import oai
from papergloss.arxiv.announcing import usual_day
from papergloss.arxiv.client import ArxivClient
from papergloss.errors import ArxivAnswerUnusable, ArxivBusy, BadInput
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault

CL = "cs:cs:CL"
DAY = date(2026, 11, 18)
SUBMITTED = "Mon, 16 Nov 2026 21:00:00 GMT"
"""After Monday's deadline: announced on Tuesday evening, in Wednesday's feed."""
LONG_AGO = "Wed, 7 Oct 2026 09:00:00 GMT"


@pytest.fixture
def past(arxiv: ArxivServer, tmp_path: Path, time) -> Iterator[ArxivClient]:
    with ArxivClient(
        arxiv.url, arxiv.api_url, tmp_path / "cache", oai_url=arxiv.oai_url, clock=time.clock
    ) as client:
        yield client


def paper(number: int, primary: str = "cs.CL") -> SmallPaper:
    return SmallPaper(f"2611.{number:05}", title=f"Paper {number}", categories=(primary, "cs.CL"))


def told(client: ArxivClient, first: date = DAY, last: date = DAY) -> dict[date, list[tuple[str, str]]]:
    return {
        day.date: [(line.paper.id_with_version, line.announced) for line in day.papers]
        for day in client.announced("cs.CL", first, last)
    }


def test_a_day_is_told_from_the_versions_of_its_records(arxiv: ArxivServer, past: ArxivClient) -> None:
    arxiv.oai.record(CL, "2026-11-18", paper(1), SUBMITTED)
    arxiv.oai.record(CL, "2026-11-18", paper(2, "cs.LG"), SUBMITTED)
    arxiv.oai.record(CL, "2026-11-18", paper(3), LONG_AGO, SUBMITTED)
    arxiv.oai.record(CL, "2026-11-18", paper(4, "cs.LG"), LONG_AGO, SUBMITTED)
    arxiv.oai.record(CL, "2026-11-18", paper(5), LONG_AGO)
    arxiv.oai.record(CL, "2026-11-18", paper(6), "Fri, 13 Nov 2026 09:00:00 GMT")
    arxiv.oai.record(CL, "2026-11-20", paper(7), SUBMITTED, "Wed, 18 Nov 2026 21:00:00 GMT")
    assert told(past) == {
        DAY: [
            ("2611.00001v1", "new"),
            ("2611.00002v1", "cross"),
            ("2611.00003v2", "replace"),
            ("2611.00004v2", "replace-cross"),
            # Not 5: only its record was changed. 6 was held; 7 has been replaced since.
            ("2611.00006v1", "new"),
            ("2611.00007v1", "new"),
        ]
    }


def test_a_list_of_many_parts_is_read_at_the_pace_of_the_api(
    arxiv: ArxivServer, past: ArxivClient, time
) -> None:
    arxiv.oai.part = 2
    for number in range(1, 6):
        arxiv.oai.record(CL, "2026-11-18", paper(number), SUBMITTED)
    counts: list[int] = []
    [day] = past.announced("cs.CL", DAY, DAY, told=counts.append)
    assert len(day.papers) == 5
    assert counts == [2, 4, 5]
    assert "set=cs:cs:CL" in arxiv.requests[0].query
    assert "from=2026-11-18" in arxiv.requests[0].query
    assert [("resumptionToken" in seen.query, "from=" in seen.query) for seen in arxiv.requests[1:]] == [
        (True, False),
        (True, False),
    ]
    assert time.slept == pytest.approx(6.0)


def test_a_busy_server_is_given_the_time_it_asks_for(arxiv: ArxivServer, past: ArxivClient, time) -> None:
    arxiv.oai.record(CL, "2026-11-18", paper(1), SUBMITTED)
    arxiv.fail("/oai", Fault.busy("9", 503))
    assert len(told(past)[DAY]) == 1
    assert time.slept == pytest.approx(9, abs=1)
    arxiv.fail("/oai", Fault.busy("3600", 503))
    with pytest.raises(ArxivBusy) as busy:
        told(past)
    assert "3600 seconds" in busy.value.hint


def test_days_without_announcements_are_absent_or_empty(arxiv: ArxivServer, past: ArxivClient) -> None:
    arxiv.oai.record(CL, "2026-11-18", paper(1), SUBMITTED)
    found = told(past, date(2026, 11, 18), date(2026, 11, 23))
    assert {day.strftime("%a"): len(papers) for day, papers in found.items()} == {
        "Wed": 1, "Thu": 0, "Fri": 0, "Mon": 0,
    }  # fmt: skip
    assert told(past, date(2026, 11, 19), date(2026, 11, 19)) == {date(2026, 11, 19): []}


def test_an_unknown_category_is_told_in_arxivs_words(past: ArxivClient) -> None:
    with pytest.raises(BadInput, match="Set does not exist"):
        past.announced("cs.ZZ", DAY, DAY)


def test_a_list_that_goes_in_circles_ends(arxiv: ArxivServer, past: ArxivClient) -> None:
    arxiv.oai.part = 2
    for number in range(1, 6):
        arxiv.oai.record(CL, "2026-11-18", paper(number), SUBMITTED)
    circle = arxiv.oai.answer({"resumptionToken": [f"{CL} 2026-11-18 0"]})
    arxiv.fail("/oai", Fault.status(200, {}, circle), times=9)
    with pytest.raises(ArxivAnswerUnusable, match="does not end"):
        past.announced("cs.CL", DAY, DAY)
    assert len(arxiv.requests) == 2


@pytest.mark.parametrize(
    ("submitted", "day"),
    [
        ("2026-11-16T18:59:00", "2026-11-17"),  # Monday 13:59 in New York: Monday evening
        ("2026-11-16T19:01:00", "2026-11-18"),
        ("2026-11-20T18:00:00", "2026-11-23"),  # Friday before the deadline: Sunday evening
        ("2026-11-20T20:00:00", "2026-11-24"),  # after it: Monday evening
        ("2026-11-22T12:00:00", "2026-11-24"),
        ("2026-07-15T18:01:00", "2026-07-17"),  # summer time
    ],
)
def test_the_calendar_of_announcements(submitted: str, day: str) -> None:
    assert usual_day(datetime.fromisoformat(submitted).replace(tzinfo=UTC)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("category", "place"),
    [("cs.CV", "cs:cs:CV"), ("hep-th", "physics:hep-th"), ("cond-mat.str-el", "physics:cond-mat:str-el"),
     ("math.AG", "math:math:AG"), ("math-ph", "physics:math-ph"),
     ("physics.optics", "physics:physics:optics"), ("q-bio.NC", "q-bio:q-bio:NC"), ("cs", "cs:cs")],
)  # fmt: skip
def test_the_set_of_a_category(category: str, place: str, data_dir: Path) -> None:
    assert f"set={place}&" in oai.question(category, DAY)
    assert f"<setSpec>{place}<" in (data_dir / "feeds" / "oai_rendered" / "sets.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("P. Di Francesco and R. Kedem", ("P. Di Francesco", "R. Kedem")),
        (
            r"Izaak Neri, {\L}ukasz K\"onig, and \'Edgar Rold\'an",
            ("Izaak Neri", "Łukasz König", "Édgar Roldán"),
        ),
        ("J. Doe (1 and 2), Sammy Davis, Jr. ((1) MIT, (2) Rome (Italy))", ("J. Doe", "Sammy Davis, Jr.")),
        ("ATLAS Collaboration: G. Aad, et al. (12 more)", ("ATLAS Collaboration", "G. Aad")),
    ],
)
def test_lines_of_authors(line: str, names: tuple[str, ...]) -> None:
    assert oai.authors_of(line) == names


def test_recorded_records_are_read(data_dir: Path) -> None:
    files = [data_dir / "feeds" / name for name in
             ("oai/fatcat_arxivraw_1810.09584.xml", "oai_rendered/rec_arXivRaw_0906.3421.xml")]  # fmt: skip
    answers = [file.read_text("utf-8").replace("GetRecord>", "ListRecords>") for file in files]
    first, second = (oai.parse(answer.encode()).records[0] for answer in answers)
    assert first.id == "1810.09584"
    assert first.changed == date(2019, 1, 15)
    assert first.authors == ("Raphael Chetrite", "Shamik Gupta", "Izaak Neri", "Édgar Roldán")
    assert [version.date.year for version in first.versions] == [2018, 2019]
    assert second.title == "Q-system Cluster Algebras, Paths and Total Positivity"
    assert second.categories == ("math.CO", "cond-mat.stat-mech", "math-ph", "math.MP")


@pytest.mark.parametrize("answer", [b"", b"<html/>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"])
def test_what_is_no_list_is_refused(answer: bytes) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        oai.parse(answer)
