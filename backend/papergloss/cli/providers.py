"""`papergloss providers`: which models could answer, those of this machine first."""

from __future__ import annotations

from contextlib import closing

from rich.table import Column, Table
from rich.text import Text

from papergloss import config
from papergloss.cli.app import app
from papergloss.cli.terminal import out
from papergloss.jobs.assembly import assemble
from papergloss.llm.local import LocalServer
from papergloss.llm.providers import ANY_URL, PRESETS, is_local


@app.command("providers")
def providers() -> None:
    """Show the model servers that run on this machine, and the services that PaperGloss knows."""
    with closing(assemble(config.load())) as backend:
        found = backend.provider.found_here()
    if not found:
        out.print("No model's server was found on this machine.")
    for server in found:
        out.print(Text.assemble((server.label, "bold"), f"  {server.base_url}"))
        for line in _models(server):
            out.print(Text(f"  {line}"))
    table = Table("service", Column("address", overflow="fold"), "usual model", box=None)
    for preset in PRESETS:
        if preset is not ANY_URL and not is_local(preset.base_url):
            table.add_row(preset.label, preset.base_url, preset.model)
    out.print(table)


def _models(server: LocalServer) -> list[str]:
    if server.needs_key:
        return ["wants a key before it tells anything"]
    if not server.models:
        return ["has no models yet"]
    return [
        f"{model.id}, {model.context_tokens:,} tokens fit" if model.context_tokens else model.id
        for model in server.models
    ]
