"""Brings a database to the newest schema with the migrations inside this package."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection

from papergloss.errors import StoreError

FOLDER = Path(__file__).parent / "migrations"


def config(connection: Connection) -> Config:
    """Alembic's configuration for an open connection."""
    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(FOLDER))
    made.set_main_option("path_separator", "os")
    return made


def upgrade(connection: Connection) -> None:
    """Runs what is missing. The caller holds the write lock, so two processes cannot do it at once.

    Raises:
        StoreError: a newer release has changed the schema.
    """
    try:
        command.upgrade(config(connection), "head")
    except CommandError as error:
        if not isinstance(error.__cause__, ResolutionError):
            raise
        raise StoreError(
            "A newer PaperGloss has used this data folder.",
            "Update PaperGloss, or set PAPERGLOSS_HOME to another folder.",
        ) from error


def known_revisions() -> set[str]:
    """The schemas from which a database can be brought to the newest one."""
    return {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}
