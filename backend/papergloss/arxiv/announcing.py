"""On which day arXiv announced what, worked out from when it was submitted.

https://info.arxiv.org/help/availability.html: what comes in until 14:00 Eastern time is announced at 20:00,
Sunday to Thursday; Friday's on Sunday, the weekend's on Monday. The day of an announcement is that of its
feed, the day after. Papers that moderators held, and arXiv's holidays, show in the day of the last change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.listing import Announced, Announcement, Listing
from papergloss.arxiv.oai import OaiRecord
from papergloss.arxiv.record import PaperVersion

EASTERN = ZoneInfo("America/New_York")
DEADLINE = time(14)
HELD = timedelta(days=7)
"""A record that was changed within so many days of its usual announcement, was held until then. After that
it is taken for a change of the record alone, such as a journal's reference that was added."""
FRIDAY = 4


def usual_day(submitted: datetime) -> date:
    """The day of the feed that announces what was submitted at this moment."""
    moment = submitted.astimezone(EASTERN)
    closed = moment.date() + timedelta(days=moment.time() >= DEADLINE)
    while closed.weekday() > FRIDAY:
        closed += timedelta(days=1)
    return closed + timedelta(days=3 if closed.weekday() == FRIDAY else 1)


def listings(records: Iterable[OaiRecord], category: str, first: date, last: date) -> list[Listing]:
    """The listing of each day from `first` to `last` on which arXiv may announce, by id within each.

    Older versions that were replaced since are named with the texts of the newest.
    """
    days: dict[date, dict[str, Announcement]] = {}
    for number in range((last - first).days + 1):
        if (day := first + timedelta(days=number)).weekday() <= FRIDAY:
            days[day] = {}
    for record in records:
        for version in record.versions:
            if (papers := days.get(_day(record, version))) is not None:
                papers[record.id] = _announcement(record, version, category)
    return [
        Listing(category, day, tuple(papers[name] for name in sorted(papers))) for day, papers in days.items()
    ]


def _day(record: OaiRecord, version: PaperVersion) -> date:
    usual = usual_day(version.date)
    announced = record.changed.weekday() <= FRIDAY and usual <= record.changed <= usual + HELD
    if announced and version is record.versions[-1]:
        return record.changed
    return usual


def _announcement(record: OaiRecord, version: PaperVersion, category: str) -> Announcement:
    primary = record.categories[0]
    at_home = primary == category or primary.startswith(f"{category}.")
    kind: Announced = "new" if at_home else "cross"
    if version.number > 1:
        kind = "replace" if at_home else "replace-cross"
    return Announcement(
        ArxivId(record.id, version.number),
        kind,
        record.title,
        record.authors,
        record.abstract,
        record.categories,
    )
