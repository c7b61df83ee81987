"""`python -m bench [--only PREFIX] [--json FILE]`, what `make bench` calls."""

from __future__ import annotations

import argparse
import gc
import importlib
import pkgutil
from pathlib import Path

import bench
from bench import harness


def main() -> None:
    """Runs the benchmarks of every module in this folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="run only figures whose name begins so")
    parser.add_argument(
        "--json", type=Path, default=Path("build/bench.json"), help="where the raw numbers go"
    )
    arguments = parser.parse_args()
    for module in pkgutil.iter_modules(bench.__path__):
        if module.name not in {"harness", "__main__"}:
            importlib.import_module(f"bench.{module.name}")
    # What the benches of other areas import weighs on no figure: backend and reader freeze theirs too.
    gc.collect()
    gc.freeze()
    harness.run_all(harness.REGISTRY, arguments.only, arguments.json)


if __name__ == "__main__":
    main()
