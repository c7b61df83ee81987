"""The account of one job: every model call is in the store before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from papergloss.errors import CapReached
from papergloss.gloss.card import StageName
from papergloss.llm.pricing import cost
from papergloss.llm.providers import host_label
from papergloss.llm.types import Provider, Usage
from papergloss.settings.usage import UsageBook
from papergloss.store import calls
from papergloss.store.calls import CallRow
from papergloss.store.database import Connection, Database


class JobAccount:
    """See gloss.request.Account. One write transaction checks the cap and books the call.

    So calls side by side, and those of other processes, cannot exceed the cap together. `transaction` makes
    it; what else is to be written may go with it.
    """

    def __init__(
        self,
        database: Database,
        book: UsageBook,
        job_id: str,
        transaction: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._database = database
        self._transaction = transaction
        self._book = book
        self._job_id = job_id
        self._providers: dict[int, Provider] = {}

    def spent(self) -> dict[StageName, Usage]:
        """What the job has used up to now."""
        with self._database.read() as connection:
            rows = calls.of_job(connection, self._job_id)
        total: dict[StageName, Usage] = {}
        for row in rows:
            stage: StageName = row.stage  # type: ignore[assignment]
            used = Usage(row.tokens_in, row.tokens_cached, row.tokens_out, row.estimated)
            total[stage] = total.get(stage, Usage()) + used
        return total

    def open(self, stage: StageName, provider: Provider, most: Usage) -> int:
        """Books a call with its prompt. Raises CapReached."""
        reserved = cost(provider, most) or 0.0
        prompt = Usage(most.tokens_in, estimated=True)
        row = CallRow(
            job_id=self._job_id,
            at=datetime.now(UTC),
            month=calls.this_month(),
            stage=stage,
            provider=host_label(provider.base_url),
            model=provider.model,
            tokens_in=prompt.tokens_in,
            tokens_cached=0,
            tokens_out=0,
            estimated=True,
            cost=cost(provider, prompt),
            currency=provider.currency,
            reserved=reserved,
        )
        with self._transaction() as connection:
            self._require_room(connection, provider, reserved)
            call = calls.add(connection, row)
        self._providers[call] = provider
        return call

    def again(self, call: int, most: Usage) -> None:
        """Books another try of an open call. Raises CapReached."""
        provider = self._providers[call]
        more = cost(provider, most) or 0.0
        with self._database.write() as connection:
            self._require_room(connection, provider, more)
            calls.reserve_more(connection, call, more)

    def close(self, call: int, usage: Usage) -> None:
        """Settles a call; one that has used nothing goes."""
        provider = self._providers.pop(call)
        with self._database.write() as connection:
            if usage == Usage():
                calls.remove(connection, call)
                return
            calls.change(
                connection,
                call,
                tokens_in=usage.tokens_in,
                tokens_cached=usage.tokens_cached,
                tokens_out=usage.tokens_out,
                estimated=usage.estimated,
                cost=cost(provider, usage),
                reserved=None,
            )

    def settle(self, heard: Mapping[StageName, int], provider: Provider | None) -> None:
        """Ends the calls that a killed process left open: their prompt, and what was heard of the answer.

        Args:
            heard: tokens of the text that each stage had shown, estimated.
            provider: for the price of that text; None leaves it without one.
        """
        with self._database.write() as connection:
            for call, row in calls.open_of_job(connection, self._job_id):
                tokens_out = next((n for stage, n in heard.items() if stage == row.stage), 0)
                usage = Usage(row.tokens_in, 0, tokens_out, estimated=True)
                known = cost(provider, usage) if provider else row.cost
                calls.change(connection, call, tokens_out=tokens_out, cost=known, reserved=None)

    def _require_room(self, connection: Connection, provider: Provider, more: float) -> None:
        cap = self._book.cap(connection)
        if cap is None or more == 0:
            return
        spent = calls.month_total(connection, calls.this_month(), provider.currency)
        if spent + more > cap:
            raise CapReached(
                f"This call could cost up to {more:.4f} {provider.currency}; of this month's cap of "
                f"{cap:g} {provider.currency}, {spent:.4f} are spent or set aside."
            )
