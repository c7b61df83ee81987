"""The client against a real model on llama.cpp's own server. Its words mean nothing; form and flow count."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

import pytest
from pydantic import SecretStr

from papergloss.errors import AnswerCut, Cancelled, ContextExceeded
from papergloss.llm.client import OpenAIChat, check
from papergloss.llm.types import Message, Provider, TextPiece, Usage
from support.small_model import CONTEXT_TOKENS, MODEL, absent, small_model

from .conftest import shown

MISSING = absent()
pytestmark = pytest.mark.skipif(MISSING is not None, reason=str(MISSING))


@pytest.fixture(scope="module")
def real() -> Iterator[Provider]:
    with small_model() as base_url:
        yield Provider("llamacpp", base_url, SecretStr(""), MODEL, CONTEXT_TOKENS)


@pytest.fixture
def chat(real: Provider, chat_of: Callable[..., OpenAIChat]) -> OpenAIChat:
    return chat_of(real, stall_seconds=30)


def test_it_streams_and_reports_usage(chat: OpenAIChat) -> None:
    prompt = [Message("user", "Say hello in one short sentence.")]
    pieces = list(chat.stream(prompt, max_tokens=200, cancelled=lambda: False))
    assert len([piece for piece in pieces if isinstance(piece, TextPiece)]) > 3
    assert shown(pieces).strip()
    usage = pieces[-1]
    assert isinstance(usage, Usage)
    assert not usage.estimated
    assert 10 < usage.tokens_in < 100
    assert 3 < usage.tokens_out <= 200


def test_the_limit_is_the_models(chat: OpenAIChat) -> None:
    prompt = [Message("user", "Count from one to one thousand in words.")]
    with pytest.raises(AnswerCut):
        list(chat.stream(prompt, max_tokens=3, cancelled=lambda: False))


def test_what_does_not_fit_is_refused(chat: OpenAIChat) -> None:
    with pytest.raises(ContextExceeded):
        list(chat.stream([Message("user", "word " * 3000)], max_tokens=10, cancelled=lambda: False))


def test_it_can_be_left_in_mid_stream(chat: OpenAIChat) -> None:
    stop = threading.Event()
    pieces = chat.stream(
        [Message("user", "Write a very long story.")], max_tokens=1500, cancelled=stop.is_set
    )
    next(pieces)
    stop.set()
    started = monotonic()
    with pytest.raises(Cancelled):
        list(pieces)
    assert monotonic() - started < 0.5


def test_check_names_the_model(real: Provider) -> None:
    assert MODEL in check(real)
    assert check(replace(real, model="other"))
