"""What the reader sees of an answer: text only, at once, and what it cost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergloss import errors
from papergloss.llm.client import OpenAIChat
from papergloss.llm.dialect import Dialect
from papergloss.llm.providers import provider_for
from papergloss.llm.retry import RetryPolicy
from papergloss.llm.thinking import ThinkFilter
from papergloss.llm.types import RetryPiece, TextPiece, Usage
from support import model_faults as fault
from support.model_server import Exchange, ModelServer, Script

from .conftest import PROMPT, Asker, provider, shown

FAILING = {
    "pydantic-ai__test_openrouter_stream_error__0.sse": errors.ContextExceeded,
    "pydantic-ai__test_tool_use_failed_error_streaming__0.sse": errors.StreamBroken,
    "vercel__deepseek-text.sse": errors.AnswerCut,
}


def recorded_text(path: Path) -> str:
    """The `content` of every chunk, read without our code."""
    parts = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip().startswith("data: {"):
            for choice in json.loads(line.strip()[6:]).get("choices", []):
                parts.append(choice["delta"].get("content") or "")
    return "".join(parts)


@pytest.mark.parametrize("chunk_bytes", [0, 7, 4096])
def test_recorded_answers(server: ModelServer, asker: Asker, data_dir: Path, chunk_bytes: int) -> None:
    seen = 0
    for path in sorted((data_dir / "streams").glob("*.sse")):
        if chunk_bytes == 7 and path.stat().st_size > 50_000:
            continue
        server.script(fault.replay(path, chunk_bytes=chunk_bytes))
        expected = recorded_text(path)
        if path.name in FAILING or not expected.strip():
            with pytest.raises(FAILING.get(path.name, errors.AnswerUnusable)):
                asker.ask(server.base_url, policy=RetryPolicy(retries=0))
            continue
        text = asker.ask(server.base_url, max_tokens=5000)
        assert text == expected.rpartition("</think>")[2].lstrip(), path.name
        assert isinstance(asker.pieces[-1], Usage)
        seen += 1
    assert seen > 12


def test_thoughts_never_show(server: ModelServer, asker: Asker) -> None:
    server.script(
        fault.deltas(
            {"reasoning_content": "Let me think."},
            {"reasoning": "Hm."},
            {"content": "<thi"},
            {"content": "nk>secret</th"},
            {"content": "ink>\n\nThe ans"},
            {"content": "wer."},
        )
    )
    assert asker.ask(server.base_url) == "The answer."


THOUGHT_MARKS = [
    ("<think>", "</think>"),
    ("<reasoning>", "</reasoning>"),
    ("<seed:think>", "</seed:think>"),
    ("[THINK]", "[/THINK]"),
    ("◁think▷", "◁/think▷"),
    ("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
]


@pytest.mark.parametrize(("before", "after"), THOUGHT_MARKS)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_thoughts_are_known_by_every_models_marks(
    server: ModelServer, asker: Asker, before: str, after: str, size: int
) -> None:
    whole = f"{before}I had better think.{after}The answer."
    server.script(fault.deltas(*({"content": whole[at : at + size]} for at in range(0, len(whole), size))))
    assert asker.ask(server.base_url) == "The answer."


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning", "reasoning_text", "thinking"])
def test_thoughts_in_fields_of_their_own_count_but_do_not_show(
    server: ModelServer, asker: Asker, field: str
) -> None:
    server.script(fault.deltas({field: "I had better think about this."}, {"content": "Yes."}))
    assert asker.ask(server.base_url) == "Yes."
    usage = asker.pieces[-1]
    assert isinstance(usage, Usage)
    assert usage.tokens_out > 4


def test_thoughts_among_the_parts_of_a_content_do_not_show(server: ModelServer, asker: Asker) -> None:
    thought = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    server.script(fault.deltas({"content": [thought, {"type": "text", "text": "Yes."}]}))
    assert asker.ask(server.base_url) == "Yes."


def test_thoughts_without_an_opening_tag_are_taken_back(server: ModelServer, asker: Asker) -> None:
    server.script(
        fault.deltas({"content": "First I consider"}, {"content": " this.</thi"}, {"content": "nk>Done."})
    )
    asker.ask(server.base_url)
    void = [type(piece) for piece in asker.pieces].index(RetryPiece)
    assert shown(asker.pieces[void:]) == "Done."
    assert len(server.chats) == 1


def test_what_would_steer_a_terminal_does_not_show(server: ModelServer, asker: Asker) -> None:
    server.script(fault.text("\x1b[2JAll\x00 you\n\x9bneed\x07."))
    assert asker.ask(server.base_url) == "[2JAll you\nneed."


def test_an_answer_about_such_tags_is_left_alone(server: ModelServer, asker: Asker) -> None:
    server.script(fault.text("It puts reasoning between <think> and </think> tags."))
    assert asker.ask(server.base_url) == "It puts reasoning between <think> and </think> tags."


@given(st.lists(st.integers(1, 12), max_size=40), st.sampled_from(["", "\n", "<thought>a < b</thought>"]))
def test_tags_may_be_split_anywhere(cuts: list[int], before: str) -> None:
    whole = f"{before}<think>one </thin k> two</think>\nThe answer is a<b."
    reader, shown, rest = ThinkFilter(), "", whole
    for cut in cuts:
        shown += reader.feed(rest[:cut])
        rest = rest[cut:]
    shown += reader.feed(rest) + reader.end()
    assert shown.strip() == "The answer is a<b."


def test_the_first_token_is_given_at_once(server: ModelServer, chat_of: Callable[..., OpenAIChat]) -> None:
    server.always(fault.stall("Hello"))
    pieces = chat_of(provider(server.base_url)).stream(PROMPT, max_tokens=50, cancelled=lambda: False)
    started = monotonic()
    assert next(pieces) == TextPiece("Hello")
    assert monotonic() - started < 1


@pytest.mark.parametrize("end", [fault.stall, fault.disconnect, fault.broken_chunk])
def test_what_breaks_after_the_end_does_no_harm(
    server: ModelServer, asker: Asker, end: Callable[..., Script]
) -> None:
    def finish_then_break(exchange: Exchange) -> None:
        exchange.begin()
        exchange.delta(content="All is said.")
        exchange.delta("stop")
        exchange.begin = lambda: None  # type: ignore[method-assign]
        end("")(exchange)

    server.script(finish_then_break)
    assert asker.ask(server.base_url, stall_seconds=0.3) == "All is said."
    assert asker.pieces[-1].estimated  # type: ignore[union-attr]
    assert len(server.chats) == 1


def test_a_local_server_is_asked_past_any_proxy(
    server: ModelServer, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert asker.ask(server.base_url) == "All you need is attention."


@pytest.mark.parametrize(
    ("more", "cached"),
    [
        ({"prompt_tokens_details": {"cached_tokens": 16}}, 16),
        ({"prompt_cache_hit_tokens": 12, "prompt_cache_miss_tokens": 8}, 12),
        ({"cached_tokens": 9}, 9),
        ({"prompt_tokens_details": None}, 0),
        ({"prompt_tokens_details": {"cached_tokens": 99999}}, 20),
    ],
)
def test_reported_usage(server: ModelServer, asker: Asker, more: dict[str, object], cached: int) -> None:
    server.script(fault.reported("Seven", 20, 3, **more))
    asker.ask(server.base_url)
    assert asker.pieces[-1] == Usage(20, cached, 3, estimated=False)


@pytest.mark.parametrize("counts", [(0, 0), (None, None), ("20", "3"), (-1, 3), (999_999, 3), (20, 0)])
def test_wrong_usage_is_counted_and_marked(
    server: ModelServer, asker: Asker, counts: tuple[object, object]
) -> None:
    server.script(fault.reported("This answer has several words in it.", *counts))
    asker.ask(server.base_url)
    usage = asker.pieces[-1]
    assert isinstance(usage, Usage)
    assert usage.estimated
    assert 5 <= usage.tokens_in <= 40
    assert 6 <= usage.tokens_out <= 14


def test_missing_usage_is_counted_and_marked(server: ModelServer, asker: Asker) -> None:
    server.script(fault.text("This answer has several words in it.", usage=False))
    asker.ask(server.base_url)
    assert asker.pieces[-1].estimated  # type: ignore[union-attr]


def test_a_provider_without_stream_options_is_asked_without(
    server: ModelServer, chat_of: Callable[..., OpenAIChat]
) -> None:
    def picky(exchange: Exchange) -> None:
        if "stream_options" in exchange.request.body:
            fault.status(400, {"error": {"message": "Unrecognized argument: stream_options"}})(exchange)
        else:
            exchange.say("Fine.")

    server.always(picky)
    chat = chat_of(provider(server.base_url))
    for _ in range(2):
        assert shown(list(chat.stream(PROMPT, max_tokens=9, cancelled=lambda: False))) == "Fine."
    assert ["stream_options" in request.body for request in server.chats] == [True, False, False]


def test_fields_of_the_preset_are_left_out_where_refused() -> None:
    dialect = Dialect(provider_for("https://api.deepseek.com", None))
    body = dialect.body(PROMPT, 9)
    assert body["extra_body"]["thinking"] == {"type": "disabled"}
    assert dialect.learn(body, 400, "Unknown parameter: 'thinking'.")
    assert set(dialect.body(PROMPT, 9)["extra_body"]) == {"stream_options"}


def test_a_provider_that_names_the_limit_otherwise(server: ModelServer, asker: Asker) -> None:
    def reasoning(exchange: Exchange) -> None:
        if "max_tokens" in exchange.request.body:
            message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
            fault.status(400, {"error": {"message": message, "code": "unsupported_parameter"}})(exchange)
        else:
            exchange.say("Fine.")

    server.always(reasoning)
    assert asker.ask(server.base_url, max_tokens=77) == "Fine."
    assert server.chats[-1].body["max_completion_tokens"] == 77
    assert asker.waits == []


def test_a_limit_that_is_too_large_is_not_asked_twice(server: ModelServer, asker: Asker) -> None:
    server.always(
        fault.status(400, {"error": {"message": "max_tokens is too large: 200. At most 100 are supported."}})
    )
    with pytest.raises(errors.ProviderRefused, match="too large"):
        asker.ask(server.base_url)
    assert len(server.chats) == 1


def test_the_request(server: ModelServer, asker: Asker) -> None:
    asker.ask(server.base_url, max_tokens=123)
    request = server.chats[0]
    assert request.headers["authorization"].startswith("Bearer sk-local")
    assert request.body == {
        "model": "scripted",
        "messages": [{"role": m.role, "content": m.content} for m in PROMPT],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 123,
    }
