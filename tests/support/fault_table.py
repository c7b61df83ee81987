"""Every way in which a provider can fail, and what a reader gets then: the table behind docs/faults.md.

`PYTHONPATH=tests python -m support.fault_table > docs/faults.md` writes that page; a test compares it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from email.utils import formatdate
from time import time

from papergloss import errors
from support import model_faults as fault
from support.model_server import Exchange, Script

LATER = 3600


@dataclass(frozen=True)
class Fault:
    """`ends` None: the answer is used all the same. `tried`: requests in all; 0: one a shorter paper."""

    name: str
    script: Script
    ends: type[errors.ModelError] | None
    tried: int = 1


def error(message: str, code: object = None, kind: str | None = None) -> dict[str, object]:
    """OpenAI's shape of an error."""
    return {"error": {"message": message, "code": code, "type": kind}}


def _dated(exchange: Exchange) -> None:
    fault.status(429, error("slow down"), retry_after=formatdate(time() + LATER, usegmt=True))(exchange)


def _google(status: str, message: str, code: int, *details: object) -> list[object]:
    return [{"error": {"code": code, "message": message, "status": status, "details": list(details)}}]


KEY, QUOTA, CONTEXT = errors.KeyRejected, errors.QuotaExhausted, errors.ContextExceeded
BUSY, DOWN, BROKEN = errors.ProviderBusy, errors.ProviderDown, errors.StreamBroken
REFUSED, NO_MODEL, FILTERED = errors.ProviderRefused, errors.ModelNotFound, errors.AnswerFiltered
UNUSABLE, CUT, STALLED = errors.AnswerUnusable, errors.AnswerCut, errors.StreamStalled
TOOL = {"index": 0, "id": "x", "type": "function", "function": {"name": "f", "arguments": "{}"}}
FOUR = 4
"""The first time and three more."""

REFUSALS = [
    Fault("401", fault.status(401, error("Incorrect API key provided", "invalid_api_key")), KEY),
    Fault("401 without a word", fault.status(401, ""), KEY),
    Fault(
        "400 for a key (Gemini)",
        fault.status(400, _google("INVALID_ARGUMENT", "API key not valid.", 400)),
        KEY,
    ),
    Fault("402 (DeepSeek)", fault.status(402, error("Insufficient Balance")), QUOTA),
    Fault("402 (OpenRouter)", fault.status(402, error("This request requires more credits", 402)), QUOTA),
    Fault(
        "429 insufficient_quota (OpenAI)",
        fault.status(
            429, error("You exceeded your current quota", "insufficient_quota", "insufficient_quota")
        ),
        QUOTA,
    ),
    Fault(
        "429 exceeded_current_quota_error (Moonshot)",
        fault.status(429, error("Your account is suspended", None, "exceeded_current_quota_error")),
        QUOTA,
    ),
    Fault(
        "429 code 1113 (Zhipu)", fault.status(429, error("余额不足或无可用资源包,请充值。", "1113")), QUOTA
    ),
    Fault(
        "400 Arrearage (DashScope)",
        fault.status(400, error("Access denied, account not in good standing", "Arrearage")),
        QUOTA,
    ),
    Fault(
        "403 balance (SiliconFlow)",
        fault.status(403, {"code": 30001, "message": "Sorry, your account balance is insufficient"}),
        QUOTA,
    ),
    Fault(
        "400 credit balance (Anthropic)",
        fault.status(400, error("Your credit balance is too low to access the API")),
        QUOTA,
    ),
    Fault("403", fault.status(403, error("forbidden")), REFUSED),
    Fault("403 without a word (Ollama's origins)", fault.status(403, ""), REFUSED),
    Fault(
        "404 for the model",
        fault.status(404, error("The model `x` does not exist", "model_not_found")),
        NO_MODEL,
    ),
    Fault("400 for the model (DeepSeek)", fault.status(400, error("Model Not Exist")), NO_MODEL),
    Fault("400", fault.status(400, error("bad request")), REFUSED),
    Fault("400 for the content", fault.status(400, error("flagged", "content_filter")), FILTERED),
    Fault("a redirect to another host", fault.redirect("http://127.0.0.1:9/v1/chat/completions"), REFUSED),
]

TOO_LONG = [
    Fault(f"too long ({name})", fault.status(status, body), CONTEXT, 0)
    for name, status, body in (
        ("413 page of a proxy", 413, "<html>Request Entity Too Large</html>"),
        (
            "OpenAI",
            400,
            error("Your input exceeds the context window of this model.", "context_length_exceeded"),
        ),
        ("DeepSeek, vLLM", 400, error("This model's maximum context length is 4096 tokens.")),
        ("vLLM's plain shape", 400, {"object": "error", "message": "maximum context length is 4096 tokens"}),
        (
            "llama.cpp",
            400,
            error("the request exceeds the available context size", 400, "exceed_context_size_error"),
        ),
        ("LM Studio", 400, error("tokens to keep is greater than the context length")),
        ("Anthropic", 400, error("prompt is too long: 213462 tokens > 200000 maximum")),
        ("Gemini", 400, _google("INVALID_ARGUMENT", "The input token count exceeds the maximum", 400)),
        ("DashScope", 400, error("Range of input length should be [1, 30720]", "invalid_parameter_error")),
        ("Moonshot", 400, error("Invalid request: Your request exceeded model token limit: 8192")),
        ("Zhipu", 400, error("Prompt exceeds max length", "1261")),
        ("Groq", 413, error("Request too large for model in tokens per minute")),
        ("xAI", 400, error("This model's maximum prompt length is 131072")),
        ("Mistral", 400, error("Prompt contains too many tokens")),
    )
]

TRIED_AGAIN = [
    Fault("408", fault.status(408), DOWN, FOUR),
    Fault("429", fault.status(429, error("slow down")), BUSY, FOUR),
    Fault("429 with a short Retry-After", fault.status(429, retry_after="0.05"), BUSY, FOUR),
    Fault("429 with an hour's Retry-After", fault.status(429, retry_after=LATER), BUSY),
    Fault("429 with a date in an hour", _dated, BUSY),
    Fault(
        "429 with an hour in the body (Gemini)",
        fault.status(429, _google("RESOURCE_EXHAUSTED", "quota", 429, {"retryDelay": f"{LATER}s"})),
        BUSY,
    ),
    Fault(
        "429 with minutes in the words (OpenAI)", fault.status(429, error("Please try again in 7m12s.")), BUSY
    ),
    Fault("500", fault.status(500, "<html>oops</html>"), DOWN, FOUR),
    Fault("502", fault.status(502, "<html>bad gateway</html>"), DOWN, FOUR),
    Fault("503 with an hour's Retry-After", fault.status(503, retry_after=LATER), DOWN),
    Fault("529 (Anthropic)", fault.status(529, error("overloaded")), DOWN, FOUR),
    Fault("cut before the answer", fault.disconnect(), DOWN, FOUR),
    Fault("cut in the middle", fault.disconnect("SUMMARY\n- problem: "), BROKEN, FOUR),
    Fault("stall before the status", fault.stall(headers=False), STALLED, 2),
    Fault("stall in the middle", fault.stall("SUMMARY\n"), STALLED, 2),
    Fault("heartbeats and nothing else", fault.heartbeats(0.05), STALLED, 2),
    Fault("silent end without finish_reason", fault.silent_end("SUMMARY\n"), BROKEN, FOUR),
    Fault(
        "error chunk in a 200 stream",
        fault.error_chunk({"message": "upstream died", "code": 502}, "S"),
        BROKEN,
        FOUR,
    ),
    Fault("error chunk, 429", fault.error_chunk({"message": "slow", "code": 429}), BUSY, FOUR),
    Fault("error chunk that is a text", fault.error_chunk("upstream died"), BROKEN, FOUR),
    Fault("broken chunk", fault.broken_chunk("SUMMARY\n"), BROKEN, FOUR),
    Fault(
        "chunk that is no UTF-8",
        fault.written(lambda data: data.replace(b"content", b"c\xff\xfe")),
        BROKEN,
        FOUR,
    ),
    Fault("a line without end", fault.endless_line(), BROKEN, FOUR),
    Fault(
        "finish_reason insufficient_system_resource (DeepSeek)",
        fault.text("S", finish="insufficient_system_resource"),
        BUSY,
        FOUR,
    ),
    Fault("HTML instead of JSON", fault.html(), BROKEN, FOUR),
]

NOT_AGAIN = [
    Fault("error chunk, 402", fault.error_chunk({"message": "no", "code": 402}), QUOTA),
    Fault("error object with 200", fault.status(200, error("Insufficient Balance")), QUOTA),
    Fault("finish_reason length", fault.text("SUMMARY\n- problem: 我们", finish="length"), CUT),
    Fault("finish_reason content_filter", fault.text("SUMMARY\n", finish="content_filter"), FILTERED),
    Fault("refusal field", fault.deltas({"refusal": "I can't help with that."}), FILTERED),
    Fault("endless repetition", fault.endless(), CUT),
    Fault("empty answer", fault.text(""), UNUSABLE),
    Fault("white space only", fault.text(" \n\n"), UNUSABLE),
    Fault(
        "thoughts only",
        fault.deltas({"reasoning_content": "Hm."}, {"content": "<think>Hm.</think>"}),
        UNUSABLE,
    ),
    Fault(
        "a tool call instead of an answer",
        fault.deltas({"tool_calls": [TOOL]}, finish="tool_calls"),
        UNUSABLE,
    ),
]

USED_ALL_THE_SAME = [
    Fault("heartbeat comments", fault.usual(lambda exchange: exchange.raw(b": ping\n\n" * 50)), None),
    Fault("empty deltas first", fault.usual(lambda exchange: exchange.delta(content="")), None),
    Fault(
        "thoughts first",
        fault.usual(lambda exchange: exchange.delta(reasoning_content="Let me think.")),
        None,
    ),
    Fault(
        "thoughts in another field",
        fault.usual(lambda exchange: exchange.delta(reasoning="Let me think.")),
        None,
    ),
    Fault(
        "thoughts in tags",
        fault.usual(lambda exchange: exchange.delta(content="<think>Let me think.</think>")),
        None,
    ),
    Fault("missing usage", fault.usual(lambda exchange: None), None),
    Fault(
        "wrong usage",
        fault.usual(lambda exchange: None, usage={"prompt_tokens": 1, "completion_tokens": -7}),
        None,
    ),
    Fault("usage that is no object", fault.usual(lambda exchange: None, usage="many"), None),
    Fault("gzip that nobody asked for", fault.compressed(), None),
    Fault("byte order mark", fault.written(lambda data: b"\xef\xbb\xbf" + data), None),
    Fault("CRLF line ends", fault.written(lambda data: data.replace(b"\n", b"\r\n"), cut=1000), None),
    Fault("CR line ends", fault.written(lambda data: data.replace(b"\n", b"\r"), cut=1000), None),
    Fault("`data:` without a space", fault.written(lambda data: data.replace(b"data: ", b"data:")), None),
    Fault("characters cut over chunks", fault.written(lambda data: data, cut=7), None),
    Fault("no [DONE]", fault.written(lambda data: data.removesuffix(b"data: [DONE]\n\n")), None),
    Fault(
        "no blank line at the end",
        fault.written(lambda data: data.removesuffix(b"\n\ndata: [DONE]\n\n")),
        None,
    ),
]

FAULTS = [*REFUSALS, *TOO_LONG, *TRIED_AGAIN, *NOT_AGAIN, *USED_ALL_THE_SAME]

HEAD = """<!-- Made by tests/support/fault_table.py; do not edit. -->
# When a provider fails

Each of these is caused by a local server in `tests/backend/web/test_faults.py`, through the whole backend.
What was finished before stays on the card and is not paid for again: "Try again" asks for the failed part
alone. A failed call is tried again after about 1, 2 and 4 seconds, or when the provider says; a wait of more
than 90 seconds is not taken but told. Each wait is shown in the panel.

| what the provider does | what the reader gets | asked in all |
|---|---|---|
"""
TAIL = """
Beside these: a refused connection, an unknown name and a certificate that nobody signed end in
"The provider cannot be reached"; the first two are tried again. Redirects are never followed, so a key goes
to no other host than the one it was given for.
"""


def page() -> str:
    """docs/faults.md."""
    rows = [
        f"| {row.name} | {_gets(row)} | {row.tried or 'once for each shorter paper'} |\n" for row in FAULTS
    ]
    return HEAD + "".join(rows) + TAIL


def _gets(row: Fault) -> str:
    if row.ends is None:
        return "the answer"
    return f"less of the paper is sent, else: {row.ends.title}" if row.ends is CONTEXT else row.ends.title


if __name__ == "__main__":
    sys.stdout.write(page())
