"""What the models have cost, and the cap that the user has set on a month."""

from __future__ import annotations

import json
from dataclasses import dataclass

from papergloss.config import Config, in_environment
from papergloss.errors import BadInput, NoEngine
from papergloss.llm.providers import facts_for
from papergloss.llm.types import Provider
from papergloss.settings.provider import ProviderSettings
from papergloss.store import calls, choices
from papergloss.store.calls import Spending, this_month
from papergloss.store.database import Connection, Database

SETTING = "monthly_cap"
_MONTH = "0000-00"


@dataclass(frozen=True, slots=True)
class Report:
    """The spending of one month or of all. `cap` and this month's `spent` are in `currency`.

    `priced_on` is the day of the prices of the model in use, None where they are the user's own or unknown.
    """

    month: str | None
    cap: float | None
    currency: str
    spent: float
    rows: list[Spending]
    priced_on: str | None = None


class UsageBook:
    """Reads the booked calls; keeps the cap."""

    def __init__(self, database: Database, settings: Config, provider: ProviderSettings) -> None:
        self._database = database
        self._configured = settings.monthly_cap
        self._fixed = in_environment(SETTING)
        self._provider = provider

    def report(self, month: str | None = None) -> Report:
        """Spending by month, provider, model and stage. `month` as `2026-11`; raises BadInput."""
        if month is not None and not _is_month(month):
            raise BadInput("A month is written as 2026-11.")
        provider = self._in_use()
        currency = provider.currency if provider else "USD"
        with self._database.read() as connection:
            spent = calls.month_total(connection, this_month(), currency)
            rows = calls.spending(connection, month)
            return Report(month, self.cap(connection), currency, spent, rows, _priced_on(provider))

    def left(self, currency: str) -> float | None:
        """What of this month's cap is neither spent nor set aside; None without a cap."""
        with self._database.read() as connection:
            cap = self.cap(connection)
            return None if cap is None else cap - calls.month_total(connection, this_month(), currency)

    def cap(self, connection: Connection) -> float | None:
        """The environment's cap, else the one that the user has set, else the config file's; None without."""
        stored = None if self._fixed else choices.setting(connection, SETTING)
        if stored is None:
            return self._configured
        amount = json.loads(stored)
        return None if amount is None else float(amount)

    def set_cap(self, amount: float | None) -> None:
        """Sets the cap; None means that there is none, whatever the config file says.

        Raises:
            BadInput: it is below 0 or no number, or the environment sets the cap.
        """
        if self._fixed:
            raise BadInput(
                "The environment sets the month's cap.", "Change PAPERGLOSS_MONTHLY_CAP and start again."
            )
        if amount is not None and not 0 <= amount < float("inf"):
            raise BadInput("A cap is an amount of money, 0 or more.")
        with self._database.write() as connection:
            choices.set_setting(connection, SETTING, json.dumps(amount))

    def _in_use(self) -> Provider | None:
        try:
            return self._provider.provider()
        except NoEngine:
            return None


def _priced_on(provider: Provider | None) -> str | None:
    if provider is None:
        return None
    facts = facts_for(provider.base_url, provider.model)
    listed = (facts.price_in, facts.price_out) == (provider.price_in, provider.price_out)
    return facts.priced_on.isoformat() if listed and facts.priced_on else None


def _is_month(text: str) -> bool:
    shape = "".join("0" if c in "0123456789" else c for c in text)
    return shape == _MONTH and 1 <= int(text[5:]) <= 12
