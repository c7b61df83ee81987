"""Glosses the papers of a digest through a batch, which goes on where a killed one was."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from papergloss.arxiv.listing import Announcement
from papergloss.digest.papers import Outcome
from papergloss.gloss.card import CardKey, Problem
from papergloss.jobs.assembly import Backend
from papergloss.jobs.batches import Batch, Item


@dataclass(frozen=True, slots=True)
class Progress:
    """After one more paper. `cost` is of this run alone; None while the model's price is not known."""

    item: Item
    done: int
    total: int
    seconds_left: float
    cost: float | None
    currency: str


def make(
    backend: Backend,
    papers: Sequence[Announcement],
    key: CardKey,
    label: str,
    told: Callable[[Progress], None],
) -> tuple[dict[str, Outcome], Problem | None]:
    """Every paper's outcome, and why the batch stopped where it did.

    What is in the store is not made again, and a batch of a process that was killed goes on.

    Args:
        backend: the data folder.
        papers: which papers.
        key: the key of each card, but for the paper.
        label: the batch's name in lists.
        told: called after each paper.

    Raises:
        KeyboardInterrupt: the user stopped it; the batch is cancelled, what is finished stays.
    """
    if not papers:
        return {}, None
    batch = backend.batches.submit([paper.paper for paper in papers], key, label)
    try:
        ended = _follow(backend, batch, len(papers), told)
    except KeyboardInterrupt:
        backend.batches.cancel(batch.id)
        raise
    stopped = backend.batches.batch(batch.id).problem
    names = [paper.paper.id_with_version for paper in papers]
    return {name: ended.get(name, Outcome("failed", None, stopped)) for name in names}, stopped


def _follow(
    backend: Backend, batch: Batch, total: int, told: Callable[[Progress], None]
) -> dict[str, Outcome]:
    began, began_at = time.monotonic(), datetime.now(UTC)
    ended: dict[str, Outcome] = {}
    cost: float | None = None
    currency = ""
    for item in backend.batches.ends(batch.id):
        if item is None or item.state not in ("done", "partial", "failed"):
            continue
        made = backend.shelf.card(item.card_id).provenance if item.card_id is not None else None
        ended[item.paper] = Outcome(item.state, item.card_id, item.problem, made.created_at if made else None)
        if made and made.created_at >= began_at and made.cost is not None:
            cost, currency = (cost or 0) + made.cost, made.currency
        left = (time.monotonic() - began) / len(ended) * (total - len(ended))
        told(Progress(item, len(ended), total, left, cost, currency))
    return ended
