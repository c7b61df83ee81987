"""Listings from recorded and made-up feeds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from papergloss.arxiv.listing import parse, require_category
from papergloss.errors import ArxivAnswerUnusable, BadInput


def test_recorded_feeds_of_both_forms_are_read_whole(data_dir: Path) -> None:
    feeds = data_dir / "feeds"
    rss = parse((feeds / "rss_rendered" / "rss_cs.CL.xml").read_bytes(), "cs.CL")
    atom = parse((feeds / "rss_rendered" / "atom_cs.CL.xml").read_bytes(), "cs.CL")
    assert len(rss.papers) == 24
    assert rss.papers == atom.papers
    accents = next(paper for paper in rss.papers if paper.paper.id == "2004.04906")
    assert accents.authors[1] == "Barlas Oğuz"
    real = parse((feeds / "rss" / "atom_cs.AI_2025-08-20.xml").read_bytes(), "cs.AI")
    assert real.date == date(2025, 8, 20)
    first = real.papers[0]
    assert (first.paper.id_with_version, first.announced) == ("2508.13426v1", "cross")
    assert first.authors == ("Chunhua Liu", "Kabir Manandhar Shrestha", "Sukai Huang")
    assert first.abstract.startswith("As large language models (LLMs)")
    assert Counter(paper.announced for paper in real.papers).keys() <= {
        "new",
        "cross",
        "replace",
        "replace-cross",
    }


def test_an_unknown_category_is_told_in_arxivs_words(data_dir: Path) -> None:
    feed = (data_dir / "feeds" / "rss_rendered" / "rss_bad_category.xml").read_bytes()
    with pytest.raises(BadInput, match="Bad subject class 'NOPE'"):
        parse(feed, "cs.NOPE")


@pytest.mark.parametrize("feed", [b"", b"<html/>", b"<rss><channel><pubDate>x</pubDate></channel></rss>"])
def test_what_is_no_feed_is_refused(feed: bytes) -> None:
    with pytest.raises(ArxivAnswerUnusable):
        parse(feed, "cs.CL")


@pytest.mark.parametrize(
    ("name", "can_be"),
    [
        *[
            (name, True)
            for name in ("cs.CV", "hep-lat", "cond-mat.mtrl-sci", "astro-ph.GA", "math", "quant-ph")
        ],
        *[(name, False) for name in ("../x", "cs.CV/..", "", "CS.CV", "cs.CV?x", "a b")],
    ],
)
def test_what_can_be_a_category(name: str, can_be: bool) -> None:
    try:
        require_category(name)
    except BadInput:
        accepted = False
    else:
        accepted = True
    assert accepted is can_be
