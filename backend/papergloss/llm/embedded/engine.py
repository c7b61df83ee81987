"""The local engine: which of the fetched models it uses, and the one process that holds it."""

from __future__ import annotations

import threading
from pathlib import Path

from papergloss.errors import NoEngine
from papergloss.llm.embedded.server import ModelProcess, require_extra
from papergloss.llm.embedded.shelf import PULL_HINT, Shelf
from papergloss.llm.types import ChatModel


class LocalEngine:
    """Safe to use from every thread; all jobs share one process."""

    def __init__(self, folder: Path, chosen: str, threads: int, stall_seconds: float) -> None:
        """`chosen`: the model that the user has set, or empty."""
        self._shelf = Shelf(folder)
        self._chosen = chosen
        self._threads = threads
        self._stall_seconds = stall_seconds
        self._lock = threading.Lock()
        self._processes: dict[str, ModelProcess] = {}

    @property
    def chosen(self) -> bool:
        """Whether the user has set it as the engine where no provider is connected."""
        return bool(self._chosen)

    def model(self) -> str:
        """The name of the model to use: the chosen one, else the only one that is here.

        Raises:
            NoEngine: the extra or the model is missing, or there are several and none is chosen.
        """
        require_extra()
        if self._chosen:
            return self._shelf.get(self._chosen).name
        here = [model.name for model in self._shelf.all()]
        if not here:
            raise NoEngine("No local model has been fetched.", PULL_HINT)
        if len(here) > 1:
            raise NoEngine(
                f"Several local models are here: {', '.join(here)}.", "Set PAPERGLOSS_GGUF_MODEL to one."
            )
        return here[0]

    def chat(self, name: str, grammar: str) -> ChatModel:
        """The model `name`, held to a grammar. Raises NoEngine where it is missing."""
        from papergloss.llm.embedded.chat import LocalChat  # noqa: PLC0415 - the SDK takes a second

        require_extra()
        path = self._shelf.get(name).path
        with self._lock:
            for other in [known for known in self._processes if known != name]:
                self._processes.pop(other).close()
            process = self._processes.setdefault(name, ModelProcess(path, self._threads))
        return LocalChat(name, process, grammar, self._stall_seconds)
