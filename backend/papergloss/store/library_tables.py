"""The tables of the library: papers and all that hangs on them. A paper is named by its number `n`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from papergloss.store.columns import METADATA, Moment

SEARCHED = ("title", "authors", "abstract", "card", "notes", "tags")
"""Columns of `search`, the full-text index: an FTS5 table with the paper's `n` as its rowid."""


def _of_paper(*, key: bool = False) -> Column[int]:
    reference = ForeignKey("papers.n", ondelete="CASCADE")
    return Column("paper_n", Integer, reference, primary_key=key, nullable=False)


papers = Table(
    "papers",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("title", Text(collation="NOCASE"), nullable=False),
    Column("title_target", Text),
    Column("authors", Text, nullable=False),
    Column("author_count", Integer, nullable=False),
    Column("first_author", Text, nullable=False),
    Column("category", String(20), nullable=False),
    Column("submitted", Moment),
    Column("year", Integer),
    Column("version", Integer, nullable=False),
    Column("latest_version", Integer, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("card_id", String(40)),
    Column("starred", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("note_count", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("glossed_at", Moment),
    Column("opened_at", Moment),
    Column("trashed_at", Moment),
    Index("papers_by_saved", "trashed_at", "saved_at"),
    Index("papers_by_opened", "trashed_at", "opened_at"),
    Index("papers_by_year", "trashed_at", "year"),
    Index("papers_by_title", "trashed_at", "title"),
    Index("papers_by_state", "trashed_at", "state"),
    Index("papers_starred", "trashed_at", sqlite_where=text("starred")),
)

paper_categories = Table(
    "paper_categories",
    METADATA,
    _of_paper(key=True),
    Column("category", String(20), primary_key=True),
    Index("papers_by_category", "category", "paper_n"),
    sqlite_with_rowid=False,
)

paper_texts = Table(
    "paper_texts",
    METADATA,
    _of_paper(key=True),
    *(Column(name, Text, nullable=False) for name in SEARCHED),
)
"""What the full-text index holds of a paper: without it nothing could be taken out of the index."""

tags = Table(
    "tags",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("folded", String(60), nullable=False, unique=True),
    Column("colour", String(7)),
)

paper_tags = Table(
    "paper_tags",
    METADATA,
    _of_paper(key=True),
    Column("tag_id", Integer, ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True),
    Index("papers_by_tag", "tag_id", "paper_n"),
    sqlite_with_rowid=False,
)

collections = Table(
    "collections",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("folded", String(120), nullable=False, unique=True),
)

collection_papers = Table(
    "collection_papers",
    METADATA,
    Column("collection_id", Integer, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    _of_paper(key=True),
    Index("collections_by_paper", "paper_n"),
    sqlite_with_rowid=False,
)

cite_keys = Table(
    "cite_keys",
    METADATA,
    _of_paper(key=True),
    Column("key", String(80, collation="NOCASE"), nullable=False, unique=True),
)
"""Under which keys papers were cited: given once, so that a text that cites them stays right."""

notes = Table(
    "notes",
    METADATA,
    Column("id", String(36), primary_key=True),
    _of_paper(),
    Column("body", Text, nullable=False),
    Column("passage", Integer),
    Column("quote", Text),
    Column("revision", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("trashed_at", Moment),
    Index("notes_by_paper", "paper_n", "created_at"),
)

sayings = Table(
    "sayings",
    METADATA,
    Column("id", String(36), primary_key=True),
    _of_paper(),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("lang", String(20), nullable=False),
    Column("engine", String(20), nullable=False),
    Column("model", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("trashed_at", Moment),
    Index("sayings_by_paper", "paper_n", "created_at"),
)
"""Selections that were translated and questions that were asked; `answer` is JSON, evidence included."""

history = Table(
    "history",
    METADATA,
    Column("n", Integer, primary_key=True),
    _of_paper(),
    Column("kind", String(10), nullable=False),
    Column("card_id", String(40)),
    Column("at", Moment, nullable=False),
    Index("history_by_paper", "paper_n", "at"),
    Index("history_by_time", "at"),
)

undos = Table(
    "undos",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("what", String(20), nullable=False),
    Column("count", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("undos_by_time", "at"),
)
"""How to take back what was deleted or changed in bulk; `body` is JSON, see library/undo.py."""

numbers = Table(
    "numbers",
    METADATA,
    Column("table", String(20), primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The last numbers that papers, tags and collections were given, see store/numbers.py."""

pictures = Table(
    "pictures",
    METADATA,
    Column("paper", String(80), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Index("pictures_by_digest", "digest"),
    sqlite_with_rowid=False,
)
"""Drawn pictures; the file is named by the hash of its content, so equal ones are kept once."""
