"""Prints the API document: `python -m papergloss.web.openapi`. The TypeScript types come from it."""

from __future__ import annotations

import json
import sys

from flask_openapi3.openapi import OpenAPI

from papergloss.web.api_document import document
from papergloss.web.factory import bare_app


def exported(app: OpenAPI | None = None) -> str:
    """The document as it is committed: indented, with a newline at the end."""
    return json.dumps(document(app or bare_app()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(exported())
