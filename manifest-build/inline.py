"""Puts style sheets that a page must not wait for into the page itself."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from merge import Json

LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)" data-inline>')


def inline_styles(page: Path) -> list[str]:
    """Replaces each link that says `data-inline`; returns each style's source for the policy (`'sha256-…'`).

    The page and what it links are already built; the inlined file goes, and so does the space between tags.
    """
    text = page.read_text(encoding="utf-8")
    sources = []
    for link in LINK.finditer(text):
        sheet = page.parent / link[1]
        style = sheet.read_text(encoding="utf-8").strip()
        sheet.unlink()
        text = text.replace(link[0], f"<style>{style}</style>")
        sources.append(source_of(style))
    page.write_text(re.sub(r">\n\s*<", "><", text), encoding="utf-8")
    return sources


def source_of(style: str) -> str:
    """What a policy says to allow this text between style tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def allow_styles(manifest: Json, sources: list[str]) -> Json:
    """The manifest whose pages may have exactly these styles inside."""
    policy = manifest["content_security_policy"]
    pages = policy["extension_pages"].replace("style-src 'self'", " ".join(["style-src 'self'", *sources]))
    return manifest | {"content_security_policy": policy | {"extension_pages": pages}}
