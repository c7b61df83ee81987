"""Files that nobody should have made: what fits comes in, once, and nothing reaches beyond the library."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from papergloss.library.changes import Change
from papergloss.library.importing.service import Report
from support.backend import backend
from support.library import Shelves, card
from support.sayings import selected

NOTE = "N1  - Read again\n"


def take(shelves: Shelves, data: str | bytes) -> Report:
    raw = data.encode() if isinstance(data, str) else data
    report = shelves.library.importing.run(io.BytesIO(raw))
    shelves.library.check()
    return report


def own(*papers: dict[str, Any]) -> str:
    return json.dumps({"papergloss": 1, "papers": papers})


def paper(name: str = "2501.00001", **more: Any) -> dict[str, Any]:
    metadata = {"source": "import", "title": f"Paper {name}", "authors": ["A B"], "abstract": ""}
    return {"id": name, "metadata": metadata | more.pop("metadata", {})} | more


def exported(home: Path) -> dict[str, Any]:
    """A paper with a card and a kept selection, as our JSON has it."""
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card())
        made.library.sayings.keep(selected("2503.20680"))
        (record,) = made.library.exporting.records()
        return dict(json.loads(record.model_dump_json()))


def notes(shelves: Shelves, name: str = "2501.00001") -> list[str]:
    return [note.body for note in shelves.library.papers.view(name).notes]


@pytest.mark.parametrize(
    "name", ["sha256:", "sha256:..", "sha256:{outside}", "../x", "page:x", "papers:x", "2501.00001v2", "a\0b"]
)
def test_a_paper_whose_id_is_none_stays_out(shelves: Shelves, tmp_path: Path, name: str) -> None:
    name = name.format(outside=tmp_path)
    assert take(shelves, own(paper(name))).counts == {"error": 1}


def test_a_row_that_is_left_out_is_not_told_as_stored(shelves: Shelves) -> None:
    told: list[int] = []
    papers = own(*(paper(f"2501.{n:05}") for n in range(3)))  # arXiv counts from 1
    shelves.library.importing.run(io.BytesIO(papers.encode()), done=told.append)
    assert told == [shelves.library.papers.page().total] == [2]


@pytest.mark.parametrize(
    "metadata",
    [
        {"arxiv_id": "1,\n  url = {x"},
        {"licence": "javascript:1"},
        {"links": {"code": ["file:///etc/passwd"]}},
    ],
)
def test_what_arxiv_would_not_say_stays_out(
    shelves: Shelves, tmp_path: Path, metadata: dict[str, Any]
) -> None:
    whole = exported(tmp_path / "other")
    whole["cards"][0]["card"]["metadata"] |= metadata
    assert take(shelves, own(paper(metadata=metadata), whole)).counts == {"error": 2}


def test_deleting_for_ever_stays_inside_the_data_folder(shelves: Shelves, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shelves.save(card(f"sha256:{outside}", "From elsewhere"), card("doi:10.1000/a**b", "Of stars"))
    for row in [entry.row.id for entry in shelves.library.papers.page().entries]:
        assert shelves.library.erasing.paper(row) == 1
    assert outside.exists()


@pytest.mark.parametrize(
    ("data", "bodies"),
    [
        ("TY  - JOUR\nTI  - X\nAN  - arXiv:2501.00001\n" + 3 * NOTE + "ER  - \n", ["Read again"]),
        (own(paper(notes=[{"body": "a"}, {"body": "a"}, {"body": "b"}])), ["a", "b"]),
        (own(paper(notes=[{"id": "x", "body": text} for text in "abc"])), ["a", "b", "c"]),
    ],
)
def test_notes_that_are_alike_come_in_once(shelves: Shelves, data: str, bodies: list[str]) -> None:
    assert take(shelves, data).counts == {"new": 1}
    assert sorted(notes(shelves)) == bodies
    assert take(shelves, data).counts["error"] == 0
    assert sorted(notes(shelves)) == bodies


def test_a_note_that_was_deleted_comes_back_each_time_it_is_imported(shelves: Shelves) -> None:
    data = own(paper(notes=[{"id": "x", "body": "a"}]))
    for _ in range(3):
        take(shelves, data)
        (note,) = shelves.library.papers.view("2501.00001").notes
        assert note.body == "a"
        shelves.library.notes.remove(note.id)


def test_cards_and_answers_that_stand_twice_stay_with_the_first(shelves: Shelves, tmp_path: Path) -> None:
    first = exported(tmp_path / "other")
    first |= {"cards": 2 * first["cards"], "sayings": 2 * first["sayings"]}
    second = json.loads(json.dumps(first)) | {"id": "2501.00002", "cite_key": None}
    second["metadata"] |= {"arxiv_id": "2501.00002", "title": "Another"}
    assert take(shelves, own(first, second)).counts == {"new": 2}
    mine, others = (shelves.library.papers.view(name) for name in ("2503.20680", "2501.00002"))
    assert [len(mine.cards), len(mine.sayings), len(others.cards), len(others.sayings)] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    "more",
    [
        {"saved_at": "0001-01-01T00:00:00+14:00"},
        {"notes": [{"body": "a", "created_at": "9999-12-31T23:59:59-14:00"}]},
        {"metadata": {"submitted": "0001-01-01T00:00:00+14:00"}},
    ],
)
def test_a_moment_that_is_none_keeps_only_its_row_out(shelves: Shelves, more: dict[str, Any]) -> None:
    assert take(shelves, own(paper(**more), paper("2501.00002"))).counts == {"error": 1, "new": 1}


@pytest.mark.parametrize(
    "data",
    [
        "@misc{a, title={X}, date={" + "9" * 5000 + "}}",
        "TY  - JOUR\nTI  - X\nPY  - " + "9" * 5000 + "\nER  - \n",
        json.dumps([{"title": "X", "issued": {"date-parts": [["9" * 5000]]}}]),
    ],
)
def test_a_year_without_end_is_none(shelves: Shelves, data: str) -> None:
    assert take(shelves, data).counts == {"new": 1}


@pytest.mark.parametrize(
    ("texts", "titles"),
    [
        ({"utf-8": "Größe", "cp1252": "Über die Straße"}, ["Größe", "Über die Straße"]),
        ({"gbk": "联通", "utf-8": "基于深度学习的模型"}, ["联通", "基于深度学习的模型"]),
    ],
)
def test_lines_of_several_encodings_in_one_file(
    shelves: Shelves, texts: dict[str, str], titles: list[str]
) -> None:
    entries = (f"@misc{{{n}, title={{{text}}}}}\n".encode(n) for n, text in texts.items())
    take(shelves, b"".join(entries))
    assert sorted(entry.row.title for entry in shelves.library.papers.page().entries) == sorted(titles)


def test_what_another_process_saves_meanwhile_is_no_new_paper(shelves: Shelves) -> None:
    rows = [f"@misc{{k{n}, title={{Paper {n}}}, doi={{10.1000/{n}}}, keywords={{t}}}}" for n in range(300)]
    with backend(shelves.backend.config.home, Shelves.run) as other:

        def meanwhile(stored: int) -> None:
            if stored == 200:
                other.library.importing.run(io.BytesIO("\n".join(rows[250:]).encode()))
                other.library.papers.change("doi:10.1000/299", Change(state="read"))

        data = io.BytesIO("\n".join(rows).encode())
        report = shelves.library.importing.run(data, done=meanwhile)
    assert report.counts == {"new": 250, "there": 50}
    assert shelves.library.papers.page("tag:t", sort="saved").total == 300
    assert shelves.library.papers.view("doi:10.1000/299").entry.row.state == "read"
