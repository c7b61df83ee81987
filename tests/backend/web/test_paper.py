"""A whole paper with the real pipeline: from arXiv's answer to pictures and Markdown, without a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from papergloss.gloss import pipeline
from support import pdfs
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import Client, paired, running_server, served


def finished(client: Client, paper: str) -> dict[str, Any]:
    """The card, asked for and waited for."""
    job = client.gloss(paper)["job"]
    done = list(client.events(job["id"]))[-1][1]
    return dict(client.call("GET", f"/cards/{done['card_id']}").json())


def is_webp(body: bytes) -> bool:
    return body[:4] == b"RIFF" and body[8:12] == b"WEBP"


def width(webp: bytes) -> int:
    """Pixels, from the header of a lossy picture."""
    return int.from_bytes(webp[26:28], "little") & 0x3FFF


def address(figure: dict[str, Any], scale: int) -> str:
    """Path of the figure's picture below the API's root."""
    return f"{figure['url'].removeprefix('/api/v1')}?scale={scale}"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Reading papers 论文.pdf"
    path.write_bytes(pdfs.paper())
    return path


def test_a_local_pdf_has_figures_evidence_and_markdown(home: Path, pdf: Path) -> None:
    with running_server(home, pipeline.run) as made, paired(made) as client:
        paper, _ = made.asking.file(pdf)
        pdf.unlink()
        card = finished(client, paper)
        assert card["state"] == "done"
        assert card["metadata"]["file_name"] == pdf.name

        figure = card["figures"][0]
        picture = client.http.get(f"http://127.0.0.1:{client.port}{figure['url']}", headers=client.headers)
        assert picture.headers["content-type"] == "image/webp"
        assert is_webp(picture.content)
        assert len(list((home / "figures").rglob("*.webp"))) == 1

        large, small = (width(client.call("GET", address(figure, scale)).content) for scale in (2, 1))
        assert large == pytest.approx(2 * small, abs=2)
        assert client.call("GET", address(figure, 3)).status_code == 422

        passage = card["takeaways"][0]["evidence"][0]["passage"]
        crop = client.call("GET", f"/cards/{card['id']}/evidence/{passage}.webp")
        assert is_webp(crop.content)
        assert client.call("GET", f"/cards/{card['id']}/evidence/9999.webp").status_code == 404

        markdown = client.call("GET", f"/cards/{card['id']}/markdown")
        assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
        assert card["metadata"]["title"] in markdown.text


def test_another_language_does_not_read_again(home: Path) -> None:
    with ArxivServer() as arxiv:
        arxiv.add(SmallPaper("2503.20680", pdf=pdfs.paper()))
        settings = {"arxiv_url": arxiv.url, "arxiv_api_url": arxiv.api_url}
        with served(home, pipeline.run, **settings) as client:
            card = finished(client, "2503.20680")
            assert card["state"] == "done"
            job = client.gloss("2503.20680", lang="ja")["job"]
            events = [event for _, event in client.events(job["id"])]
            assert events[-1]["state"] == "done"
            assert client.call("GET", "/cards").json()["total"] == 2
        assert len([seen for seen in arxiv.requests if seen.path.startswith("/pdf/")]) == 1
