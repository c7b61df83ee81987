"""The local engine's process: it answers within its grammar, leaves when idle, and comes back."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from papergloss.errors import AnswerCut, Cancelled, NoEngine, ProviderDown
from papergloss.gloss.drafting.grammar import grammar
from papergloss.gloss.languages import language
from papergloss.llm.embedded.chat import LocalChat
from papergloss.llm.embedded.engine import LocalEngine
from papergloss.llm.embedded.server import ModelProcess
from papergloss.llm.types import Message, TextPiece

SOURCE = 'We measure 93.4% with ReadNet on $x<y$ and `a"b`.'
QUESTION = [Message("system", "Translate into Chinese."), Message("user", SOURCE)]


@pytest.fixture
def process(models: Path) -> ModelProcess:
    return ModelProcess(models / "tiny.gguf", threads=1, idle_seconds=0.5)


def answer(process: ModelProcess, code: str = "zh", cancelled: Callable[[], bool] = lambda: False) -> str:
    chat = LocalChat("tiny", process, grammar(SOURCE, language(code)), 60)
    said = []
    try:
        for piece in chat.stream(QUESTION, max_tokens=16, cancelled=cancelled):
            said += [piece.text] if isinstance(piece, TextPiece) else []
    except AnswerCut:
        pass
    return "".join(said)


def eventually(true: Callable[[], bool], seconds: float = 30) -> bool:
    deadline, pace = time.monotonic() + seconds, threading.Event()
    while not true() and time.monotonic() < deadline:
        pace.wait(0.05)
    return true()


def is_alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # the latter where it ends between opening and reading
        return False
    return status.split(")")[1].split()[0] != "Z"


@pytest.mark.parametrize("code", ["zh", "ja", "ru", "ar"])
def test_only_the_language_and_the_source_s_own_names_are_written(process: ModelProcess, code: str) -> None:
    text = answer(process, code)
    assert text
    own = ["ReadNet", "$x<y$", '`a"b`']
    for name in own:
        text = text.replace(name, "")
    assert re.findall("[A-Za-z]+", text) == []
    process.close()


def test_the_model_leaves_the_memory_when_idle_and_comes_back(process: ModelProcess) -> None:
    answer(process)
    first = process.pid
    assert first is not None
    assert eventually(lambda: not is_alive(first))
    assert answer(process)
    process.close()


def test_a_process_that_was_killed_is_started_again(process: ModelProcess) -> None:
    with process.in_turn(lambda: False):
        pid = process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: process.pid is None)
    assert answer(process)
    process.close()


def test_one_question_at_a_time_and_who_waits_can_cancel(process: ModelProcess) -> None:
    with process.in_turn(lambda: False), pytest.raises(Cancelled):
        answer(process, cancelled=lambda: True)
    process.close()


def test_a_stranger_on_this_machine_is_not_answered(process: ModelProcess) -> None:
    import httpx  # noqa: PLC0415

    body = {"model": "tiny", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 1}
    with process.in_turn(lambda: False) as address:
        reply = httpx.post(f"{address.base_url}/chat/completions", json=body)
    assert reply.status_code == 401
    process.close()


def test_a_file_that_is_no_model_is_said_plainly(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"not a model")
    pytest.importorskip("xllamacpp")
    with pytest.raises(ProviderDown, match="broken could not be loaded"):
        answer(ModelProcess(broken, threads=1))


def test_the_process_ends_with_its_parent(models: Path) -> None:
    script = f"""
        from pathlib import Path
        from papergloss.llm.embedded.server import ModelProcess
        process = ModelProcess(Path({str(models / "tiny.gguf")!r}), 1)
        with process.in_turn(lambda: False):
            print(process.pid, flush=True)
            input()
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert eventually(lambda: not is_alive(pid))


def test_without_a_model_or_a_choice_it_says_what_to_do(home: Path, models: Path) -> None:
    with pytest.raises(NoEngine, match="other"):
        LocalEngine(models, "other", 1, 60).model()
    assert LocalEngine(models, "", 1, 60).model() == "tiny"
    for suffix in ("gguf", "json"):
        (models / f"second.{suffix}").write_text(
            (models / f"tiny.{suffix}").read_text("utf-8") if suffix == "json" else ""
        )
    with pytest.raises(NoEngine, match="Several"):
        LocalEngine(models, "", 1, 60).model()
    with pytest.raises(NoEngine, match="fetched"):
        LocalEngine(home / "nothing", "", 1, 60).model()
