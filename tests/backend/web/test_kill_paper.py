"""kill -9 of `papergloss serve` while a real card streams from a model: the job goes on and is paid once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from papergloss.gloss import fold
from papergloss.gloss.card import Card
from papergloss.gloss.events import EVENT
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, free_port
from support.model_server import ModelServer

START = [sys.executable, "-c", "from papergloss.cli import main; main()", "serve"]


@contextmanager
def serving(settings: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`papergloss serve` and the secret of the link that it prints."""
    process = subprocess.Popen(START, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        link = next(line for line in process.stdout if "/pair#" in line)
        yield process, link.strip().partition("#")[2]
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


def test_a_killed_server_finishes_the_card_after_a_restart() -> None:
    port = free_port()
    with ArxivServer() as arxiv, ModelServer(rate=30) as model, httpx.Client(timeout=60) as http:
        arxiv.add(SmallPaper("2503.20680", pdf=pdfs.paper()))
        settings = {
            "PAPERGLOSS_PORT": str(port),
            "PAPERGLOSS_ARXIV_URL": arxiv.url,
            "PAPERGLOSS_ARXIV_API_URL": arxiv.api_url,
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": "sk-test",
            "PAPERGLOSS_MODEL": "scripted",
        }
        client = Client(port, http)
        with serving(settings) as (process, secret):
            client.pair(secret)
            provider = client.call("GET", "/status").json()["engine"]["provider"]
            client.call("PUT", "/consents", json={"provider": provider}).raise_for_status()
            job = client.gloss()["job"]
            stream = client.events(job["id"])
            seen = [next(stream)]
            while seen[-1][1]["type"] != "delta" or seen[-1][1]["stage"] != "summary":
                seen.append(next(stream))
            process.kill()
            stream.close()

        model.rate = 0
        with serving(settings):
            seen.extend(client.events(job["id"], after=seen[-1][0]))
            done = seen[-1][1]
            assert (done["type"], done["state"]) == ("done", "done")
            assert client.call("GET", "/cards").json()["total"] == 1
            saved = Card.model_validate(client.call("GET", f"/cards/{done['card_id']}").json())

        finished = {e["stage"] for _, e in seen if e["type"] == "result" and e["final"]}
        reset = {e["stage"] for _, e in seen if e["type"] == "reset"}
        assert "summary" in reset
        assert "metadata" not in reset
        assert finished == {"metadata", "translation", "reading", "figures", "summary"}
        assert len([one for one in arxiv.requests if one.path.startswith("/pdf/")]) == 1
        shown = Card(id="", key=saved.key, state="running", provenance=saved.provenance)
        for _, event in seen:
            shown = fold.apply(shown, EVENT.validate_python(event))
        assert shown.model_copy(update={"provenance": saved.provenance}) == saved
