"""The process that holds the model: `python -m papergloss.llm.embedded.worker`.

It reads one line of JSON (path, threads, context, key), serves llama.cpp's own server on a free port of this
machine, prints its address as a line of JSON, and ends when its standard input does: with its parent.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

NICER = 5
"""The reader's browser goes first."""


def main() -> None:
    """Serves until standard input ends."""
    import xllamacpp  # noqa: PLC0415 - native code that only this process loads

    order = json.loads(sys.stdin.readline())
    with suppress(OSError, AttributeError):
        os.nice(NICER)
    params = xllamacpp.CommonParams()
    params.model.path = order["path"]
    params.n_ctx = order["context"]
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = order["threads"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [order["key"]]
    params.sampling.temp = 0.0
    params.verbosity = 0
    params.ui = False
    server = xllamacpp.Server(params)
    print(json.dumps({"address": server.listening_address}), flush=True)  # noqa: T201 - the parent reads it
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
