"""Prints the API document: `python -m papergloss.web.openapi`. The TypeScript types come from it."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from papergloss.gloss import card as card_models
from papergloss.gloss import events as event_models
from papergloss.gloss.card import Wire
from papergloss.web import wire
from papergloss.web.factory import bare_app

TEMPLATE = "#/components/schemas/{model}"


def document() -> dict[str, Any]:
    """Routes from the app; schemas from the models, events included, which no route answers as JSON.

    Answers are described as they are sent, with every field there; requests as they may be sent.
    """
    made = json.loads(json.dumps(bare_app().api_doc))
    made["components"]["schemas"] = schemas()
    made["info"]["version"] = str(wire.API_VERSION)
    return made  # type: ignore[no-any-return]


def schemas() -> dict[str, Any]:
    """Every model of the wire, by name."""
    models = {
        model.__name__: model
        for module in (card_models, event_models, wire)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, Wire) and model is not Wire
    }
    wanted: list[tuple[type[Wire], JsonSchemaMode]] = [
        (model, "validation" if name.endswith(("Request", "Query")) else "serialization")
        for name, model in sorted(models.items())
    ]
    _, found = models_json_schema(wanted, ref_template=TEMPLATE)
    event = TypeAdapter(event_models.Event).json_schema(mode="serialization", ref_template=TEMPLATE)
    event.pop("$defs")
    return dict(sorted({**found["$defs"], "Event": event}.items()))


def exported() -> str:
    """The document as it is committed: indented, with a newline at the end."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(exported())
