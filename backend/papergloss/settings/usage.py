"""What the models have cost, and the cap that the user has set on a month."""

from __future__ import annotations

import json
from dataclasses import dataclass

from papergloss.config import Config
from papergloss.errors import BadInput, NoEngine
from papergloss.settings.provider import ProviderSettings
from papergloss.store import calls, choices
from papergloss.store.calls import Spending, this_month
from papergloss.store.database import Connection, Database

SETTING = "monthly_cap"
_MONTH = "0000-00"


@dataclass(frozen=True, slots=True)
class Report:
    """The spending of one month or of all. `cap` and this month's `spent` are in `currency`."""

    month: str | None
    cap: float | None
    currency: str
    spent: float
    rows: list[Spending]


class UsageBook:
    """Reads the booked calls; keeps the cap."""

    def __init__(self, database: Database, settings: Config, provider: ProviderSettings) -> None:
        self._database = database
        self._default = settings.monthly_cap
        self._provider = provider

    def report(self, month: str | None = None) -> Report:
        """Spending by month, provider, model and stage. `month` as `2026-11`; raises BadInput."""
        if month is not None and not _is_month(month):
            raise BadInput("A month is written as 2026-11.")
        currency = self._currency()
        with self._database.read() as connection:
            spent = calls.month_total(connection, this_month(), currency)
            rows = calls.spending(connection, month)
            return Report(month, self.cap(connection), currency, spent, rows)

    def left(self, currency: str) -> float | None:
        """What of this month's cap is neither spent nor set aside; None without a cap."""
        with self._database.read() as connection:
            cap = self.cap(connection)
            return None if cap is None else cap - calls.month_total(connection, this_month(), currency)

    def cap(self, connection: Connection) -> float | None:
        """The cap that the user has set, else the configured one; None without any."""
        stored = choices.setting(connection, SETTING)
        if stored is None:
            return self._default
        amount = json.loads(stored)
        return None if amount is None else float(amount)

    def set_cap(self, amount: float | None) -> None:
        """Sets the cap; None means that there is none, whatever the configuration says.

        Raises:
            BadInput: it is below 0 or no number.
        """
        if amount is not None and not 0 <= amount < float("inf"):
            raise BadInput("A cap is an amount of money, 0 or more.")
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(amount))

    def _currency(self) -> str:
        """The currency of the provider in use."""
        try:
            provider = self._provider.provider()
        except NoEngine:
            provider = None
        return provider.currency if provider else "USD"


def _is_month(text: str) -> bool:
    shape = "".join("0" if c in "0123456789" else c for c in text)
    return shape == _MONTH and 1 <= int(text[5:]) <= 12
