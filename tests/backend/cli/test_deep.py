"""`papergloss gloss --kind deep`: the files that it writes, what it refuses, a process killed on the way."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from support.model_script import answer as scripted
from support.model_server import ModelServer, Request
from support.pdfs import paper
from support.shell import COMMAND, papergloss, papergloss_here

NOWHERE = {"PAPERGLOSS_ARXIV_URL": "http://127.0.0.1:9", "PAPERGLOSS_ARXIV_API_URL": "http://127.0.0.1:9/api"}
WORDS = ("动机", "已有工作", "方法", "实验", "局限", "接下来读什么", "代码、数据等资源")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "margin.pdf"
    path.write_bytes(paper())
    return path


def settings(model: ModelServer) -> dict[str, str]:
    return {
        **NOWHERE,
        "OPENAI_BASE_URL": model.base_url,
        "OPENAI_API_KEY": "sk-test-key",
        "PAPERGLOSS_MODEL": "scripted",
    }


def test_it_becomes_a_page_that_needs_nothing_else_and_markdown(
    pdf: Path, home: Path, tmp_path: Path
) -> None:
    page, text = tmp_path / "deep.html", tmp_path / "deep.md"
    with ModelServer() as model:
        asked = ("gloss", str(pdf), "--kind", "deep", "--lang", "zh", "--out")
        first = papergloss_here(*asked, str(page), home=home, **settings(model))
        assert first.returncode == 0, first.stderr
        calls = len(model.chats)
        second = papergloss_here(*asked, str(text), home=home, **settings(model))
        assert second.returncode == 0, second.stderr
        assert len(model.chats) == calls, "what is stored is not asked for again"
    html = page.read_text("utf-8")
    assert all(f">{word}</" in html for word in WORDS)
    assert "data:image/webp;base64," in html
    assert not re.findall(r"<script|\bsrc=\"http|@import|url\(", html)
    assert html.count('<sup id="c') == html.count('<li id="e') > 10
    assert re.findall(r"^### ([^:\n]+)", text.read_text("utf-8"), re.MULTILINE) == list(WORDS)
    assert first.stdout == ""


def test_without_a_model_it_says_what_is_missing(pdf: Path, home: Path) -> None:
    result = papergloss_here("gloss", str(pdf), "--kind", "deep", home=home, **NOWHERE)
    assert result.returncode == ExitCode.FAILED.code
    assert "A deep read is written by a model" in result.stderr
    assert "OPENAI_API_KEY" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "card.html"), "Only a deep read can be saved as a page"),
        (("--kind", "deep", "--out", "card.docx"), "ends in .md, .json or .html"),
        (("--out", "/nowhere/at/all/card.md"), "no such folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_asked(
    pdf: Path, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    with ModelServer() as model:
        result = papergloss_here("gloss", str(pdf), *arguments, home=home, **settings(model))
        assert model.chats == []
    assert result.returncode == ExitCode.USAGE.code
    assert said in " ".join(result.stderr.split())


@pytest.mark.timeout(200)
def test_killed_on_the_way_it_pays_for_no_finished_section_again(pdf: Path, home: Path) -> None:
    killed = threading.Event()

    def held(request: Request) -> str:
        """Two sections are answered at once, the others when the process is dead."""
        if "<<<OUTLINE" in request.prompt and not re.search(r"section (MOTIVATION|LIMITS),", request.prompt):
            killed.wait(60)
        return scripted(request.body)

    with ModelServer(answer=held) as model:
        environment = {**os.environ, "PAPERGLOSS_HOME": str(home), "NO_COLOR": "1", **settings(model)}
        command = [COMMAND, "gloss", pdf, "--kind", "deep", "--lang", "zh", "--json"]
        with subprocess.Popen(
            command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stderr is not None
            waiting = {"✓ motivation", "✓ limits"}
            for line in process.stderr:
                waiting -= {name for name in waiting if line.startswith(name)}
                if not waiting:
                    break
            process.kill()
        assert not waiting, "it ended by itself"
        before = len(model.chats)
        killed.set()
        done = papergloss(*map(str, command[1:]), home=home, **settings(model))
        assert done.returncode == 0, done.stderr
        asked = [_name(chat.prompt) for chat in model.chats]
    finished, under_way = {"outline", "MOTIVATION", "LIMITS"}, {"METHOD", "EXPERIMENTS", "PRIOR WORK"}
    assert finished <= set(asked[:before])
    assert finished.isdisjoint(asked[before:]), "what is stored is not asked for again"
    assert all(asked.count(name) == 1 for name in finished), "no answer was faulty"
    assert all(asked.count(name) <= 2 for name in under_way)


def _name(prompt: str) -> str:
    if "\nLEDE: <" in prompt:
        return "outline"
    found = re.search(r"^Write the section ([A-Z ]+), and no other", prompt, re.MULTILINE)
    return found[1] if found else "other"
