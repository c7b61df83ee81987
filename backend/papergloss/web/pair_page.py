"""The page behind `/pair#SECRET`. It holds no script; the secret stays in the address's fragment."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from flask import Response, request

from papergloss.errors import OriginRefused

HTML = (files("papergloss.web") / "pages" / "pair.html").read_text("utf-8")
_STYLE = re.search(r"<style>(.*?)</style>", HTML, re.DOTALL)
_HASH = base64.b64encode(hashlib.sha256(_STYLE[1].encode() if _STYLE else b"").digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'"
)
WANTED = {
    "Sec-Fetch-Mode": ("navigate",),
    "Sec-Fetch-Dest": ("document",),
    "Sec-Fetch-Site": ("none", "same-origin"),
}


def respond() -> Response:
    """The page, for someone who opened the link; not for a site that embeds, fetches or links to it.

    Raises:
        OriginRefused: the browser says that it is no such visit.
    """
    for name, allowed in WANTED.items():
        sent = request.headers.get(name)
        if sent is not None and sent not in allowed:
            raise OriginRefused(
                "This page can only be opened by yourself.", "Copy the link into the address bar."
            )
    response = Response(HTML, mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY
    return response
