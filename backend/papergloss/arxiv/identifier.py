"""arXiv identifiers in every form that people paste.

The twin of `extension/arxiv/identifier.ts`: same names, same patterns, same table of cases
(`tests/cases/identifiers.json`). Change both. The grammar is arXiv's own:
https://info.arxiv.org/help/arxiv_identifier.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from papergloss.errors import BadIdentifier

MAX_LENGTH = 2048
"""Characters; longer than any address that a browser shows."""

EDGES = " \t\r\n\f\v\u00a0\u2009\u200b\u3000\ufeff.,;:!?*_|/'\"`“”‘’«»()[]{}<>。，；：！？、（）【】《》「」"
"""What surrounds an id in running text, in brackets or after copying."""

_ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat "
    "cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol "
    "physics plasm-ph q-alg q-bio quant-ph solv-int supr-con"
)
ARCHIVES = frozenset(_ARCHIVES.split())
"""The archives that gave out old-style ids, until March 2007."""

_NEW = r"([0-9]{2}(?:0[1-9]|1[0-2]))\.([0-9]{4,5})"
_OLD = r"([a-z-]+)(?:\.[a-z-]{2,})?/([0-9]{2}(?:0[1-9]|1[0-2]))([0-9]{3})"
_ID = rf"(?:{_NEW}|{_OLD})(?:v([1-9][0-9]{{0,2}}))?"
_PREFIX = r"(?:oai:arxiv\.org:|(?:doi:[ ]?)?(?:10\.48550/)?(?:arxiv[ ]?[:. ][ ]?)?)"
_SCHEME = r"(?:https?:)?(?://)?"
_HOST = r"((?:[a-z0-9-]+\.)+[a-z]{2,})(?::[0-9]{1,5})?"

_BARE = re.compile(rf"{_PREFIX}{_ID}(?:\.pdf)?(?:[ ]?\[.*)?", re.ASCII | re.IGNORECASE | re.DOTALL)
_DOI = re.compile(rf"10\.48550/arxiv\.{_ID}", re.ASCII | re.IGNORECASE)
_IN_PATH = re.compile(rf"(?:arxiv:)?{_ID}(?:\.pdf)?(?:/.*)?", re.ASCII | re.IGNORECASE | re.DOTALL)
_URL = re.compile(rf"{_SCHEME}{_HOST}/(.*)", re.ASCII | re.IGNORECASE | re.DOTALL)

_PAGES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"(?:[a-z0-9-]+\.)*arxiv\.org|ar5iv\.org|xxx\.lanl\.gov"),
        re.compile(r"(?:abs|pdf|html|format|src|e-print|ps|bibtex)/"),
    ),
    (
        re.compile(r"(?:www\.)?alphaxiv\.org"),
        re.compile(
            r"(?:[a-z]{2}(?:-[a-z]{2,4})?/)?(?:abs|pdf|html|overview|audio|resources)/", re.IGNORECASE
        ),
    ),
    (re.compile(r"(?:www\.)?(?:huggingface\.co|hf\.co)"), re.compile(r"papers/")),
)
"""Which sites, and which of their pages, are about one paper."""
_DOI_HOST = re.compile(r"(?:dx\.|www\.)?doi\.org")


@dataclass(frozen=True, slots=True)
class ArxivId:
    """A paper as arXiv writes it: `2503.20680`, `hep-th/9901001`; `version` None means the newest."""

    id: str
    version: int | None = None

    @property
    def id_with_version(self) -> str:
        """`2503.20680v2`; without a version the bare id."""
        return self.id if self.version is None else f"{self.id}v{self.version}"

    def __str__(self) -> str:
        return self.id_with_version

    @classmethod
    def parse(cls, text: str) -> ArxivId:
        """Reads an id, an arXiv address, or the address of a page about an arXiv paper.

        Old ids come out in lower case and without subject class, as arXiv's redirects give them.

        Raises:
            BadIdentifier: it is none of these.
        """
        found = _match(text)
        if found is None:
            raise BadIdentifier
        month, number, archive, old_month, old_number, version = found.groups()
        if archive is None:
            identifier = f"{month}.{number}" if _is_new(month, number) else None
        else:
            archive = archive.lower()
            identifier = (
                f"{archive}/{old_month}{old_number}" if _is_old(archive, old_month, old_number) else None
            )
        if identifier is None:
            raise BadIdentifier
        return cls(identifier, int(version) if version else None)


def _match(text: str) -> re.Match[str] | None:
    if len(text) > MAX_LENGTH:
        return None
    text = re.split(r"[?#]", text, maxsplit=1)[0].strip(EDGES)
    text = re.sub("%2f", "/", text, flags=re.IGNORECASE)
    text = re.sub("%3a", ":", text, flags=re.IGNORECASE)
    return _BARE.fullmatch(text) or _match_url(text)


def _match_url(text: str) -> re.Match[str] | None:
    url = _URL.fullmatch(text)
    if url is None:
        return None
    host, path = url[1].lower(), url[2].lstrip("/")
    if _DOI_HOST.fullmatch(host):
        return _DOI.fullmatch(path)
    for site, page in _PAGES:
        if site.fullmatch(host) and (start := page.match(path)):
            return _IN_PATH.fullmatch(path[start.end() :])
    return None


def _is_new(month: str, number: str) -> bool:
    """Four digits from April 2007, five from January 2015; papers are counted from 1."""
    digits = 5 if month >= "1501" else 4
    return month >= "0704" and len(number) == digits and int(number) > 0


def _is_old(archive: str, month: str, number: str) -> bool:
    """From July 1991 to March 2007."""
    return archive in ARCHIVES and (month >= "9107" or month <= "0703") and int(number) > 0
