"""Servers on this machine are found by themselves, quickly, whatever else answers on those ports."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from time import monotonic

import pytest

from papergloss.llm.local import LocalModel, find, served_context, usual_addresses
from papergloss.llm.providers import provider_for
from support import small_model
from support.local_servers import LLAMA_CPP, LM_STUDIO, OLLAMA, VLLM, local_server
from support.model_server import ModelServer

NOBODY = "http://127.0.0.1:9/v1"


def test_all_kinds_are_found_side_by_side_with_what_they_serve() -> None:
    with ExitStack() as stack:
        kinds = [OLLAMA, LM_STUDIO, LLAMA_CPP, VLLM]
        addresses = [stack.enter_context(local_server(kind)) for kind in kinds]
        found = find([NOBODY, *addresses])
    assert [(server.preset, server.models) for server in found] == [
        ("ollama", (LocalModel("qwen3:4b", 16384), LocalModel("gemma3:1b", 8192))),
        ("lmstudio", (LocalModel("qwen3-8b", 12000),)),
        ("llamacpp", (LocalModel("model.gguf", 4096),)),
        ("vllm", (LocalModel("Qwen/Qwen3-8B", 32768),)),
    ]
    assert [server.base_url for server in found] == addresses


def test_a_server_that_does_not_answer_keeps_nobody_waiting() -> None:
    with local_server({"/v1/models": threading.Event()}) as silent, local_server(VLLM) as other:
        started = monotonic()
        found = find([silent, other])
        assert monotonic() - started < 2
    assert [server.preset for server in found] == ["vllm"]


@pytest.mark.parametrize(
    "answer",
    [b"<html>my web page</html>", b"", b"[1, 2]", b"null", b'{"data": 7}', b"[" * 100_000, b"\xff\xfe"],
    ids=["page", "empty", "list", "null", "number", "deep", "bytes"],
)
def test_other_programs_are_no_models(answer: bytes) -> None:
    with local_server({"/v1/models": answer}) as address:
        assert [server.models for server in find([address])] in ([], [()])


@pytest.mark.parametrize("odd", [{"id": 7}, {"id": ""}, {"name": "x"}, "x", None, {"id": "x" * 500}])
def test_odd_entries_are_left_out(odd: object) -> None:
    with local_server({"/v1/models": {"data": [odd, {"id": "good"}]}}) as address:
        assert [server.models for server in find([address])] == [(LocalModel("good"),)]


def test_a_server_that_wants_a_key_is_told_apart() -> None:
    with local_server({"/v1/models": {}}, status=401) as address:
        assert [(server.needs_key, server.models) for server in find([address])] == [(True, ())]


def test_a_redirect_is_not_followed() -> None:
    with ModelServer() as elsewhere:
        to = {"Location": f"{elsewhere.base_url}/models"}
        with local_server({"/v1/models": {}}, status=302, headers=to) as address:
            assert find([address]) == []
        assert elsewhere.requests == []


@pytest.mark.parametrize("address", ["http://192.0.2.1/v1", "https://example.org/v1", "nonsense", ""])
def test_only_this_machine_is_asked(address: str) -> None:
    assert find([address]) == []


def test_the_usual_addresses() -> None:
    assert {address.split(":")[2] for address in usual_addresses()} == {
        "11434/v1",
        "1234/v1",
        "8080/v1",
        "8000/v1",
    }


def test_the_context_of_a_configured_model_is_asked_for_with_its_key() -> None:
    with local_server(VLLM) as address:
        assert served_context(provider_for(address, None, "Qwen/Qwen3-8B")) == 32768
        assert served_context(provider_for(address, None, "another")) is None
    with local_server({"/v1/models": OLLAMA["/v1/models"]}) as address:
        assert served_context(provider_for(address, None, "qwen3:4b")) is None
    assert served_context(provider_for(NOBODY, None, "m")) is None
    assert served_context(provider_for("https://models.example.org/v1", None, "m")) is None


@pytest.mark.skipif(bool(small_model.absent()), reason=small_model.absent() or "")
def test_a_real_llama_cpp_server() -> None:
    with small_model.small_model() as base_url:
        (server,) = find([base_url])
        assert server.preset == "llamacpp"
        assert server.models == (LocalModel(small_model.MODEL, small_model.CONTEXT_TOKENS),)
