"""A digest as one Markdown file with the front matter that Hexo and Hugo read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from papergloss.digest.page import Shown, page_words
from papergloss.digest.papers import Digest
from papergloss.export.escape import escape, link
from papergloss.export.markdown import Words, card_to_markdown

_HEADING = re.compile(r"^(?=#{1,2} )", re.MULTILINE)


def pieces(digest: Digest, papers: Iterable[Shown], notice: str) -> Iterator[str]:
    """The file, paper by paper. Nothing in a paper's or a model's text becomes markup."""
    words = page_words(digest.lang)
    # JSON's strings are YAML's too, and say everything in ASCII quotes.
    title, tag = (
        json.dumps(text, ensure_ascii=False) for text in (f"{digest.topic} {digest.date}", digest.topic)
    )
    yield f"---\ntitle: {title}\ndate: {digest.date}\ntags: [{tag}]\n---\n\n"
    yield f"{escape(notice)}\n\n"
    for paper in papers:
        yield _HEADING.sub("#", card_to_markdown(paper.card)) if paper.card else _failed(paper, words)
        yield "\n"


def _failed(paper: Shown, words: Words) -> str:
    meta, problem = paper.metadata, paper.outcome.problem
    blocks = [f"## {escape(meta.title)}", f"**{words['authors']}**: {', '.join(map(escape, meta.authors))}"]
    if problem:
        blocks.append(f"**{words['failed']}**: {escape(problem.detail or problem.title)}")
    blocks += [f"### {words['abstract']}", escape(meta.abstract)]
    if meta.links.abs and (shown := link(meta.links.abs)):
        blocks.append(f"- arXiv: {shown}")
    return "\n\n".join(blocks) + "\n"
