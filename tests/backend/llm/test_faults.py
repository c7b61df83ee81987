"""Every failure of a provider, caused for real, ends in its class of the error tree."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from papergloss import errors
from papergloss.llm.client import OpenAIChat, check
from papergloss.llm.quote import quote
from papergloss.llm.retry import RetryPolicy
from papergloss.llm.types import RetryPiece, Usage
from support import model_faults as fault
from support.model_server import ModelServer, Script

from .conftest import KEY, PROMPT, Asker, provider

ONE_TRY = RetryPolicy(retries=0)


def error(message: str = "no", code: object = None, kind: str | None = None) -> dict[str, object]:
    return {"error": {"message": message, "code": code, "type": kind}}


FAULTS: list[tuple[str, Script, type[errors.ModelError]]] = [
    ("401", fault.status(401, error("Incorrect API key provided")), errors.KeyRejected),
    ("gemini's 400 for a key", fault.status(400, [error("API key not valid.", 400)]), errors.KeyRejected),
    ("402", fault.status(402, error("Insufficient Balance")), errors.QuotaExhausted),
    ("429 quota", fault.status(429, error("You exceeded it", "insufficient_quota")), errors.QuotaExhausted),
    ("400 arrears", fault.status(400, error("Access denied", "Arrearage")), errors.QuotaExhausted),
    ("403", fault.status(403, error("forbidden")), errors.ProviderRefused),
    ("403 html", fault.status(403, "<html>forbidden</html>"), errors.ProviderRefused),
    ("404", fault.status(404, error("The model `x` does not exist")), errors.ModelNotFound),
    ("400 no model", fault.status(400, error("Model Not Exist")), errors.ModelNotFound),
    ("400", fault.status(400, error("bad")), errors.ProviderRefused),
    ("307", fault.status(307, "moved"), errors.ProviderRefused),
    ("408", fault.status(408), errors.ProviderDown),
    ("413", fault.status(413, "<html>too large</html>"), errors.ContextExceeded),
    ("context, openai", fault.status(400, error("long", "context_length_exceeded")), errors.ContextExceeded),
    (
        "context, llama.cpp",
        fault.status(400, error("exceeds the available context size", 400, "exceed_context_size_error")),
        errors.ContextExceeded,
    ),
    (
        "context, vLLM",
        fault.status(
            400, {"object": "error", "message": "This model's maximum context length is 4096 tokens"}
        ),
        errors.ContextExceeded,
    ),
    ("filter", fault.status(400, error("flagged", "content_filter")), errors.AnswerFiltered),
    ("429", fault.status(429, error("slow down")), errors.ProviderBusy),
    ("500", fault.status(500, "<html>oops</html>"), errors.ProviderDown),
    ("529", fault.status(529, error("overloaded")), errors.ProviderDown),
    ("cut before the answer", fault.disconnect(), errors.ProviderDown),
    ("cut in the middle", fault.disconnect("Hello"), errors.StreamBroken),
    ("silent end", fault.silent_end("Hello"), errors.StreamBroken),
    ("silent end at once", fault.silent_end(), errors.StreamBroken),
    ("broken chunk", fault.broken_chunk("Hello"), errors.StreamBroken),
    (
        "error chunk",
        fault.error_chunk({"message": "upstream died", "code": 502}, "Hello"),
        errors.StreamBroken,
    ),
    ("error chunk, text", fault.error_chunk("upstream died"), errors.StreamBroken),
    ("error chunk 429", fault.error_chunk({"message": "slow", "code": 429}), errors.ProviderBusy),
    ("error chunk, context", fault.error_chunk({"message": "prompt is too long"}), errors.ContextExceeded),
    ("html with 200", fault.html(), errors.StreamBroken),
    ("json with 200", fault.status(200, {"choices": []}), errors.StreamBroken),
    ("error object with 200", fault.status(200, error("Insufficient Balance")), errors.QuotaExhausted),
    ("stall", fault.stall("Hello"), errors.StreamStalled),
    ("stall before the status", fault.stall(headers=False), errors.StreamStalled),
    ("heartbeats only", fault.heartbeats(0.05, "Hello"), errors.StreamStalled),
    ("length", fault.text("Hello", finish="length"), errors.AnswerCut),
    ("content_filter", fault.text("Hello", finish="content_filter"), errors.AnswerFiltered),
    ("refusal", fault.deltas({"refusal": "I can't help with that."}), errors.AnswerFiltered),
    ("unknown end", fault.text("Hello", finish="error"), errors.StreamBroken),
    ("empty", fault.text(""), errors.AnswerUnusable),
    ("white space only", fault.text(" \n \n"), errors.AnswerUnusable),
    ("thoughts only", fault.deltas({"reasoning_content": "Hm."}), errors.AnswerUnusable),
    ("endless", fault.endless(), errors.AnswerCut),
]


@pytest.mark.parametrize(("script", "kind"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_each_fault_has_its_class(
    server: ModelServer, asker: Asker, script: Script, kind: type[errors.ModelError]
) -> None:
    server.always(script)
    stall_seconds = 0.4 if kind is errors.StreamStalled else 30
    with pytest.raises(kind) as caught:
        asker.ask(server.base_url, stall_seconds=stall_seconds, policy=ONE_TRY)
    assert type(caught.value) is kind
    assert caught.value.detail
    assert caught.value.hint
    assert KEY not in caught.value.detail


def test_refused_connection(asker: Asker) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
    with pytest.raises(errors.ProviderDown, match="refused the connection"):
        asker.ask(address, policy=ONE_TRY)


def test_unknown_name(asker: Asker) -> None:
    with pytest.raises(errors.ProviderDown, match="not known"):
        asker.ask("http://no-such-provider.invalid/v1", policy=ONE_TRY)


def test_tls_failure(server: ModelServer, asker: Asker) -> None:
    with pytest.raises(errors.ProviderDown, match="secure connection"):
        asker.ask(server.base_url.replace("http:", "https:"))
    assert asker.waits == []


def test_address_without_scheme(asker: Asker) -> None:
    with pytest.raises(errors.ProviderDown, match="not an http address"):
        asker.ask("localhost:11434/v1")


@pytest.mark.parametrize("key", ["sk-中文", "sk-a b", "sk-a\nb"])
def test_a_key_with_odd_characters_is_named_before_anything_is_sent(
    server: ModelServer, chat_of: Callable[..., OpenAIChat], key: str
) -> None:
    odd = provider(server.base_url, key=key)
    with pytest.raises(errors.KeyRejected, match="characters"):
        check(odd)
    with pytest.raises(errors.KeyRejected, match="characters"):
        list(chat_of(odd).stream(PROMPT, max_tokens=9, cancelled=lambda: False))
    assert server.requests == []


def test_text_given_before_a_fault_stands_and_its_tokens_are_counted(
    server: ModelServer, asker: Asker
) -> None:
    server.always(fault.text("Half an answer", finish="length", usage=False))
    with pytest.raises(errors.AnswerCut):
        asker.ask(server.base_url)
    usage = asker.pieces[-1]
    assert isinstance(usage, Usage)
    assert usage.estimated
    assert usage.tokens_out > 0
    assert not any(isinstance(piece, RetryPiece) for piece in asker.pieces)


def test_local_refusal_names_the_setting(server: ModelServer, asker: Asker) -> None:
    server.always(fault.status(403, ""))
    with pytest.raises(errors.ProviderRefused) as caught:
        asker.ask(server.base_url)
    assert "OLLAMA_ORIGINS" in caught.value.detail


def test_provider_words_are_quoted_without_keys(server: ModelServer, asker: Asker) -> None:
    words = f"Incorrect API key provided: {KEY} (sk-proj-********abcd)." + " Find it." * 100
    server.always(fault.status(401, error(words)))
    with pytest.raises(errors.KeyRejected) as caught:
        asker.ask(server.base_url)
    assert "Incorrect API key provided: [key]" in caught.value.detail
    assert "abcd" not in caught.value.detail
    assert len(caught.value.detail) < 320


@pytest.mark.parametrize(
    "secret",
    [
        "sk-ant-api03-AbCd_123-xyz",
        "sk-proj-****************wxyz",
        "gsk_0123456789abcdef",
        "AIzaSyD-0123456789abcdef",
        "Bearer abc.def",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.abc",
        "0123456789abcdef0123456789abcdef.AbCdEfGh",
        "01234567-89ab-cdef-0123-456789abcdef",
    ],
)
def test_whatever_looks_like_a_key_is_taken_out(secret: str) -> None:
    assert quote(f"The key {secret} is wrong") == "The key [key] is wrong"


def test_names_of_models_are_left_in() -> None:
    words = "The model `Qwen/Qwen3.5-Coder-32B-Instruct-GPTQ-Int4` does not exist"
    assert quote(words) == words


RECORDED = {
    "error_404__api.groq.com__4.json": errors.ModelNotFound,
    "error_404__api.openai.com__5.json": errors.ModelNotFound,
    "error_429__openrouter.ai__15.json": errors.ProviderBusy,
}


def test_recorded_error_bodies(server: ModelServer, asker: Asker, data_dir: Path) -> None:
    for path in sorted((data_dir / "streams").glob("error_*.json")):
        server.always(fault.recorded_error(path))
        with pytest.raises(RECORDED.get(path.name, errors.ProviderRefused)) as caught:
            asker.ask(server.base_url, policy=ONE_TRY)
        said = json.loads(json.loads(path.read_text())["body"])["error"]["message"]
        assert said.split("'")[0][:20] in caught.value.detail


def test_check_lists_models(server: ModelServer) -> None:
    assert check(provider(server.base_url)) == ["scripted"]
    assert [request.path for request in server.requests] == ["/v1/models"]


def test_check_names_a_web_page(server: ModelServer) -> None:
    server.models_answer = fault.html()
    with pytest.raises(errors.StreamBroken, match="not as a model"):
        check(provider(server.base_url))
