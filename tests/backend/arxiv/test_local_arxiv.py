"""The local arXiv answers as the recorded one did: status and redirect of every recorded request."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer


def test_redirects_and_refusals_are_those_of_the_recorded_site(data_dir: Path) -> None:
    recorded = json.loads((data_dir / "pages/other/http_behaviour.json").read_text("utf-8"))
    asked = [
        entry
        for entry in recorded
        if entry["status"] in (301, 404) and entry["path"].split("/")[1] in ("abs", "pdf", "html", "list")
    ]
    with ArxivServer(data_dir) as server, httpx.Client(base_url=server.url) as http:
        for entry in asked:
            if entry["path"] == "/pdf/hep-th/9108004":
                continue  # that site had no source of it, our folder has the PDF
            answer = http.get(entry["path"])
            assert answer.status_code == entry["status"], entry["path"]
            assert answer.headers.get("Location") == entry["headers"].get("Location"), entry["path"]
    assert len(asked) > 10


def test_pages_say_their_encoding_in_the_header(data_dir: Path) -> None:
    with ArxivServer(data_dir) as server:
        answer = httpx.get(f"{server.url}/abs/0704.0001")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "C. Balázs" in answer.text


def test_a_test_cannot_change_a_recorded_paper(data_dir: Path) -> None:
    with ArxivServer(data_dir) as server, pytest.raises(ValueError, match="other tests expect it as it is"):
        server.add(SmallPaper("1706.03762"))
