"""What leaves the library is read by other programs: pybtex, bibtexparser, rispy, citeproc, csv, YAML."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import bibtexparser
import citeproc
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from papergloss.export.coins import coins
from papergloss.export.file_names import file_name
from papergloss.export.formats import FORMATS, Name, pieces
from papergloss.export.latex import encode, tidy
from papergloss.export.record import Record
from support.records import record

STYLES = Path(citeproc.__file__).parent / "data" / "styles"
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)
PROSE = st.text("aZ éüçøłßñ模型語 0.,:;%&#_~^$", min_size=1, max_size=60)


def made(form: Name, *records: Record) -> bytes:
    return b"".join(pieces(FORMATS[form], records))


@given(TEXT, st.lists(TEXT, max_size=3), TEXT)
def test_bibtex_is_read_by_both_whatever_it_says(title: str, authors: list[str], abstract: str) -> None:
    papers = [record(title=title, authors=authors, abstract=abstract, key=f"k{n}") for n in range(2)]
    text = made("bibtex", *papers).decode()
    assert list(parse_string(text, "bibtex").entries) == ["k0", "k1"]
    read = bibtexparser.parse_string(text)
    assert [entry.key for entry in read.entries] == ["k0", "k1"]
    assert not read.failed_blocks


@given(PROSE)
def test_latex_says_the_same(text: str) -> None:
    text = tidy(text)
    wanted = text.replace("^", "ˆ")
    back = LatexNodes2Text(math_mode="verbatim").latex_to_text(encode(text))
    formula = re.search(r"\$[^$]+\$", text)
    assert formula is not None or back.split() == wanted.split()


def test_tidy_leaves_no_blank_where_control_characters_were() -> None:
    assert tidy("0 \x1b") == "0"
    assert tidy("\x07 a\t\x1b\nb\x00c ") == "a bc"


def test_formulas_and_names() -> None:
    assert encode("100% of $x_i^2$ & a_b") == r"100\% of $x_i^2$ \& a\_b"
    text = made("bibtex", record(authors=["José Ødegård", "王伟"])).decode()
    assert r"{\O}deg{\r{a}}rd, Jos{\'e} and 王伟" in text


@given(TEXT, st.lists(TEXT, max_size=3), st.lists(TEXT, max_size=2))
def test_ris_is_read_whatever_it_says(title: str, authors: list[str], notes: list[str]) -> None:
    papers = [record(title=title, authors=authors, notes=notes) for _ in range(2)]
    read = rispy.loads(made("ris", *papers).decode().replace("\r\n", "\n"))
    assert len(read) == 2
    assert read[0].get("title", "") == tidy(title)


def test_citeproc_renders_csl() -> None:
    line = cited(record(title="On Größe", authors=["Ada van One", "The X Team"]))
    assert "On Größe" in line
    assert "2025" in line
    assert "One" in line


HOSTILE = (
    "王小明", "Ludwig van der Berg", "O'Neil-Smith, Jr", "{", "}{", "and", "Ann and Bob",
    "ATLAS Collaboration", ",", "A, B, C, D", "\\input{/etc/passwd}", "$x$", "%", "@misc{a,", "-", "é" * 300,
    "\u202eevil", "<b>x</b>", "José María de la Cruz y Ortiz", "Erdős, Pál", "~", "\"", "#", "von",
)  # fmt: skip
"""Names of authors as files and pages may have them."""


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_name_and_title_is_read_by_every_program(hostile: str) -> None:
    paper = record(title=hostile, authors=[hostile, "Ada One"], abstract=hostile, tags=[hostile[:60]])
    entry = parse_string(made("bibtex", paper).decode(), "bibtex").entries["one2025title"]
    assert str(entry.persons["author"][-1]) == "One, Ada"
    assert not bibtexparser.parse_string(made("bibtex", paper).decode()).failed_blocks
    assert len(rispy.loads(made("ris", paper).decode().replace("\r\n", "\n"))) == 1
    assert "One" in cited(paper)


def cited(paper: Record) -> str:
    """The paper in the list of a text that cites it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        items = json.loads(made("csl", paper))
        style = CitationStylesStyle(str(STYLES / "harvard-cite-them-right.csl"), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem("one2025title")]))
        return str(bibliography.bibliography()[0])


def test_csl_has_the_fields_that_zotero_takes() -> None:
    (item,) = json.loads(made("csl", record(doi="10.1000/x", tags=["a", "b"], categories=["cs.CL"])))
    assert (item["type"], item["number"], item["DOI"]) == ("article", "arXiv:2503.20680", "10.1000/x")
    assert item["author"] == [{"given": "Ada", "family": "One"}]
    assert item["issued"] == {"date-parts": [[2025, 3, 1]]}
    assert json.loads(made("csl")) == []


@pytest.mark.parametrize("start", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = made("csv", record(title=start, authors=[start], tags=[start], notes=[start])).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(text))
    assert not [cell for cell in line if cell[:1] in "=+-@\t＝" and cell]
    assert dict(zip(head, line, strict=True))["title"] == f"'{start.strip()}"


def test_no_cell_is_a_formula_where_semicolons_split() -> None:
    text = made("csv", record(title="x;=HYPERLINK(1)", tags=["a;@b"])).decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text), delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell[:1] in ("=", "@")]


@pytest.mark.parametrize("form", ["obsidian", "zotero"])
@given(TEXT, st.lists(TEXT, max_size=2))
def test_each_paper_is_a_file_with_properties(form: Name, title: str, authors: list[str]) -> None:
    yaml = pytest.importorskip("yaml")
    papers = [record(title=title, authors=authors, tags=["b c"], notes=["*Mine*"]) for _ in range(2)]
    with zipfile.ZipFile(io.BytesIO(made(form, *papers))) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == 2
        page = archive.read(archive.namelist()[0]).decode()
    _, head, body = page.split("---\n", 2)
    properties = yaml.safe_load(head)
    assert properties.get("title", "") == tidy(title)
    assert properties["citekey"] == "one2025title"
    assert properties["tags"] == ["b-c"]
    assert "*Mine*" in body


@given(st.text(max_size=300))
def test_file_names_that_windows_takes(text: str) -> None:
    taken: set[str] = set()
    first, second = file_name(text, "md", taken), file_name(text.upper(), "md", taken)
    assert first.casefold() != second.casefold() or text.casefold() != text.upper().casefold()
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', first)
    assert len(first.encode()) <= 140
    assert not first.startswith((" ", "."))
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", first)


def test_coins_names_the_paper() -> None:
    said = coins(record(title="A & B", doi="10.1/x").metadata)
    assert "rft.atitle=A+%26+B" in said
    assert "rft_id=info%3Aarxiv%2F2503.20680" in said


@pytest.mark.parametrize("form", list(FORMATS))
def test_nothing_waits_for_all_papers(form: Name) -> None:
    read = 0

    def papers() -> Iterator[Record]:
        nonlocal read
        for _ in range(50):
            read += 1
            yield record()

    written = pieces(FORMATS[form], papers())
    next(written), next(written)
    assert read <= 3
