"""What our stream adds to a bare SDK call to the same server."""

from __future__ import annotations

from collections.abc import Iterator

import openai
from pydantic import SecretStr

from bench.harness import Recorder, bench, paired_medians
from papergloss.llm.client import OpenAIChat
from papergloss.llm.types import Message, Provider, TextPiece
from support.model_script import pretend
from support.model_server import ModelServer

FIRST_TOKEN_SECONDS = 0.5
RUNS = 30
PROMPT = "Say something about attention."
LONG_ANSWER = pretend("We show that the model needs a method for this task. " * 60)


@bench("gloss")
def client_stream(recorder: Recorder) -> None:
    """Time to the first word, the server taking half a second; and a long answer sent at full speed."""
    with ModelServer(answer=lambda _: LONG_ANSWER, first_token_delay=FIRST_TOKEN_SECONDS) as server:
        provider = Provider("local", server.base_url, SecretStr("local"), "scripted", 32_000)
        chat = OpenAIChat(provider)
        bare = openai.OpenAI(base_url=server.base_url, api_key="local", max_retries=0)
        ours, reference = paired_medians(lambda: next(_ours(chat)), lambda: next(_bare(bare)), RUNS)
        recorder.figure(
            "gloss.client.first_word.ratio", ours / reference, "<=", 1.05, ours=ours, bare=reference
        )
        server.first_token_delay = 0.0
        ours, reference = paired_medians(lambda: list(_ours(chat)), lambda: list(_bare(bare)), RUNS)
        recorder.figure(
            "gloss.client.whole_answer.ratio", ours / reference, "<=", 1.5, ours=ours, bare=reference
        )
        chat.close()
        bare.close()


def _ours(chat: OpenAIChat) -> Iterator[str]:
    for piece in chat.stream([Message("user", PROMPT)], max_tokens=4000, cancelled=lambda: False):
        if isinstance(piece, TextPiece):
            yield piece.text


def _bare(client: openai.OpenAI) -> Iterator[str]:
    stream = client.chat.completions.create(
        model="scripted",
        messages=[{"role": "user", "content": PROMPT}],
        max_tokens=4000,
        stream=True,
        stream_options={"include_usage": True},
    )
    with stream:
        for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                yield chunk.choices[0].delta.content
