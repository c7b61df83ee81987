"""What the local arXiv's OAI-PMH server tells of the papers of a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from html import escape

from support.arxiv_papers import SmallPaper

_ANSWER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
    "<responseDate>2026-11-21T19:57:33Z</responseDate><request>https://oaipmh.arxiv.org/oai</request>"
    "{}</OAI-PMH>"
)
_RECORD = """<record><header><identifier>oai:arXiv.org:{id}</identifier>
<datestamp>{changed}</datestamp></header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
<id>{id}</id><submitter>Ada First</submitter>{versions}
<title>{title}</title><authors>{authors}</authors><categories>{categories}</categories>
<abstract>  {abstract}
</abstract></arXivRaw></metadata></record>"""
_VERSION = '<version version="v{}"><date>{}</date><size>9kb</size></version>'


class Oai:
    """Records by set, so many in a part; `add` makes arXiv have the papers too."""

    part = 1000

    def __init__(self, add: Callable[[SmallPaper], None]) -> None:
        self._add = add
        self._sets: dict[str, list[tuple[str, str]]] = {}

    def record(self, place: str, changed: str, paper: SmallPaper, *submitted: str) -> None:
        """A paper in a set such as `cs:cs:CL`, the day of its last change, and when each version came in."""
        self._add(paper)
        text = _RECORD.format(
            id=paper.id,
            changed=changed,
            versions="".join(_VERSION.format(number, at) for number, at in enumerate(submitted, start=1)),
            title=escape(paper.title),
            authors=escape(" and ".join(paper.authors)),
            categories=" ".join(paper.categories),
            abstract=escape(paper.abstract),
        )
        self._sets.setdefault(place, []).append((changed, text))

    def answer(self, asked: Mapping[str, Sequence[str]]) -> bytes:
        """The answer to a query."""
        if token := asked.get("resumptionToken"):
            place, since, skip = token[0].split(" ")
        else:
            place, since, skip = asked["set"][0], asked["from"][0], "0"
        if place not in self._sets:
            return _refusal("badArgument", "Set does not exist")
        found = sorted(record for record in self._sets[place] if record[0] >= since)[int(skip) :]
        if not found:
            return _refusal("noRecordsMatch", "Nothing")
        more = f"{place} {since} {int(skip) + self.part}" if len(found) > self.part else ""
        records = "".join(text for _, text in found[: self.part])
        token_node = f"<resumptionToken>{more}</resumptionToken>"
        return _ANSWER.format(f"<ListRecords>{records}{token_node}</ListRecords>").encode()


def last_week() -> date:
    """Its Monday."""
    today = datetime.now(UTC).date()
    return today - timedelta(days=7 + today.weekday())


def announced(oai: Oai, place: str, day: date, paper: SmallPaper) -> None:
    """A paper that was announced on a day, from Tuesday to Friday."""
    oai.record(place, day.isoformat(), paper, f"{day - timedelta(days=1):%a, %d %b %Y} 10:00:00 GMT")


def _refusal(code: str, text: str) -> bytes:
    return _ANSWER.format(f"<error code='{code}'>{text}</error>").encode()
