"""Addresses for the reader, made from the id; never taken from a page.

They name arxiv.org even where the client talks to another base URL, since they are what a reader
opens and cites.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from papergloss.arxiv.identifier import ArxivId

SITE = "https://arxiv.org"

_ADDRESS = re.compile(r"https?://[^\s<>\"'(){}\[\]\\^`|]+", re.IGNORECASE)
_CODE_HOST = re.compile(
    r"https?://(?:[\w-]+\.)*(?:github\.com|github\.io|gitlab\.[\w.-]+|bitbucket\.org|codeberg\.org|sr\.ht|huggingface\.co"
    r"|zenodo\.org|codeocean\.com|sourceforge\.net|modelscope\.cn|gitee\.com|kaggle\.com)(?::\d+)?(?:/|$)",
    re.IGNORECASE,
)


def abstract_page(paper: ArxivId) -> str:
    """`https://arxiv.org/abs/2503.20680v1`."""
    return f"{SITE}/abs/{paper}"


def pdf(paper: ArxivId) -> str:
    """`https://arxiv.org/pdf/2503.20680v1`."""
    return f"{SITE}/pdf/{paper}"


def html(paper: ArxivId) -> str:
    """`https://arxiv.org/html/2503.20680v1`."""
    return f"{SITE}/html/{paper}"


def doi(name: str) -> str:
    """`https://doi.org/10.1103/PhysRevD.76.013009`."""
    return f"https://doi.org/{quote(name, safe='/:;()._-')}"


def code(*texts: str | None) -> list[str]:
    """Addresses of code and data that an abstract or a comment names, in order, each once."""
    found = (address for text in texts for address in _ADDRESS.findall(text or ""))
    trimmed = (address.rstrip(".,;:!?*") for address in found)
    return list(dict.fromkeys(address for address in trimmed if _CODE_HOST.match(address)))
