"""Lists of other programs, and our own, come into the library."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from papergloss.errors import BadInput
from papergloss.export.formats import FORMATS, Name, pieces
from papergloss.library.changes import Change
from papergloss.library.importing.service import Report
from support.backend import backend
from support.library import Shelves, card
from support.sayings import asked, selected

BIB = r"""@article{vaswani, title = {Attention Is {All} You Need},
 author = {Vaswani, Ashish and M{\"u}ller, J.},
 eprint = {1706.03762v5}, archivePrefix = {arXiv}, year = 2017, month = jun, keywords = {nlp, attention}}
@article{broken, title = {Never closed
@article{doi, title={On Gr{\"o}bner}, author={A. One}, journal={J. Alg.}, volume=3, doi={https://doi.org/10.1000/x_1}}
@misc{nothing, year = 2020}
"""
RIS = (
    "TY  - UNPB\r\nTI  - Attention\r\nAU  - Vaswani, Ashish\r\n"
    "AN  - arXiv:1706.03762\r\nKW  - nlp\r\nER  - \r\n"
    "TY  - JOUR\r\nT1  - 模型的训练\r\nA1  - 王, 伟\r\nPY  - 2020\r\nDO  - 10.1000/cn\r\nER  - \r\n"
)
ZOTERO = [
    {
        "id": "http://zotero.org/users/1/items/A",
        "type": "article",
        "title": "Attention <i>Is</i>",
        "author": [{"family": "Vaswani", "given": "Ashish"}, {"literal": "A Team"}],
        "DOI": "10.48550/arXiv.1706.03762",
        "issued": {"date-parts": [["2017", 6, 12]]},
        "number": "arXiv:1706.03762",
    },
    "no item",
]
PAPERMEMORY = {
    "__dataVersion": 10000,
    "Arxiv-1706.03762": {
        "id": "Arxiv-1706.03762",
        "title": "Attention",
        "author": "Ashish Vaswani and Noam Shazeer",
        "year": "2017",
        "tags": ["nlp"],
        "note": "Read $x$ again",
        "favorite": True,
        "pdfLink": "https://arxiv.org/pdf/1706.03762.pdf",
        "key": "vaswani2017attention",
        "source": "arxiv",
        "addDate": "2024-01-01T00:00:00.000Z",
    },
}


def take(shelves: Shelves, data: bytes | str, **more: Any) -> Report:
    raw = data.encode() if isinstance(data, str) else data
    told = shelves.library.importing.preview(io.BytesIO(raw), **more)
    done = shelves.library.importing.run(io.BytesIO(raw), **more)
    assert (told.counts, told.rows) == (done.counts, done.rows)
    return done


def export(shelves: Shelves, form: Name = "json") -> bytes:
    made = FORMATS[form]
    return b"".join(pieces(made, shelves.library.exporting.records(whole=made.whole)))


def test_bibtex_of_another_program(shelves: Shelves) -> None:
    report = take(shelves, BIB)
    assert report.form == "bibtex"
    assert report.counts == {"new": 2, "error": 2}
    assert [row.detail for row in report.errors] == [
        "The entry that begins in line 4 cannot be read.",
        "It has neither a title nor an arXiv id.",
    ]
    view = shelves.library.papers.view("1706.03762")
    assert view.metadata.title == "Attention Is All You Need"
    assert view.metadata.authors == ["Ashish Vaswani", "J. Müller"]
    assert sorted(tag.name for tag in view.entry.tags) == ["attention", "nlp"]
    assert shelves.library.papers.view("doi:10.1000/x_1").metadata.journal_ref == "J. Alg. 3"
    assert shelves.library.exporting.cite_key("1706.03762") == "vaswani"


def test_ris_zotero_and_papermemory_name_the_same_paper(shelves: Shelves) -> None:
    assert take(shelves, RIS).counts == {"new": 2}
    assert shelves.library.papers.view("doi:10.1000/cn").metadata.authors == ["伟 王"]
    zotero = take(shelves, json.dumps(ZOTERO))
    assert (zotero.form, zotero.counts) == ("csl", {"there": 1, "error": 1})
    memory = take(shelves, json.dumps(PAPERMEMORY))
    assert (memory.form, memory.counts) == ("papermemory", {"merge": 1})
    view = shelves.library.papers.view("1706.03762")
    assert (view.entry.row.starred, [note.body for note in view.notes]) == (True, ["Read $x$ again"])
    assert take(shelves, json.dumps(PAPERMEMORY)).counts == {"there": 1}
    assert [row.kind for row in shelves.library.papers.history("1706.03762", 0, 9)] == ["imported"] * 2


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(RIS, "utf-8-sig", id="BOM"),
        pytest.param(RIS.replace("\r\n", "\n"), "utf-8", id="LF"),
        pytest.param(RIS.replace("\r\n", "\r"), "utf-8", id="CR"),
        pytest.param(RIS.replace("\r\n", "\r\n\r\n"), "utf-16", id="blank lines"),
        pytest.param(RIS.replace("  - ", " - "), "utf-8", id="one blank"),
        pytest.param(RIS.replace("ER  - \r\n", "ER  -\r\n"), "utf-8", id="nothing after ER"),
        pytest.param(RIS.removesuffix("ER  - \r\n"), "utf-8", id="last ER missing"),
        pytest.param("Provider: Some Site\r\nDatabase: Some\r\n\r\n" + RIS, "utf-8", id="words before"),
    ],
)
def test_ris_as_programs_write_it(shelves: Shelves, text: str, encoding: str) -> None:
    report = take(shelves, text.encode(encoding))
    assert (report.form, report.counts["new"]) == ("ris", 2)
    assert sorted(shelves.find("")) == ["1706.03762", "doi:10.1000/cn"]


def test_each_broken_entry_of_ris_is_told_and_the_others_come_in(shelves: Shelves) -> None:
    good = "TY  - JOUR\nTI  - {}\nAU  - A, B\nER  - \n"
    broken = "TY  - JOUR\nPY  - 2020\nER  - \n"
    report = take(shelves, good.format("One") + broken + good.format("Three") + "TY  - JOUR\nTI  - Cut o")
    assert report.counts == {"new": 2, "error": 2}
    assert [row.place for row in report.errors] == [2, 4]
    assert "line 12 " in str(report.errors[1].detail)


def test_one_paper_is_known_by_id_doi_or_title(shelves: Shelves) -> None:
    shelves.save(card("2503.20680", "A Careful Reader", year=2025))
    same = "@misc{a, title={A careful READER.}, year=2025}\n@misc{b, title={A Careful Reader}, year=1999}"
    assert take(shelves, same).counts == {"there": 1, "new": 1}
    again = "@misc{c, title={Other}, doi={10.1000/A}}@misc{d, title={Same}, doi={10.1000/a}}"
    assert take(shelves, again).counts == {"new": 1, "there": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "utf-32"])
def test_chinese_in_any_encoding(shelves: Shelves, encoding: str) -> None:
    text = "TY  - JOUR\nTI  - 基于深度学习的模型训练\nAU  - 王, 伟\nPY  - 2020\nER  - \n"
    data = text.encode(encoding)
    assert take(shelves, data).counts == {"new": 1}
    assert shelves.find("深度学习") != []


def test_western_letters_of_an_old_program(shelves: Shelves) -> None:
    take(shelves, "@misc{a, title={Über die Größe}, author={José Muñoz}, year=2001}".encode("cp1252"))
    assert shelves.find("größe") != []


@pytest.mark.parametrize(
    "data",
    [
        b'{"papergloss": 1, "papers": [',
        b'{"papergloss": 99, "papers": []}',
        b'{"papergloss": 1, "papers": [' + b"[" * 100_000,
        b"[" * 1_000_000,
        b'{"a":' * 100_000,
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b'[{"title": "\xff"}]',
    ],
)
def test_hostile_files_are_refused_and_change_nothing(shelves: Shelves, data: bytes) -> None:
    with pytest.raises(BadInput):
        shelves.library.importing.run(io.BytesIO(data))
    assert shelves.library.papers.page().total == 0


@pytest.mark.parametrize(
    "data",
    [b"", b"@" * 20_000, b"@misc{a, title={" + b"{" * 20_000, b"@misc{a,title={" + b"\\" * 9_999 + b"}}"],
)
def test_senseless_text_is_told_row_by_row(shelves: Shelves, data: bytes) -> None:
    assert take(shelves, data).counts["new"] <= 1


def test_everything_comes_back(shelves: Shelves, tmp_path: Path) -> None:
    shelves.save(card(), card("2501.00002", "Other", year=2024))
    shelves.library.papers.change("2503.20680", Change(starred=True, state="read", add_tags=["模型", "b c"]))
    shelves.library.papers.change("2501.00002", Change(add_to=shelves.library.collections.add("Shelf").id))
    shelves.library.notes.add("2503.20680", "A *note* with $x$")
    shelves.library.questions.keep(asked("2503.20680"))
    shelves.library.sayings.keep(selected("2503.20680"))
    data = export(shelves)
    with backend(tmp_path / "other", Shelves.run) as made:
        other = Shelves(made)
        assert take(other, data).counts == {"new": 2}
        before, after = json.loads(data)["papers"], json.loads(export(other))["papers"]
        for one in (*before, *after):
            one["history"] = [item for item in one["history"] if item["kind"] == "glossed"]
        assert before == after
        assert other.find("细心的读者") == shelves.find("细心的读者") == ["2501.00002", "2503.20680"]


@pytest.mark.parametrize("kind", ["question", "selection"])
def test_an_answer_that_is_none_stays_out(shelves: Shelves, tmp_path: Path, kind: str) -> None:
    shelves.save(card())
    shelves.library.questions.keep(asked("2503.20680"))
    made = json.loads(export(shelves))
    made["papers"][0]["sayings"][0] |= {"kind": kind, "answer": {"question": 1}}
    with backend(tmp_path / "other", Shelves.run) as assembled:
        assert take(Shelves(assembled), json.dumps(made).encode()).counts == {"error": 1}


def test_a_card_that_is_not_what_it_says_stays_out(shelves: Shelves, tmp_path: Path) -> None:
    shelves.save(card())
    made = json.loads(export(shelves))
    made["papers"][0]["cards"][0]["card"]["id"] = "0123456789abcdef-1"
    with backend(tmp_path / "other", Shelves.run) as other:
        assert take(Shelves(other), json.dumps(made)).counts == {"error": 1}


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_what_goes_out_as_a_list_is_recognised(shelves: Shelves, tmp_path: Path, form: Name) -> None:
    shelves.save(
        card("2503.20680", "Größe & 100% of $x_i^2$ — 模型", authors=["José Müller", "王伟", "The X Team"]),
        card("hep-th/9901001", "Old {Strings}", year=1999),
    )
    with backend(tmp_path / "other", Shelves.run) as made:
        other = Shelves(made)
        report = take(other, export(shelves, form))
        assert (report.form, report.counts) == (form, {"new": 2})
        there, here = other.library.papers.view("2503.20680"), shelves.library.papers.view("2503.20680")
        for name in ("title", "authors", "abstract", "arxiv_id"):
            assert getattr(there.metadata, name) == getattr(here.metadata, name)
        assert there.metadata.submitted.year == 2025
    assert take(shelves, export(shelves, form)).counts == {"there": 2}
