"""Serves the app on this machine until it is stopped."""

from __future__ import annotations

import errno
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

from flask import Flask
from waitress import create_server

import papergloss.llm.client  # noqa: F401 - its second of loading is paid at the start, not by a reader
from papergloss.config import Config
from papergloss.errors import BadInput, StoreCorrupt
from papergloss.gloss import pipeline
from papergloss.jobs.assembly import Backend, assemble
from papergloss.jobs.run import Pipeline
from papergloss.library.keeper import Keeper
from papergloss.settings.pairing import Pairing
from papergloss.web.bodies import SMALL, channel_for
from papergloss.web.damaged import damaged_app
from papergloss.web.factory import create_app

_log = logging.getLogger(__name__)

THREADS = 256
"""A stream holds a thread: measured, 256 hold 200 streams with 0.4 ms lag, 64 left 80 streams' health
check without an answer, 4 starved at 12."""
OPTIONS: dict[str, Any] = {
    "threads": THREADS,
    # Reading on while a stream is sent is how it learns that the reader has gone.
    "channel_request_lookahead": 1,
    "max_request_body_size": SMALL,
    "connection_limit": 500,
    "ident": None,
    "asyncore_use_poll": True,
}


def serve(config: Config, ready: Callable[[Backend, str], None], run: Pipeline = pipeline.run) -> None:
    """Serves until SIGINT or SIGTERM; jobs that were left unfinished go on first.

    Args:
        config: where to listen and which data folder to use.
        ready: called once with the backend and a fresh pairing link when the port is open.
        run: makes the cards.

    Raises:
        BadInput: the port is taken, or the address is not this machine's.
        StoreError: the data folder cannot be used.

    A damaged database is told to whoever asks, until the server is stopped.
    """
    try:
        backend = assemble(config, run)
    except StoreCorrupt as error:
        _log.error("%s %s", error.detail, error.hint)
        listen(config, damaged_app(config, error)).run()
        return
    try:
        server = listen(config, create_app(backend), backend.pairing)
        _stop_on_signals(backend)
        backend.jobs.recover()
        backend.batches.recover()
        _be_swift()
        with Keeper(backend.library):
            ready(backend, backend.pairing_link())
            server.run()
    finally:
        backend.close()


def _be_swift() -> None:
    """A first word does not wait for a thread that computes, nor for the modules to be looked through."""
    sys.setswitchinterval(0.001)
    gc.collect()
    gc.freeze()


def listen(config: Config, app: Flask, pairing: Pairing | None = None) -> Any:
    """A server that is bound but does not answer before its `run()`; takes files from who is paired only.

    Raises:
        BadInput: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    try:
        # Not left to waitress, which forgets its socket when the port is taken.
        bound = socket.create_server((config.host, config.port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BadInput(
                f"Port {config.port} is already in use.",
                "PaperGloss may be running already; or choose another port with PAPERGLOSS_PORT.",
            ) from error
        raise BadInput(f"PaperGloss cannot listen on {config.host}: {error.strerror}.") from error
    server = create_server(app, sockets=[bound], **OPTIONS)
    if pairing is not None:
        server.channel_class = channel_for(pairing)
    return server


def _stop_on_signals(backend: Backend) -> None:
    def stop(*_: object) -> None:
        backend.jobs.interrupt()
        backend.batches.interrupt()
        raise SystemExit(0)

    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, stop)
