"""Providers to choose from: those that PaperGloss knows, and those that run on this machine."""

from __future__ import annotations

from flask import Response

from papergloss.llm.local import LocalServer
from papergloss.llm.providers import ANY_URL, PRESETS, Preset, is_local
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.settings_wire import FoundModel, FoundServer, PresetView, Providers

api = blueprint("providers", "Providers to choose from")


@api.get("/providers", responses={200: Providers})
def providers() -> Response:
    """The presets, and the servers found on this machine by asking their usual ports."""
    presets = [_preset(preset) for preset in PRESETS if preset is not ANY_URL]
    found = [_found(server) for server in backend().provider.found_here()]
    return answer(Providers(presets=presets, found=found))


def _preset(preset: Preset) -> PresetView:
    return PresetView(
        name=preset.name,
        label=preset.label,
        base_url=preset.base_url,
        model=preset.model,
        context_tokens=preset.context_tokens,
        local=is_local(preset.base_url),
    )


def _found(server: LocalServer) -> FoundServer:
    models = [FoundModel(id=model.id, context_tokens=model.context_tokens) for model in server.models]
    return FoundServer(
        preset=server.preset,
        label=server.label,
        base_url=server.base_url,
        models=models,
        needs_key=server.needs_key,
    )
