"""Spares a page files that it would have to wait for."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from merge import Json

SCRIPT = re.compile(r'<script type="module" src="([^"]+)">')
ONE_IMPORT = re.compile(r'import"([^"]+)";\s*')
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


def name_chunks(page: Path) -> None:
    """Lets the page load the chunk itself where a script does nothing but import one; the script goes."""
    text = page.read_text(encoding="utf-8")
    for name in SCRIPT.findall(text):
        script = page.parent / name
        only = ONE_IMPORT.fullmatch(script.read_text(encoding="utf-8"))
        if only:
            script.unlink()
            text = text.replace(f'src="{name}"', f'src="{only[1]}"')
    page.write_text(text, encoding="utf-8")


def source_of(style: str) -> str:
    """What a policy says to allow this text between style tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def allow_styles(manifest: Json, sources: list[str]) -> Json:
    """The manifest whose pages may have exactly these styles inside."""
    policy = manifest["content_security_policy"]
    pages = policy["extension_pages"].replace("style-src 'self'", " ".join(["style-src 'self'", *sources]))
    return manifest | {"content_security_policy": policy | {"extension_pages": pages}}
