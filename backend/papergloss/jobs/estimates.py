"""What glosses will cost, before they are begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papergloss.errors import NoEngine
from papergloss.gloss.card import Kind
from papergloss.gloss.estimating import cost_range, estimate
from papergloss.gloss.request import Readings
from papergloss.jobs.asking import Asking
from papergloss.jobs.service import JobService
from papergloss.llm.types import Provider
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.usage import UsageBook


@dataclass(frozen=True, slots=True)
class Estimate:
    """Likely and possible, see web.usage_wire.Estimate; costs in `currency`."""

    papers: int
    known: int
    calls_model: bool
    tokens_in: tuple[int, int]
    tokens_out: tuple[int, int]
    cost: tuple[float, float] | None
    currency: str
    left: float | None


class Estimates:
    """Knows what is in the library already and how long papers are that were read."""

    def __init__(
        self,
        asking: Asking,
        jobs: JobService,
        readings: Readings,
        provider: ProviderSettings,
        usage: UsageBook,
    ) -> None:
        self._asking = asking
        self._jobs = jobs
        self._readings = readings
        self._provider = provider
        self._usage = usage

    def estimate(self, papers: Sequence[str], kind: Kind = "card", lang: str | None = None) -> Estimate:
        """What glosses of these papers would take. Papers with a stored card cost nothing.

        Raises:
            BadIdentifier: a paper is none.
            NotFound: a file is not kept.
            BadInput: a language that is not offered.
        """
        provider = self._model()
        names = dict.fromkeys(self._asking.target(paper)[0] for paper in papers)
        if provider is None:
            return Estimate(0, 0, False, (0, 0), (0, 0), None, "USD", None)
        key = self._asking.key("", lang, kind)
        known = self._jobs.known([key.model_copy(update={"paper": name}) for name in names])
        wanted = [name for name in names if name not in known]
        # These are made from the abstract, however long the paper is.
        documents = [None if kind in ("abstract", "brief") else self._readings.get(name) for name in wanted]
        low, high = estimate(documents, kind, provider)
        return Estimate(
            papers=len(wanted),
            known=sum(document is not None for document in documents),
            calls_model=True,
            tokens_in=(low.tokens_in, high.tokens_in),
            tokens_out=(low.tokens_out, high.tokens_out),
            cost=cost_range(provider, low, high),
            currency=provider.currency,
            left=self._usage.left(provider.currency),
        )

    def _model(self) -> Provider | None:
        try:
            return self._provider.provider()
        except NoEngine:
            return None
