"""Writes the pages of docs/ that are made from the code: `python docs/generate.py [FOLDER]`.

commands.md from the command line's own help, configuration.md from the settings, problems.md from
the error tree, permissions.md from the ledger of what the extension may do. A test compares the
committed pages with what this script writes.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from papergloss import cli, config, errors

ROOT = Path(__file__).resolve().parent.parent
LEDGER = ROOT / "manifest-build" / "permissions.toml"
HOSTS = ROOT / "extension" / "arxiv" / "hosts.json"

HEAD = "<!-- Made by docs/generate.py from the code; do not edit. -->\n"

MODELS = """
A source that names another address than the one in use has no say: its key, model and context go with its
own address. What is known about models' contexts and prices can be corrected in `config.toml`; the first
entry that fits wins, prices are per million tokens, and every line but `match` may be left out:

```toml
[[models]]
match = "deepseek-*"
host = "api.deepseek.com"
context_tokens = 131072
price_in = 2.0
price_cached = 0.2
price_out = 3.0
currency = "CNY"
```
"""

REACHES = {
    "permissions": "Permissions",
    "optional": "Permissions that are asked for when they are wanted",
    "hosts": "Addresses that it may call",
    "scripts": "Pages on which it runs",
    "resources": "Pages that may show parts of it",
    "data": "Data, in the words of Firefox's add-on store",
}
"""The ledger's sections."""

IN_BROWSER = {"both": "both browsers", "chrome": "Chrome", "firefox": "Firefox"}


def commands() -> str:
    """Every command with its arguments and options."""
    root = typer.main.get_command(cli.app)
    lines = [HEAD, "# Commands", ""]
    for path, command in _walk(root, "papergloss"):
        lines += [f"## `{path}`", "", (command.help or "").strip(), ""]
        rows = [
            _parameter(parameter) for parameter in command.params if not getattr(parameter, "hidden", False)
        ]
        lines += ["| | |", "|---|---|", *rows, ""] if rows else []
    lines += ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    lines += [f"| {code.code} | {code.meaning} |" for code in cli.ExitCode]
    return "\n".join(lines) + "\n"


def configuration() -> str:
    """Every setting with its name in the environment and in the config file."""
    lines = [
        HEAD,
        "# Configuration",
        "",
        "The environment wins over what the options page set, which wins over `config.toml` in the data",
        "folder. `papergloss doctor` says which one won.",
        "",
        "| environment | config.toml | default | meaning |",
        "|---|---|---|---|",
    ]
    for name, field in config.Config.model_fields.items():
        default = "the user's data folder" if name == "home" else f"`{field.default}`"
        place = "" if name == "home" else f"`[papergloss] {name}`"
        lines.append(f"| `PAPERGLOSS_{name.upper()}` | {place} | {default} | {_prose(field.description)} |")
    for name, field in config.ProviderLayer.model_fields.items():
        variable = config.PROVIDER_ENVIRONMENT[name]
        lines.append(f"| `{variable}` | `[provider] {name}` | | {_prose(field.description)} |")
    return "\n".join(lines) + "\n" + MODELS


def problems() -> str:
    """The error tree: what the wire, the panel and the command line can say."""
    lines = [HEAD, "# Problems", ""]
    lines += ["Each is a problem document (RFC 9457) on the wire and a plain sentence in the panel.", ""]
    lines += ["| type | status | title | what to do next |", "|---|---|---|---|"]
    for error in _tree(errors.PaperGlossError):
        lines.append(f"| `{error.type}` | {error.status} | {error.title} | {error.default_hint} |")
    return "\n".join(lines) + "\n"


def permissions() -> str:
    """All that the extension may do in a browser, each with its reason."""
    hosts = ", ".join(f"`{host}`" for host in json.loads(HOSTS.read_text("utf-8"))["arxiv"])
    lines = [HEAD, "# What the extension may do, and why", ""]
    lines += [
        "The tests fail on a permission that is not listed here, and on one that is listed and not used."
    ]
    lines += [f"`{{arxiv}}` stands for each of {hosts}.", ""]
    for section, parts in tomllib.loads(LEDGER.read_text("utf-8")).items():
        lines += [f"## {REACHES[section]}", "", "| | in | why |", "|---|---|---|"]
        for part, entries in parts.items():
            lines += [f"| `{entry}` | {IN_BROWSER[part]} | {_prose(why)} |" for entry, why in entries.items()]
        lines.append("")
    return "\n".join(lines)


PAGES = {
    "commands.md": commands,
    "configuration.md": configuration,
    "permissions.md": permissions,
    "problems.md": problems,
}


def write(folder: Path) -> None:
    """Writes every generated page into `folder`."""
    for name, make in PAGES.items():
        (folder / name).write_text(make(), "utf-8")


def _walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, child in sorted(getattr(command, "commands", {}).items()):
        yield from _walk(child, f"{path} {name}")


def _parameter(parameter: Any) -> str:
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.param_type_name == "argument":
        names = parameter.name.upper()
    return f"| `{names}` | {_prose(getattr(parameter, 'help', '') or '')} |"


def _prose(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _tree(error: type[errors.PaperGlossError]) -> Iterator[type[errors.PaperGlossError]]:
    yield error
    for child in error.__subclasses__():
        yield from _tree(child)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
