"""The SDK with a more forgiving reader of server-sent events.

Some servers begin with a byte order mark, which would hide the first event, or end without the blank
line that completes the last one. And a line without end must not fill the memory.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import openai
from openai._streaming import ServerSentEvent, SSEDecoder

MARK = b"\xef\xbb\xbf"
LONGEST_LINE = 8_000_000
"""Bytes; a chunk of an answer has some hundreds."""


class ForgivingDecoder(SSEDecoder):
    """Decodes the bytes of one stream."""

    async def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        """Every event.

        Raises:
            ValueError: a line is too long to be one.
        """
        async for event in super().aiter_bytes(_mended(iterator)):
            yield event


class Client(openai.AsyncOpenAI):
    """The SDK's client, reading streams as `ForgivingDecoder` does."""

    def _make_sse_decoder(self) -> Any:
        return ForgivingDecoder()


async def _mended(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    start = b""
    begun = False
    line = 0
    async for chunk in chunks:
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        line = len(chunk) - 1 - end if end >= 0 else line + len(chunk)
        if line > LONGEST_LINE:
            raise ValueError("a line of the stream is too long")
        if begun:
            yield chunk
            continue
        start += chunk
        if len(start) >= len(MARK) or not MARK.startswith(start):
            begun = True
            yield start.removeprefix(MARK)
    yield b"\n\n" if begun else start + b"\n\n"
