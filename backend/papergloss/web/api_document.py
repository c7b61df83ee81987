"""The API document: routes as the app has them, schemas as the models say."""

from __future__ import annotations

import json
from typing import Any

from flask_openapi3.openapi import OpenAPI
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema
from pydantic_core import core_schema

from papergloss.gloss import card as card_models
from papergloss.gloss import events as event_models
from papergloss.gloss.card import Wire
from papergloss.web import (
    backup_wire,
    history_wire,
    library_files_wire,
    library_wire,
    question_wire,
    settings_wire,
    today_wire,
    usage_wire,
    wire,
)
from papergloss.web.query import Query

TEMPLATE = "#/components/schemas/{model}"


class _Sent(GenerateJsonSchema):
    """Answers are sent with every field, defaults included; what is asked may leave them out."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        return self.mode == "serialization" or super().field_is_required(field, total)


def document(app: OpenAPI) -> dict[str, Any]:
    """Routes from the app; schemas from the models, events included, which no route answers as JSON.

    Answers are described as they are sent, with every field there; requests as they may be sent.
    """
    made = json.loads(json.dumps(app.api_doc))
    made["components"]["schemas"] = schemas()
    made["info"]["version"] = str(wire.API_VERSION)
    return made  # type: ignore[no-any-return]


def schemas() -> dict[str, Any]:
    """Every model of the wire, by name."""
    models = {
        model.__name__: model
        for module in (
            card_models,
            event_models,
            wire,
            settings_wire,
            library_wire,
            library_files_wire,
            history_wire,
            backup_wire,
            question_wire,
            today_wire,
            usage_wire,
        )
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, Wire) and model not in (Wire, Query)
    }
    wanted: list[tuple[type[Wire], JsonSchemaMode]] = [
        (model, "validation" if name.endswith(("Request", "Query")) else "serialization")
        for name, model in sorted(models.items())
    ]
    _, found = models_json_schema(wanted, ref_template=TEMPLATE, schema_generator=_Sent)
    event = TypeAdapter(event_models.Event).json_schema(mode="serialization", ref_template=TEMPLATE)
    event.pop("$defs")
    return dict(sorted({**found["$defs"], "Event": event}.items()))
