"""What the whole way through the backend adds to the model: the first word, and the whole card.

Backend, model and reader are three processes, as they are on a reader's machine.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import openai

from bench.harness import Recorder, bench
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client
from support.model_process import model_process
from support.serving import PaperGloss

FIRST_TOKEN_SECONDS = 0.5
TOKENS_A_SECOND = 400.0
"""Fast, since a sentence's number comes before its first word; not so fast that it ends before it is read."""
SLOWEST_SECONDS = 10.0
RUNS = 30
PAPER, OTHER_PAPER = "2501.00001", "2501.00002"
PROMPT = "Say something about attention."
LANGUAGE = "zh"


@contextmanager
def house(model: str) -> Iterator[Client]:
    """`papergloss serve` on an empty folder, between a local arXiv and a local model."""
    with tempfile.TemporaryDirectory() as folder, ArxivServer() as arxiv:
        arxiv.add(*(SmallPaper(name, pdf=pdfs.paper()) for name in (PAPER, OTHER_PAPER)))
        settings = {
            "OPENAI_BASE_URL": model,
            "OPENAI_API_KEY": "local",
            "PAPERGLOSS_MODEL": "scripted",
            "PAPERGLOSS_CONTEXT_TOKENS": "64000",
            "PAPERGLOSS_ARXIV_URL": arxiv.url,
            "PAPERGLOSS_ARXIV_API_URL": arxiv.api_url,
        }
        with PaperGloss(Path(folder), settings) as backend, httpx.Client(timeout=30) as http:
            client = Client(backend.port, http)
            client.pair(backend.link.partition("#")[2])
            client.call("PUT", "/consents", json={"provider": model.split("/")[2]}).raise_for_status()
            yield client


def first_word(client: Client) -> float:
    """Asks anew for the paper; seconds to the first translated word. The job is then cancelled."""
    begun = time.perf_counter()
    job = client.gloss(PAPER, lang=LANGUAGE, regenerate=True)["job"]
    events = client.events(job["id"])
    next(event for _, event in events if event["type"] == "delta" and event["stage"] == "translation")
    seconds = time.perf_counter() - begun
    events.close()
    client.call("DELETE", f"/jobs/{job['id']}")
    for _ in client.events(job["id"]):
        pass
    return seconds


def bare_word(client: openai.OpenAI) -> float:
    """The same without us: one call of the SDK to the same server."""
    begun = time.perf_counter()
    stream = client.chat.completions.create(
        model="scripted", messages=[{"role": "user", "content": PROMPT}], stream=True
    )
    with stream:
        next(chunk for chunk in stream if chunk.choices and chunk.choices[0].delta.content)
        return time.perf_counter() - begun


def whole_card(client: Client, paper: str) -> float:
    """Asks for a paper that is in no cache; seconds to the end of its job."""
    begun = time.perf_counter()
    job = client.gloss(paper, lang=LANGUAGE)["job"]
    last = list(client.events(job["id"]))[-1][1]
    if last["state"] != "done":
        raise RuntimeError(f"the card ended as {last['state']}")
    return time.perf_counter() - begun


@bench("gloss")
def first_translated_word(recorder: Recorder) -> None:
    """From the request to the first word on the stream, the server taking half a second to its first."""
    with model_process(delay=FIRST_TOKEN_SECONDS, rate=TOKENS_A_SECOND) as model, house(model) as client:
        bare = openai.OpenAI(base_url=model, api_key="local", max_retries=0)
        first_word(client), bare_word(bare)
        pairs = [(first_word(client), bare_word(bare)) for _ in range(RUNS)]
        bare.close()
    ours, direct = (statistics.median(side) for side in zip(*pairs, strict=True))
    recorder.figure("gloss.first_word.ratio", ours / direct, "<=", 1.05, ours=ours, bare=direct)


@bench("gloss")
def critical_path(recorder: Recorder) -> None:
    """A whole card, every call to the model taking ten seconds."""
    with model_process(delay=SLOWEST_SECONDS) as model, house(model) as client:
        whole_card(client, OTHER_PAPER)
        ours = whole_card(client, PAPER)
    recorder.figure(
        "gloss.whole_card.ratio", ours / SLOWEST_SECONDS, "<=", 1.10, ours=ours, slowest_call=SLOWEST_SECONDS
    )
