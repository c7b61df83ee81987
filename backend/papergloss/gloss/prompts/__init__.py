"""The texts that are sent to models, one file each, and the version that names them all.

A card's key carries `PROMPT_VERSION`: raise it whenever a text here, or what is filled in, changes.
`*.system.txt` and the block that carries the paper hold nothing that differs between two requests for
the same paper, so that providers' prompt caches serve them; what differs stands in `*.task.txt`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

PROMPT_VERSION = "2026-11-22"


@cache
def _template(name: str) -> Template:
    return Template((files(__package__) / f"{name}.txt").read_text("utf-8").strip())


def fill(name: str, **values: str) -> str:
    """The text `name` with its `$variables` filled in; a missing variable raises KeyError.

    Values are put in as they are, never read as templates again.
    """
    return _template(name).substitute(values)
