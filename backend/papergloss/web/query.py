"""What stands behind the `?` of an address."""

from __future__ import annotations

from functools import cache
from typing import Any

from papergloss.gloss.claim import Wire


class Query(Wire):
    """Base of their models. flask-openapi3 asks for the schema with every request: it is made once."""

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """See pydantic."""
        return super().model_json_schema(*args, **options) if args or options else _schema(cls)


@cache
def _schema(model: type[Query]) -> dict[str, Any]:
    return super(Query, model).model_json_schema()
