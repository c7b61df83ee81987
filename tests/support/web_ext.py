"""`web-ext lint`, Mozilla's check of an extension: the complaints that concern our own code.

Needs the packages of tests/manifest/web-ext (`npm ci` there, or `make test`).
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WEB_EXT = ROOT / "tests/manifest/web-ext/node_modules/.bin/web-ext"

# From a place in a built script (both counted from 1) to the source file that it was made of.
ORIGINS = """
const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const places = JSON.parse(readFileSync(0, "utf8"));
const origin = ({ map, line, column }) =>
  new SourceMap(JSON.parse(readFileSync(map, "utf8"))).findOrigin(line, column).fileName ?? "";
console.log(JSON.stringify(places.map(origin)));
"""


def complaints(extension: Path) -> list[str]:
    """Errors and warnings of an unpacked extension, without those about the libraries in it.

    Which code is a library's is read in the source maps beside the scripts (esbuild's
    `--sourcemap=external`); a script without one is ours.
    """
    command = [WEB_EXT, "lint", "--source-dir", extension, "--no-config-discovery", "--output", "json"]
    quiet = {**os.environ, "NO_UPDATE_NOTIFIER": "1"}
    # It ends with 1 where it has found an error: what it found says more.
    said = subprocess.run(command, stdout=subprocess.PIPE, env=quiet, check=False).stdout
    found = [*json.loads(said)["errors"], *json.loads(said)["warnings"]]
    return [
        f"{item.get('file', 'manifest.json')}: {item['code']}: {item['message']}"
        for item, origin in zip(found, _origins(found, extension), strict=True)
        if "node_modules/" not in origin
    ]


def _origins(found: list[dict[str, Any]], extension: Path) -> Iterator[str]:
    """The source file of each complaint; empty where no map tells."""
    maps = [extension / f"{item.get('file', '')}.map" for item in found]
    places = [
        {"map": str(map_), "line": item["line"], "column": item["column"]}
        for item, map_ in zip(found, maps, strict=True)
        if map_.is_file()
    ]
    told = subprocess.run(
        ["node", "-e", ORIGINS], input=json.dumps(places), stdout=subprocess.PIPE, text=True, check=True
    )
    origins = iter(json.loads(told.stdout))
    return (next(origins) if map_.is_file() else "" for map_ in maps)
