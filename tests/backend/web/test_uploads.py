"""A PDF that is dropped into the panel: kept once, under its hash, and nothing else is kept."""

from __future__ import annotations

import hashlib
import itertools
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from papergloss.errors import NotAPdf
from papergloss.pdf.limits import DEFAULT
from support.backend import Client, served
from support.pdfs import paper
from support.small_pipeline import SmallPipeline


@pytest.fixture
def client(home: Path) -> Iterator[Client]:
    with served(home, SmallPipeline()) as made:
        yield made


def upload(
    client: Client, body: bytes, name: str = "My paper.pdf", kind: str = "application/pdf"
) -> httpx.Response:
    headers = {**client.headers, "content-type": kind}
    return client.http.post(f"{client.base}/uploads", params={"name": name}, content=body, headers=headers)


def kept(home: Path) -> list[str]:
    folder = home / "files"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_is_kept_under_its_hash_and_can_be_glossed(client: Client, home: Path) -> None:
    body = paper()
    digest = hashlib.sha256(body).hexdigest()
    assert upload(client, body).json() == {"paper": f"sha256:{digest}"}
    assert kept(home) == [f"{digest}/My paper.pdf"]
    asked = client.http.post(
        f"{client.base}/glosses",
        json={"paper": f"sha256:{digest}", "engine": "extractive"},
        headers=client.headers,
    )
    assert asked.status_code == 200
    assert asked.json()["job"]["key"]["paper"] == f"sha256:{digest}"


def test_the_same_file_under_another_name_is_the_same(client: Client, home: Path) -> None:
    body = paper()
    first, second = upload(client, body, "a.pdf"), upload(client, body, "b.pdf")
    assert first.json() == second.json()
    assert [Path(name).name for name in kept(home)] == ["a.pdf"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("", "paper.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\x.pdf", "C__temp_x.pdf"),
        (".hidden.pdf", "hidden.pdf"),
        ("论文 (1).pdf", "论文 (1).pdf"),
        ("a\x00\n<b>.pdf", "a___b_.pdf"),
        ("x" * 255, "x" * 80 + ".pdf"),
    ],
)
def test_a_name_from_outside_names_a_file_in_its_folder_only(
    client: Client, home: Path, name: str, file: str
) -> None:
    digest = upload(client, paper(), name).json()["paper"].removeprefix("sha256:")
    assert kept(home) == [f"{digest}/{file}"]


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><p>no</p>", b"", b"\x00" * 2048 + b"%PDF-1.7"])
def test_what_is_no_pdf_leaves_nothing(client: Client, home: Path, body: bytes) -> None:
    refused = upload(client, body)
    assert (refused.status_code, refused.json()["type"]) == (NotAPdf.status, "not-a-pdf")
    assert kept(home) == []


def test_another_type_is_refused(client: Client, home: Path) -> None:
    assert upload(client, b"%PDF-1.7", kind="application/json").status_code == 415
    assert kept(home) == []


@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in chunks"])
def test_over_the_cap_it_is_refused_and_nothing_stays(client: Client, home: Path, told: bool) -> None:
    size = DEFAULT.file_bytes + 1
    headers = {**client.headers, "content-type": "application/pdf"}
    block = b"%PDF-" + b"0" * (2**20 - 5)
    body = itertools.chain(itertools.repeat(block, size // 2**20), [b"0"])
    content = b"".join(body) if told else body
    refused = client.http.post(f"{client.base}/uploads", content=content, headers=headers, timeout=60)
    assert refused.status_code == 413
    assert kept(home) == []


@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in chunks"])
def test_a_file_of_usual_size_is_taken(client: Client, home: Path, told: bool) -> None:
    blocks = [b"%PDF-1.7\n", *[b"0" * 2**20] * 3]
    headers = {**client.headers, "content-type": "application/pdf"}
    content = b"".join(blocks) if told else iter(blocks)
    taken = client.http.post(f"{client.base}/uploads", content=content, headers=headers, timeout=60)
    assert taken.status_code == 200, taken.text
    assert len(kept(home)) == 1


def test_an_import_of_usual_size_is_taken(client: Client) -> None:
    headers = {**client.headers, "content-type": "application/octet-stream"}
    body = b"@misc{a, title={A Title}, author={Ada One}}\n" + b"\n" * 2**21
    url = f"{client.base}/library/import?preview=true"
    taken = client.http.post(url, content=body, headers=headers, timeout=60)
    assert (taken.status_code, taken.json().get("new")) == (200, 1), taken.text


@pytest.mark.parametrize(("path", "token"), [("/uploads", "x"), ("/uploads", ""), ("/glosses", "its own")])
def test_nothing_large_is_read_for_who_is_not_paired_or_elsewhere(
    client: Client, path: str, token: str
) -> None:
    given = client.token if token == "its own" else token
    head = (
        f"POST /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nAuthorization: Bearer {given}\r\n"
        f"Content-Type: application/pdf\r\nContent-Length: {DEFAULT.file_bytes}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", client.port), timeout=60) as connection:
        connection.sendall(head.encode())
        assert b" 413 " in connection.recv(64)


def test_other_requests_keep_their_small_limit(client: Client) -> None:
    refused = client.http.post(
        f"{client.base}/glosses",
        content=b"0" * 70_000,
        headers={**client.headers, "content-type": "application/pdf"},
    )
    assert refused.status_code == 413
