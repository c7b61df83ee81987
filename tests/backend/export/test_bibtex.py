"""A paper as BibTeX: whatever stands in its metadata, the entry can be read again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from papergloss.export.bibtex import metadata_to_bibtex
from papergloss.gloss.card import Metadata


def paper(title: str = "Attention Is All You Need", **more: object) -> Metadata:
    given = {"source": "arxiv", "title": title, "authors": ["Ashish Vaswani"], "abstract": ""}
    return Metadata.model_validate(given | more)


def test_an_entry_names_the_paper_by_its_id() -> None:
    made = paper(
        arxiv_id="hep-th/9901001",
        categories=["hep-th", "math"],
        submitted=datetime(1999, 1, 1, tzinfo=UTC),
        doi="10.1000/xyz_1",
    )
    ((key, entry),) = parse_string(metadata_to_bibtex(made), "bibtex").entries.items()
    assert key == "vaswani1999attention"
    assert entry.fields["eprint"] == "hep-th/9901001"
    assert entry.fields["archiveprefix"] == "arXiv"
    assert entry.fields["primaryclass"] == "hep-th"
    assert entry.fields["title"] == "{Attention Is All You Need}"
    assert str(entry.persons["author"][0]) == "Vaswani, Ashish"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("José Müller-Łukasz", r"M{\"u}ller-{\L}ukasz"),
        ("Laurens van der Maaten", "Maaten"),
        ("王伟", "王伟"),
        ("The ATLAS Collaboration", "{The ATLAS Collaboration}"),
    ],
)
def test_names_keep_their_parts(name: str, family: str) -> None:
    ((_, entry),) = parse_string(metadata_to_bibtex(paper(authors=[name])), "bibtex").entries.items()
    assert entry.persons["author"][0].last_names == [family]


def test_formulas_stay_and_signs_are_escaped() -> None:
    text = metadata_to_bibtex(paper("A 10% gain & $x^2$ of {broken"))
    assert r"10\% gain \& $x^2$ of broken" in text


@pytest.mark.parametrize(
    "title",
    [
        r"\input{/etc/passwd}",
        r"$\write18{x}$",
        "$^^5cinput{x}$",
        r"\csname input\endcsname",
        r"\href{run:x}{a}",
    ],
)
def test_tex_of_a_title_is_set_and_not_run(title: str) -> None:
    entry = metadata_to_bibtex(paper(title))
    assert not any(name in entry for name in (r"\input", r"\write", "^^", r"\csname", r"\href")), entry
    assert r"\emph{x} \alpha" in metadata_to_bibtex(paper(r"\emph{x} \alpha"))


@given(st.text(min_size=1, max_size=60), st.lists(st.text(min_size=1, max_size=30), max_size=4))
def test_any_text_can_be_read_again(title: str, authors: list[str]) -> None:
    assert len(parse_string(metadata_to_bibtex(paper(title, authors=authors)), "bibtex").entries) == 1
