"""Prints the card's JSON schema: `python -m papergloss.gloss.schema`."""

from __future__ import annotations

import json
import sys

from papergloss.gloss.card import Card, Wire


def exported(model: type[Wire] = Card) -> str:
    """The schema as it is committed: sorted, indented, with a newline at the end."""
    return json.dumps(model.model_json_schema(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(exported())
