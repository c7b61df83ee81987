"""A paper as a COinS title: by it Zotero finds the paper on our own pages."""

from __future__ import annotations

from urllib.parse import urlencode

from papergloss.export.cite_keys import year
from papergloss.export.latex import tidy
from papergloss.gloss.card import Metadata


def coins(metadata: Metadata) -> str:
    """The `title` of an empty `<span class="Z3988">`: an OpenURL context object, not escaped for HTML."""
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "preprint" if metadata.arxiv_id else "article"),
        ("rft.atitle", tidy(metadata.title)),
        ("rft.jtitle", tidy(metadata.journal_ref or "")),
        ("rft.date", metadata.submitted.date().isoformat() if metadata.submitted else year(metadata)),
        ("rft_id", f"info:arxiv/{metadata.arxiv_id}" if metadata.arxiv_id else ""),
        ("rft_id", f"info:doi/{metadata.doi}" if metadata.doi else ""),
        ("rft_id", metadata.links.abs or ""),
        *(("rft.au", tidy(author)) for author in metadata.authors),
    ]
    return urlencode([(name, value) for name, value in fields if value])
