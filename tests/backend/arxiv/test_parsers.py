"""The two parsers on hostile and broken input, and the small helpers beside them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergloss.arxiv import abstract_page, atom, links
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import ArxivAnswerUnusable
from support.arxiv_content import FEED
from support.arxiv_papers import SmallPaper

PAPER = ArxivId("2501.00001")
PAGE = SmallPaper("2501.00001", versions=2).abstract_page(2).decode()
ENTRY = SmallPaper("2501.00001").atom_entry(1)


def feed(entries: str, head: str = "") -> bytes:
    return FEED.format(entries=entries).replace("<feed", f"{head}<feed", 1).encode()


def test_entities_are_decoded_tex_is_kept_white_space_is_joined() -> None:
    small = SmallPaper(
        "2501.00001", title="Fits &\n  $\\alpha<\\beta$", abstract="A  \"b\"\n c's \\'e {\\it d}"
    )
    record = abstract_page.parse(small.abstract_page(1), PAPER)
    assert record.title == "Fits & $\\alpha<\\beta$"
    assert record.abstract == "A \"b\" c's \\'e {\\it d}"


def test_what_would_steer_a_terminal_is_left_out() -> None:
    page = PAGE.replace('citation_title" content="', 'citation_title" content="&#27;]0;x&#7; ', 1)
    assert abstract_page.parse(page.encode(), PAPER).title.startswith("]0;x ")


def test_without_visible_author_links_the_tags_are_turned_round() -> None:
    page = PAGE.replace("searchtype=author", "x")
    assert abstract_page.parse(page.encode(), PAPER).authors == ("Ada First", "Bo van der Second")


def test_the_visible_abstract_stands_in_for_a_missing_tag() -> None:
    page = PAGE.replace("citation_abstract", "x")
    assert abstract_page.parse(page.encode(), PAPER).abstract.startswith("We show that $x < y$")


def test_a_shortened_link_in_the_comment_is_written_out() -> None:
    link = '2 pages, <a href="https://github.com/a/b" class="link-external link-https">this https URL</a>.'
    record = abstract_page.parse(PAGE.replace("2 pages", link).encode(), PAPER)
    assert record.comment == "2 pages, https://github.com/a/b."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('content="2501.00001"', 'content="2501.00002"'),
        ('content="2501.00001"', 'content=""'),
        ("arXiv:2501.00001v2<", "arXiv:2501.00002v2<"),
        ("arXiv:2501.00001v2<", "arXiv:2501.00001<"),
        ("citation_title", "x"),
        ("UTC", "Mars time"),
    ],
)
def test_a_page_that_is_not_this_papers_is_refused(old: str, new: str) -> None:
    assert old in PAGE
    with pytest.raises(ArxivAnswerUnusable):
        abstract_page.parse(PAGE.replace(old, new).encode(), PAPER)


def test_a_licence_that_is_no_web_address_is_dropped() -> None:
    page = PAGE.replace("http://creativecommons.org/licenses/by/4.0/", "javascript:alert(1)")
    assert abstract_page.parse(page.encode(), PAPER).licence is None


@given(st.integers(0, len(PAGE)), st.integers(0, 60), st.text(max_size=20))
def test_a_damaged_page_gives_a_record_or_one_error(at: int, length: int, junk: str) -> None:
    page = (PAGE[:at] + junk + PAGE[at + length :]).encode("utf-8", "surrogatepass")
    with suppress(ArxivAnswerUnusable):
        assert abstract_page.parse(page, PAPER).id.id == PAPER.id


@given(st.binary(max_size=300))
def test_noise_is_no_page_and_no_feed(noise: bytes) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        abstract_page.parse(noise, PAPER)
    with pytest.raises(ArxivAnswerUnusable):
        atom.parse(noise, frozenset({PAPER}))


@given(st.integers(0, len(ENTRY)), st.integers(0, 60), st.text(max_size=20))
def test_a_damaged_feed_gives_records_or_one_error(at: int, length: int, junk: str) -> None:
    body = feed(ENTRY[:at] + junk + ENTRY[at + length :])
    with suppress(ArxivAnswerUnusable):
        assert set(atom.parse(body, frozenset({PAPER}))) <= {PAPER}


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE feed [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_feed_with_entities_of_its_own_is_refused(head: str) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        atom.parse(feed(ENTRY, head), frozenset({PAPER}))


def test_a_feed_answers_only_what_was_asked() -> None:
    other = SmallPaper("2501.00002").atom_entry(1)
    assert list(atom.parse(feed(ENTRY + other), frozenset({PAPER}))) == [PAPER]


@pytest.mark.parametrize(
    ("comment", "withdrawn"),
    [
        ("This paper has been withdrawn by the author due to an error", True),
        ("The article was withdrawn", True),
        ("Withdrawn by the authors", True),
        ("12 pages; a withdrawn claim is restored", False),
        ("", False),
    ],
)
def test_the_api_shows_a_withdrawal_in_the_comment_only(comment: str, withdrawn: bool) -> None:
    entry = SmallPaper("2501.00001", comment=comment).atom_entry(1)
    assert atom.parse(feed(entry), frozenset({PAPER}))[PAPER].withdrawn is withdrawn


def test_code_links_are_found_once_and_trimmed() -> None:
    abstract = "Code (https://github.com/a/b), see https://github.com/a/b. Project: https://a.example/x"
    assert links.code(abstract, "Data at https://huggingface.co/datasets/x/y; 9 pages", None) == [
        "https://github.com/a/b",
        "https://huggingface.co/datasets/x/y",
    ]
    assert links.code("https://github.com.evil.example/a") == []


def test_reader_links_name_arxiv_itself() -> None:
    paper = ArxivId("hep-th/9901001", 2)
    assert links.abstract_page(paper) == "https://arxiv.org/abs/hep-th/9901001v2"
    assert links.pdf(paper) == "https://arxiv.org/pdf/hep-th/9901001v2"
    assert links.html(paper) == "https://arxiv.org/html/hep-th/9901001v2"
    assert links.doi("10.1/<a>") == "https://doi.org/10.1/%3Ca%3E"
