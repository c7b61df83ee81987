"""Model servers on this machine: which ones run, what models they have, how much fits into a request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from papergloss.llm.loopback import Reply, ask, side_by_side
from papergloss.llm.providers import ANY_URL, PRESETS, Preset, host_label, is_local, preset_for
from papergloss.llm.types import Provider

SECONDS = 0.8
"""For one question; a server that runs answers in milliseconds."""
ALL_SECONDS = 2.5
"""For everything together."""
MOST_MODELS = 200

_OWNERS = {"llamacpp": "llamacpp", "vllm": "vllm", "library": "ollama", "organization_owner": "lmstudio"}
"""What each server writes into `owned_by` of its models."""
_NOT_FOR_CHAT = re.compile(r"(?i)embed|rerank|whisper")
_OLLAMA_PARAMETER = re.compile(r"^num_ctx\s+(\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A model, and the context that the server gives it; None where it does not tell."""

    id: str
    context_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A server that answered. `needs_key` where it tells nothing without one."""

    preset: str
    label: str
    base_url: str
    models: tuple[LocalModel, ...] = ()
    needs_key: bool = False


def usual_addresses() -> tuple[str, ...]:
    """Where Ollama, LM Studio, llama.cpp and vLLM listen unless they are told otherwise."""
    return tuple(preset.base_url for preset in PRESETS if is_local(preset.base_url))


def find(addresses: Sequence[str] = ()) -> list[LocalServer]:
    """The servers that run at these addresses (or the usual ones); those of other machines are left out.

    Takes about `ALL_SECONDS` at most, and sends no key.
    """
    asked = addresses or usual_addresses()
    found = side_by_side([partial(_look, address.strip().rstrip("/")) for address in asked], ALL_SECONDS)
    return [server for server in found if server is not None]


def served_context(provider: Provider) -> int | None:
    """Tokens that fit into one request to a model on this machine; None where its server does not tell."""
    key = provider.api_key.get_secret_value().strip()
    entries = _entries(ask(f"{provider.base_url}/models", SECONDS, key=key))
    entry = next((entry for entry in entries if entry["id"] == provider.model), None)
    if entry is None:
        return None
    kind = _kind(provider.base_url, entries).name
    return _context(kind, provider.base_url, entry, key)


def _look(base_url: str) -> LocalServer | None:
    reply = ask(f"{base_url}/models", SECONDS)
    if reply is None:
        return None
    if reply.status in {401, 403}:
        preset = preset_for(base_url)
        return LocalServer(preset.name, _label(preset, base_url), base_url, needs_key=True)
    entries = _entries(reply)
    if not entries and not (isinstance(reply.data, dict) and "data" in reply.data):
        return None
    preset = _kind(base_url, entries)
    models = tuple(LocalModel(e["id"], _context(preset.name, base_url, e)) for e in entries)
    return LocalServer(preset.name, _label(preset, base_url), base_url, models)


def _label(preset: Preset, base_url: str) -> str:
    return host_label(base_url) if preset is ANY_URL else preset.label


def _entries(reply: Reply | None) -> list[dict[str, Any]]:
    data = reply.data.get("data") if reply and isinstance(reply.data, dict) else None
    entries = [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []
    named = [entry for entry in entries if isinstance(entry.get("id"), str) and 0 < len(entry["id"]) <= 200]
    return [entry for entry in named if not _NOT_FOR_CHAT.search(entry["id"])][:MOST_MODELS]


def _kind(base_url: str, entries: list[dict[str, Any]]) -> Preset:
    owner = str(entries[0].get("owned_by")) if entries else ""
    name = _OWNERS.get(owner)
    return next((preset for preset in PRESETS if preset.name == name), None) or preset_for(base_url)


def _context(kind: str, base_url: str, entry: dict[str, Any], key: str = "") -> int | None:
    """What the server gives this model now, not what the model could take: more is cut off in silence."""
    address = urlsplit(base_url)
    root, model = f"{address.scheme}://{address.netloc}", entry["id"]
    match kind:
        case "llamacpp":
            settings = _field(ask(f"{root}/props", SECONDS, key=key), "default_generation_settings")
            return _tokens(settings, "n_ctx")
        case "ollama":
            running = _named(_field(ask(f"{root}/api/ps", SECONDS), "models"), "name", model)
            return _tokens(running, "context_length") or _ollama_parameter(root, model)
        case "lmstudio":
            known = _named(_field(ask(f"{root}/api/v0/models", SECONDS), "data"), "id", model)
            return _tokens(known, "loaded_context_length")
        case _:
            return _tokens(entry, "max_model_len")


def _ollama_parameter(root: str, model: str) -> int | None:
    said = _field(ask(f"{root}/api/show", SECONDS, body={"model": model}), "parameters")
    found = _OLLAMA_PARAMETER.search(said) if isinstance(said, str) else None
    return int(found[1]) if found else None


def _field(reply: Reply | None, name: str) -> Any:
    return reply.data.get(name) if reply and isinstance(reply.data, dict) else None


def _named(entries: Any, field: str, name: str) -> Any:
    listed = entries if isinstance(entries, list) else []
    return next((entry for entry in listed if isinstance(entry, dict) and entry.get(field) == name), None)


def _tokens(data: Any, name: str) -> int | None:
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, int) and 0 < value < 100_000_000 else None
