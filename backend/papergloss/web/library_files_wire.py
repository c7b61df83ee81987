"""Requests and answers about files that go out of the library and come in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from papergloss.export.formats import Name
from papergloss.gloss.card import Wire
from papergloss.library.importing.files import Form
from papergloss.web.query import Query


class ExportQuery(Query):
    """`GET /api/v1/library/export`: all papers, those of `q`, those of a collection, or those named."""

    format: Name
    q: str = Field("", max_length=500)
    collection: int | None = None
    ids: list[str] | None = Field(None, max_length=1000, description="may be given many times")


class ImportQuery(Query):
    """`POST /api/v1/library/import`; the body is the file, as application/octet-stream."""

    preview: bool = Field(False, description="change nothing, only say what would be done")
    format: Form | None = Field(None, description="None: found out")


class ImportedRow(Wire):
    """What became of a row of the file, or would."""

    place: int = Field(description="counted from 1")
    outcome: Literal["new", "there", "merge", "error"] = Field(
        description="`there`: nothing to add; `merge`: tags, notes or cards are added to it"
    )
    paper: str | None = Field(description="its id in the library")
    title: str
    detail: str | None = Field(description="what is wrong with it")


class ImportAnswer(Wire):
    """What became of a file, or would."""

    format: Form
    new: int
    there: int
    merge: int
    error: int
    rows: list[ImportedRow] = Field(description="the first 1,000, those with a problem before others")
    more: bool = Field(description="there are more rows than are told")
