"""The library: papers over the cards, tags, notes, collections, history and the full-text index.

Papers are made from the cards by `store.filling` when the database is next opened, in this transaction.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    _papers()
    _cards()
    _shelves()
    _writings()
    _records()
    op.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
        "title, authors, abstract, card, notes, tags, content = '', prefix = '1 2 3 4', "
        "tokenize = 'unicode61 remove_diacritics 0')"
    )


def _of_paper(*, key: bool = False) -> sa.Column[int]:
    reference = sa.ForeignKey("papers.n", ondelete="CASCADE")
    return sa.Column("paper_n", sa.Integer, reference, primary_key=key, nullable=False)


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("title", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("title_target", sa.Text),
        sa.Column("authors", sa.Text, nullable=False),
        sa.Column("author_count", sa.Integer, nullable=False),
        sa.Column("first_author", sa.Text, nullable=False),
        sa.Column("category", sa.String(20), nullable=False),
        sa.Column("submitted", sa.DateTime),
        sa.Column("year", sa.Integer),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("latest_version", sa.Integer, nullable=False),
        sa.Column("metadata", sa.Text, nullable=False),
        sa.Column("card_id", sa.String(40)),
        sa.Column("starred", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("note_count", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.Column("glossed_at", sa.DateTime),
        sa.Column("opened_at", sa.DateTime),
        sa.Column("trashed_at", sa.DateTime),
    )
    for name in ("saved_at", "opened_at", "year", "state", "title"):
        op.create_index(f"papers_by_{name.removesuffix('_at')}", "papers", ["trashed_at", name])
    op.create_index("papers_starred", "papers", ["trashed_at"], sqlite_where=sa.text("starred"))
    op.create_table(
        "paper_categories",
        _of_paper(key=True),
        sa.Column("category", sa.String(20), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("papers_by_category", "paper_categories", ["category", "paper_n"])
    texts = ("title", "authors", "abstract", "card", "notes", "tags")
    columns = [sa.Column(name, sa.Text, nullable=False) for name in texts]
    op.create_table("paper_texts", _of_paper(key=True), *columns)


def _cards() -> None:
    op.execute("ALTER TABLE cards ADD COLUMN paper_n INTEGER REFERENCES papers (n)")
    op.add_column("cards", sa.Column("trashed_at", sa.DateTime))
    op.create_index("cards_by_paper", "cards", ["paper_n", "saved_at"])


def _shelves() -> None:
    op.create_table(
        "tags",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("folded", sa.String(60), nullable=False, unique=True),
        sa.Column("colour", sa.String(7)),
    )
    op.create_table(
        "paper_tags",
        _of_paper(key=True),
        sa.Column("tag_id", sa.Integer, sa.ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("papers_by_tag", "paper_tags", ["tag_id", "paper_n"])
    op.create_table(
        "collections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("folded", sa.String(120), nullable=False, unique=True),
    )
    collection = sa.ForeignKey("collections.id", ondelete="CASCADE")
    op.create_table(
        "collection_papers",
        sa.Column("collection_id", sa.Integer, collection, primary_key=True),
        _of_paper(key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("collections_by_paper", "collection_papers", ["paper_n"])


def _writings() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.String(36), primary_key=True),
        _of_paper(),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("passage", sa.Integer),
        sa.Column("quote", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("trashed_at", sa.DateTime),
    )
    op.create_index("notes_by_paper", "notes", ["paper_n", "created_at"])
    op.create_table(
        "sayings",
        sa.Column("id", sa.String(36), primary_key=True),
        _of_paper(),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("lang", sa.String(20), nullable=False),
        sa.Column("engine", sa.String(20), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("trashed_at", sa.DateTime),
    )
    op.create_index("sayings_by_paper", "sayings", ["paper_n", "created_at"])


def _records() -> None:
    op.create_table(
        "history",
        sa.Column("n", sa.Integer, primary_key=True),
        _of_paper(),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("card_id", sa.String(40)),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("history_by_paper", "history", ["paper_n", "at"])
    op.create_index("history_by_time", "history", ["at"])
    op.create_table(
        "undos",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("undos_by_time", "undos", ["at"])
    op.create_table(
        "pictures",
        sa.Column("paper", sa.String(80), primary_key=True),
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("pictures_by_digest", "pictures", ["digest"])
